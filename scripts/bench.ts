/** `npm run bench [-- NAAM…]`: every figure with its target and a reference of this machine. Exit code 1 when a target is missed. */
import { gehaald, regel, type Onderdeel } from './bench/meting.ts';

const ONDERDELEN: Record<string, () => Promise<Onderdeel>> = {
  rekenen: async () => (await import('./bench/rekenen.ts')).rekenen,
  beslissen: async () => (await import('./bench/beslissen.ts')).beslissen,
  lezen: async () => (await import('./bench/lezen.ts')).lezen,
  store: async () => (await import('./bench/store.ts')).store,
  bescherming: async () => (await import('./bench/bescherming.ts')).bescherming,
  voorstel: async () => (await import('./bench/voorstel.ts')).voorstel,
  pagina: async () => (await import('./bench/pagina.ts')).pagina,
  opdrachtregel: async () => (await import('./bench/opdrachtregel.ts')).opdrachtregel,
};

const gekozen = process.argv.slice(2);
const onbekend = gekozen.filter((naam) => !Object.hasOwn(ONDERDELEN, naam));
if (onbekend.length > 0) {
  console.error(`Onderdeel ${onbekend.join(', ')} bestaat niet; kies uit ${Object.keys(ONDERDELEN).join(', ')}.`);
  process.exit(1);
}
console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
let gemist = 0;
for (const [naam, laad] of Object.entries(ONDERDELEN)) {
  if (gekozen.length > 0 && !gekozen.includes(naam)) continue;
  for await (const meting of (await laad())()) {
    console.log(regel(meting));
    if (!gehaald(meting)) gemist += 1;
  }
}
if (gemist > 0) {
  console.log(`\n${gemist} ${gemist === 1 ? 'doel' : 'doelen'} niet gehaald.`);
  process.exitCode = 1;
}
