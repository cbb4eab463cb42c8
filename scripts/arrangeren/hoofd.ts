/** The command line `arrangeren`: which command, its arguments, and what a failure looks like. */
import { parseArgs } from 'node:util';
import { Dienstfout } from '../../electron/service/dienstfout.ts';
import { Opslagfout } from '../../electron/store/fouten.ts';
import { AFSLUITCODE, Gebruikersfout, type Argumenten, type Opdracht } from './opdracht.ts';
import { stopBijGeslotenPijp, toonMeldingen } from './uitvoer.ts';

const OPDRACHTEN: Record<string, { kort: string; laad: () => Promise<Opdracht> }> = {
  bereken: { kort: 'rekent een project door en schrijft de uitkomst als JSON', laad: async () => (await import('./bereken.ts')).bereken },
  importeer: { kort: 'leest bestanden van gemeenten en scholen in en maakt er een project van', laad: async () => (await import('./importeer.ts')).importeer },
  exporteer: { kort: 'schrijft een projectbestand als overdraagbaar project, of het uitwisselbestand van een gemeente', laad: async () => (await import('./exporteer.ts')).exporteer },
  geweigerd: { kort: 'toont of exporteert de rijen die bij het inlezen zijn geweigerd', laad: async () => (await import('./geweigerd.ts')).geweigerd },
  vaststellen: { kort: 'stelt een scenario vast, of rekent na wat is vastgesteld', laad: async () => (await import('./vaststellen.ts')).vaststellen },
  log: { kort: 'toont wie wat wanneer in een projectbestand heeft gewijzigd', laad: async () => (await import('./log.ts')).log },
  herstel: { kort: 'toont de reservekopieën van een projectbestand of zet er een terug', laad: async () => (await import('./herstel.ts')).herstel },
  wissen: { kort: 'wist rijen over personen uit een projectbestand en zijn reservekopieën', laad: async () => (await import('./wissen.ts')).wissen },
  voorstel: { kort: 'maakt de Excel-werkmap met het voorstel', laad: async () => (await import('./voorstel.ts')).voorstel },
  gevoeligheid: { kort: 'laat zien welk onzeker uitgangspunt het meeste uitmaakt', laad: async () => (await import('./gevoeligheid.ts')).gevoeligheid },
  zekerheid: { kort: 'zegt met welke zekerheid het niet meer kost dan een bedrag', laad: async () => (await import('./zekerheid.ts')).zekerheid },
  omslag: { kort: 'zoekt bij welke waarde van een uitgangspunt de uitkomst omslaat', laad: async () => (await import('./omslag.ts')).omslag },
  doelzoek: { kort: 'zoekt welke waarde van een uitgangspunt een doel haalt', laad: async () => (await import('./doelzoek.ts')).doelzoek },
  brug: { kort: 'legt uit waaruit een verschil bestaat', laad: async () => (await import('./brug.ts')).brug },
  sleutels: { kort: 'zet verdeelsleutels naast elkaar: wie wint, wie verliest', laad: async () => (await import('./sleutels.ts')).sleutels },
  houdbaarheid: { kort: 'gaat na of iemand zonder de anderen beter uit zou zijn (intern)', laad: async () => (await import('./houdbaarheid.ts')).houdbaarheid },
  volgorde: { kort: 'zet scholen op volgorde en past ze binnen een plafond', laad: async () => (await import('./volgorde.ts')).volgorde },
  pdf: { kort: 'maakt de stukken voor het OOGO als pdf', laad: async () => (await import('./pdf.ts')).pdf },
  voorbeeld: { kort: 'doet alles in één keer met het meegeleverde voorbeeld Hengelo', laad: async () => (await import('./voorbeeld.ts')).voorbeeld },
};

const HULP = `arrangeren – rekent door wat collectieve arrangementen op zorgintensieve scholen betekenen

Gebruik: arrangeren OPDRACHT [bestanden] [opties]

Opdrachten:
${Object.entries(OPDRACHTEN)
  .map(([naam, { kort }]) => `  ${naam.padEnd(14)}${kort}`)
  .join('\n')}

  arrangeren OPDRACHT --help   uitleg bij een opdracht

Afsluitcodes: 0 gelukt, 1 fout in invoer of gebruik, 2 fout in het programma, 3 gelukt maar met geweigerde rijen (importeer).`;

/** Splits arguments of one command, or throws a Gebruikersfout. */
function leesArgumenten(naam: string, { opties }: Opdracht, argumenten: string[]): Argumenten & { hulp: boolean } {
  try {
    const { values, positionals } = parseArgs({ args: argumenten, options: { ...opties, help: { type: 'boolean', short: 'h' } }, allowPositionals: true });
    const waarden: Record<string, unknown> = values;
    return {
      hulp: waarden['help'] === true,
      bestanden: positionals,
      waarde: (optie) => (typeof waarden[optie] === 'string' ? waarden[optie] : undefined),
      gezet: (optie) => waarden[optie] === true,
    };
  } catch (fout) {
    const code = fout instanceof Error && 'code' in fout ? fout.code : undefined;
    const optie = fout instanceof Error ? /'(?:-\w, )?(-[^' ]*)/.exec(fout.message)?.[1] : undefined;
    const zie = `Zie arrangeren ${naam} --help.`;
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new Gebruikersfout(`De optie ${optie} bestaat niet. ${zie}`);
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new Gebruikersfout(`De optie ${optie} heeft geen goede waarde. ${zie}`);
    throw fout;
  }
}

/** Runs the command line with these arguments and gives its exit code. Never throws. */
export async function hoofd([naam, ...rest]: string[]): Promise<number> {
  stopBijGeslotenPijp();
  try {
    if (naam === undefined || naam === '--help' || naam === '-h' || naam === 'help') {
      console.log(HULP);
      return AFSLUITCODE.goed;
    }
    const bekend = Object.hasOwn(OPDRACHTEN, naam) ? OPDRACHTEN[naam] : undefined;
    if (!bekend) throw new Gebruikersfout(`De opdracht ${naam} bestaat niet; kies uit ${Object.keys(OPDRACHTEN).join(', ')}. Zie arrangeren --help.`);
    const opdracht = await bekend.laad();
    const argumenten = leesArgumenten(naam, opdracht, rest);
    if (argumenten.hulp) {
      console.log(opdracht.hulp);
      return AFSLUITCODE.goed;
    }
    return await opdracht.voerUit(argumenten);
  } catch (fout) {
    if (fout instanceof Gebruikersfout || fout instanceof Dienstfout || fout instanceof Opslagfout) {
      console.error(fout.message);
      if (fout instanceof Gebruikersfout) toonMeldingen(fout.meldingen, true);
      return AFSLUITCODE.gebruikersfout;
    }
    if (fout instanceof Error && fout.name === 'AbortError') {
      console.error('Afgebroken; er is niets gewijzigd.');
      return AFSLUITCODE.gebruikersfout;
    }
    console.error('Dit is een fout in het programma, niet in de invoer. Meld haar met de regels hieronder.');
    console.error(fout instanceof Error ? fout.stack : fout);
    return AFSLUITCODE.onzeFout;
  }
}
