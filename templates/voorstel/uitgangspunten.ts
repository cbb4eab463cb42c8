/** Sheet Uitgangspunten: every assumption with unit, source, date and status, and the lists that the other sheets count by. */
import {
  basisVan, benuttingVan, disconteringsvoetVan, indexenVan, indexVanProduct, ingroeiVanaf, isFormule, nietDeelnemersVan, opgeteldTotEen, prijspeilVan, renteIn, STANDAARD, uitstroomMetingVan, verdelingVan, wekenPerJaarVan,
} from '../../models/project/standaard.ts';
import { taakveldIn, taakveldnaam, type Taakveldkeuze } from '../../models/project/taakvelden.ts';
import {
  INDEXEN, SLEUTELVARIABELEN, type Gewichten, type Herkomst, type IndexNaam, type Ingroei, type NietDeelnemers, type Sleutel, type Sleutelvariabele, type VolledigScenario,
} from '../../models/project/types.ts';
import type { Formule as Sleutelformule, Formuleboom } from '../../models/rekenen/formule.ts';
import { ingroeiaandeel, maximumPerInwonerIn } from '../../models/rekenen/ingroei.ts';
import { VERWAARLOOSBAAR } from '../../models/rekenen/voorbereiden.ts';
import { index, sum, type Bereik, type Celverwijzing } from './formule.ts';
import { AANDEEL, AANTAL, BEDRAG, getalInvoer, invoercel, RENTE } from './invoer.ts';
import { maakKalender } from './kalender.ts';
import { bronVan, dagnummer, naamdeel, regelIn, type Arrangementopzet, type Drageropzet, type Gemeenteregel, type Opzet, type Poolopzet, type Regelopzet } from './opzet.ts';
import { kolom, kolommen, type Celinhoud, type Invoerdoel, type Rij, type Werkmap } from './werkmap.ts';

const KOPPEN = { naam: 'Uitgangspunt', code: 'Code', eenheid: 'Eenheid', bron: 'Bron', datum: 'Datum', status: 'Status', extra: '', noot: '', waarde: ['Waarde', 'getal'] } as const;

export const INDEXTEKST: Record<IndexNaam, { naam: string; prefix: string }> = {
  prijs: { naam: 'Prijsindex', prefix: 'Prijsindex' },
  loon: { naam: 'Loonindex', prefix: 'Loonindex' },
  volume: { naam: 'Volumegroei', prefix: 'Volumegroei' },
  leerlingen: { naam: 'Groei van het aantal leerlingen', prefix: 'Leerlinggroei' },
};
const NIET_DEELNEMERS: Record<NietDeelnemers, string> = {
  individueel: 'houden individuele zorg', gastvrij: 'mogen zonder bijdrage gebruikmaken', bijdragePerLeerling: 'betalen per leerling',
};
/** Headings of the six variables of a key, in one order everywhere. */
export const VARIABELEKOPPEN = {
  leerlingen: ['Leerlingen', 'getal'], jeugdigen: ['Jeugdigen', 'getal'], kosten: ['Kosten', 'euro'], inwoners: ['Inwoners', 'geheel'], inwonersJeugd: ['Inwoners 0–17', 'geheel'], gelijk: ['Gelijk', 'getal'],
} as const;
const GEWICHTKOPPEN = {
  naam: 'Sleutel', leeg: '', leerlingen: ['Leerlingen', 'procent'], jeugdigen: ['Jeugdigen', 'procent'], kosten: ['Kosten', 'procent'], inwoners: ['Inwoners', 'procent'],
  inwonersJeugd: ['Inwoners 0–17', 'procent'], gelijk: ['Gelijk', 'procent'], waarde: ['Som', 'procent'],
} as const;
/** Posts of a taakveld in the begroting; their number is their place in the list. */
export const BEGROTINGSPOSTEN = ['nul', 'structureel', 'incidenteel', 'verschil'] as const;
export type Begrotingspost = (typeof BEGROTINGSPOSTEN)[number];
export const ZONDER_TAAKVELD = 'geen taakveld';

/** A key as cells: weights side by side in the order of the variables, or a formula whose figures are cells. */
export type Sleutelcellen = { soort: 'gewichten'; gewichten: Bereik } | { soort: 'formule'; formule: Sleutelformule; getallen: ReadonlyMap<Formuleboom, Celverwijzing> };

export type Uitgangspuntenblad = ReturnType<typeof maakUitgangspunten>;

export function maakUitgangspunten(werkmap: Werkmap, opzet: Opzet) {
  const { project, scenario, jaren } = opzet;
  const u = project.uitgangspunten;
  const blad = werkmap.jaarblad({
    naam: 'Uitgangspunten', titel: 'Uitgangspunten', uitleg: 'Waar het voorstel op rust. De gele cellen zijn te wijzigen; alle bladen rekenen mee.',
    breedtes: [56, 16, 15, 44, 11, 12, 11, 13, 13], koppen: KOPPEN, vasteKolommen: 1,
  });

  const algemeen = blad.sectie('Algemeen', KOPPEN);
  const vast = (naam: string, eenheid: string, waarde: Celinhoud, veld?: string): Celverwijzing => algemeen.rij({ naam, eenheid, waarde, ...(veld && bronVan(veld, u)) }).cel('waarde');
  const genoemd = (naam: string, cel: Celverwijzing): Celverwijzing => {
    werkmap.noemCel(naam, cel.rij as Rij<'waarde'>, 'waarde');
    return cel;
  };
  vast('Scenario', '', { waarde: scenario.naam, formaat: 'tekst' });
  vast('Peildatum', 'datum', { waarde: dagnummer(u.peildatum), formaat: 'datum' }, 'peildatum');
  const peilmaand = vast('Kalendermaand van de peildatum', 'maand', { waarde: Number(u.peildatum.slice(5, 7)), formaat: 'nummer' });
  vast('Eerste begrotingsjaar', 'jaar', { waarde: u.begrotingsjaar, formaat: 'jaar' }, 'begrotingsjaar');
  const prijspeil = genoemd('Prijspeil', vast('Prijspeil van de basis', 'jaar', { waarde: prijspeilVan(u), formaat: 'jaar' }, 'prijspeil'));
  vast('Maximale looptijd van een indicatie', 'maanden', { waarde: u.maximaleLooptijd, formaat: 'nummer' }, 'maximaleLooptijd');
  vast('Weken per jaar', 'weken', { waarde: wekenPerJaarVan(u), formaat: 'nummer' }, 'wekenPerJaar');
  const disconteringsvoet = genoemd('Disconteringsvoet', vast('Disconteringsvoet', 'per jaar', invoercel(disconteringsvoetVan(u), 'procent', RENTE, { plaats: 'Disconteringsvoet' }, bronVan('disconteringsvoet', u).status), 'disconteringsvoet'));
  const uitstroommeting = genoemd('Uitstroommeting', vast('Uitstroom gemeten op', '', invoercel(uitstroomMetingVan(u), 'tekst', { soort: 'lijst', keuze: ['startmaand', 'peildatum'], uitleg: 'startmaand: de laatste eerste-van-de-maand met de kalendermaand van de start; peildatum: de peildatum zelf.' }, { plaats: 'Uitstroom gemeten op' }), 'uitstroomMeting'));
  const zonder = u.uitstroomZonderIndicaties;
  vast('Uitstroom van producten zonder lopende indicaties', '', { waarde: zonder?.wijze ?? 'niet ingevuld', formaat: 'tekst' }, 'uitstroomZonderIndicaties');
  const maandenZonderIndicaties = zonder?.wijze === 'lineair' ? vast('Lineaire uitstroom zonder lopende indicaties', 'maanden', invoercel(zonder.maanden, 'nummer', getalInvoer(1, 120, 'Een aantal maanden.'), { plaats: 'Lineaire uitstroom zonder lopende indicaties', eenheid: 'maanden' })) : undefined;
  vast('Gemeenten die niet deelnemen', '', { waarde: NIET_DEELNEMERS[nietDeelnemersVan(scenario)], formaat: 'tekst' }, 'nietDeelnemers');
  const bijdragePerLeerling = nietDeelnemersVan(scenario) === 'bijdragePerLeerling'
    ? genoemd('BijdragePerLeerling', vast('Bijdrage per leerling van gemeenten die niet deelnemen', 'euro per jaar', invoercel(scenario.bijdragePerLeerling ?? 0, 'euroCent', BEDRAG, { plaats: 'Bijdrage per leerling', pas: (s, w) => { s.bijdragePerLeerling = Number(w); } }, bronVan('bijdragePerLeerling', scenario).status)))
    : undefined;

  const indexen = blad.sectie('Indexen', KOPPEN, 'Verandering ten opzichte van het jaar ervoor. Tot en met het prijspeil telt geen index.');
  const rentes = indexenVan(project, scenario);
  // A changed rate becomes the scenario's own, beside the rates of the other years.
  const rentedoel = (naam: IndexNaam, jaar: number): Invoerdoel => ({
    plaats: `${INDEXTEKST[naam].naam} ${jaar}`,
    pas: (s, w) => {
      const nu = indexenVan(project, s)[naam] ?? 0;
      s.indexen = { ...s.indexen, [naam]: { ...(typeof nu === 'number' ? { [STANDAARD]: nu } : nu), [jaar]: Number(w) } };
    },
  });
  const rente = Object.fromEntries(INDEXEN.map((naam) => {
    const { naam: tekst, prefix } = INDEXTEKST[naam];
    const eigen = scenario.indexen?.[naam] !== undefined;
    const herkomst = eigen ? [scenario.indexen as { herkomst?: Herkomst }, scenario] : [u.indexen as { herkomst?: Herkomst } | undefined, u];
    const eigenBron = bronVan(naam, herkomst[0]);
    const bron = eigenBron.bron || eigenBron.status ? eigenBron : bronVan('indexen', herkomst[1]);
    const voorloop: Celverwijzing[] = [];
    for (let jaar = prijspeilVan(u) + 1; jaar < u.begrotingsjaar; jaar++) {
      voorloop.push(genoemd(`${prefix}_${jaar}`, indexen.rij({ naam: `${tekst} ${jaar}`, eenheid: 'per jaar', ...bron, waarde: invoercel(renteIn(rentes[naam], jaar), 'aandeel', RENTE, rentedoel(naam, jaar), bron.status) }).cel('waarde')));
    }
    const telt = (jaar: number): boolean => jaar > prijspeilVan(u);
    const perJaar = indexen.rij({ naam: tekst, eenheid: 'per jaar', ...bron }, {
      waarden: jaren.map((jaar) => (telt(jaar) ? renteIn(rentes[naam], jaar) : undefined)), formaat: 'aandeel', nadruk: bron.status === 'voorbeeld' ? 'invoerVoorbeeld' : 'invoer',
      invoer: (p) => (telt(jaren[p] as number) ? { ...RENTE, doel: rentedoel(naam, jaren[p] as number) } : undefined),
    });
    werkmap.noemJaren(prefix, perJaar, telt);
    return [naam, { voorloop, perJaar }];
  })) as Record<IndexNaam, { voorloop: Celverwijzing[]; perJaar: Rij<string> }>;

  // Weights and figures of keys. A variable that a participant has no figure for cannot be given a weight (P23).
  const beschikbaar = SLEUTELVARIABELEN.filter((v) => (v !== 'inwoners' && v !== 'inwonersJeugd') || opzet.deelnemers.every((g) => g.gemeente[v] !== undefined));
  const { sleutel, ingroei } = verdelingVan(scenario);
  const gewichtlijst = blad.sectie('Verdeelsleutels', GEWICHTKOPPEN, 'Gewichten tellen op tot 100%. Kosten: de vervangbare kosten van de gemeente op de scholen met een arrangement.');
  const gewichtsommen: [string, Celverwijzing][] = [];
  const formulecellen = new Map<Sleutelformule, ReadonlyMap<Formuleboom, Celverwijzing>>();
  const formuleteksten: Sleutelformule[] = [];
  const gewichtrij = (naam: string, sleutelwaarde: Sleutel, zet: (scenario: VolledigScenario, wijzig: (sleutel: Sleutel) => Sleutel) => void, celnaam?: string): Sleutelcellen => {
    if (isFormule(sleutelwaarde)) {
      const formule = opzet.formules.get(sleutelwaarde.formule);
      if (!formule) throw new RangeError(`De sleutelformule “${sleutelwaarde.formule}” is niet gelezen.`);
      gewichtlijst.rij({ naam, leerlingen: { waarde: sleutelwaarde.formule, formaat: 'tekst' } });
      if (!formuleteksten.includes(formule)) formuleteksten.push(formule);
      return { soort: 'formule', formule, get getallen() { return formulecellen.get(formule) as ReadonlyMap<Formuleboom, Celverwijzing>; } };
    }
    const gewichten: Gewichten = opgeteldTotEen(sleutelwaarde);
    const rij = gewichtlijst.rij({
      naam, ...Object.fromEntries(SLEUTELVARIABELEN.map((v) => [v, beschikbaar.includes(v) ? invoercel(gewichten[v] ?? 0, 'aandeel', AANDEEL, { plaats: `${naam}: gewicht ${v}`, pas: (s, w) => zet(s, (oud) => metGewicht(oud, v, Number(w))) }) : { waarde: 0, formaat: 'aandeel', nadruk: 'gedempt' }])),
      waarde: (zelf) => sum(kolommen([zelf], 'leerlingen', 'gelijk')),
    });
    gewichtsommen.push([naam, rij.cel('waarde')]);
    if (celnaam !== undefined) for (const v of beschikbaar) werkmap.noemCel(`${celnaam}_${naamdeel(v)}`, rij, v);
    return { soort: 'gewichten', gewichten: kolommen([rij], 'leerlingen', 'gelijk') };
  };
  const hoofdsleutel = gewichtrij('Verdeling van de bijdragen', sleutel, (s, wijzig) => { s.verdeling = { ...verdelingVan(s), sleutel: wijzig(verdelingVan(s).sleutel) }; }, 'Gewicht');
  const sleutelVanaf = gewichtrij('Ingroei: waar vandaan wordt gegroeid', ingroeiVanaf(ingroei ?? GEEN_INGROEI), (s, wijzig) => metIngroei(s, (oud) => ({ ...oud, van: wijzig(ingroeiVanaf(oud)) })), 'GewichtVan');
  const eigen = new Map<Poolopzet, Sleutelcellen>(opzet.pools.filter((p) => p.eigenSleutel).map((p) => [p, gewichtrij(`Eigen sleutel: ${p.naam}`, p.sleutel, (s, wijzig) => {
    const { arrangement, plaats } = opzet.regels.find((r) => r.pool === p) as Regelopzet;
    const regel = regelIn(s, arrangement?.school.id, plaats);
    regel.sleutel = wijzig(regel.sleutel as Sleutel);
  })]));
  const formulelijst = formuleteksten.length > 0 ? blad.sectie('Getallen in sleutelformules', KOPPEN) : undefined;
  for (const formule of formuleteksten) {
    const getallen = getallenIn(formule.boom).map((boom, i) => [boom, formulelijst?.rij({ naam: `Getal ${i + 1} in ${formule.tekst}`, waarde: invoercel(boom.waarde, 'algemeen', getalInvoer(-1e9, 1e9, 'Een getal in de sleutelformule.'), { plaats: `Getal ${i + 1} in de sleutelformule ${formule.tekst}` }) }).cel('waarde') as Celverwijzing] as const);
    formulecellen.set(formule, new Map<Formuleboom, Celverwijzing>(getallen));
  }

  const ingroeilijst = blad.sectie('Ingroei', KOPPEN, '100% = de bijdrage volgt de verdeelsleutel; 0% = de verdeling waar vandaan wordt gegroeid.');
  const ingroeibron = bronVan('ingroei', scenario.verdeling);
  const ingroeinadruk = ingroeibron.status === 'voorbeeld' ? 'invoerVoorbeeld' : 'invoer';
  const aandeel = ingroeilijst.rij({ naam: 'Aandeel van de weg naar de verdeelsleutel', eenheid: 'per jaar', ...ingroeibron }, { waarden: jaren.map((_, y) => (ingroei ? ingroeiaandeel(ingroei, y) : 1)), formaat: 'aandeel', nadruk: ingroeinadruk, invoer: (y) => ({ ...AANDEEL, doel: { plaats: `Ingroei ${jaren[y]}`, pas: (s, w) => metIngroei(s, (oud) => ({ ...oud, aandeel: jaren.map((_, n) => (n === y ? Number(w) : ingroeiaandeel(oud, n))) })) } }) });
  werkmap.noemJaren('Ingroei', aandeel);
  const maximum = ingroei?.maximumPerInwoner === undefined ? undefined : ingroeilijst.rij({ naam: 'Maximale verschuiving; leeg = geen maximum', eenheid: 'euro per inwoner', ...ingroeibron }, { waarden: jaren.map((_, y) => maximumPerInwonerIn(ingroei, y)), formaat: 'euroCent', nadruk: ingroeinadruk, invoer: (y) => ({ ...AANTAL, doel: { plaats: `Maximale verschuiving ${jaren[y]}`, pas: (s, w) => metIngroei(s, (oud) => ({ ...oud, maximumPerInwoner: zonderLegeStaart(jaren.map((_, n) => (n === y ? w : (maximumPerInwonerIn(oud, n) ?? '')))) })) } }) });
  if (maximum) werkmap.noemJaren('IngroeiMaximum', maximum);

  const dragerlijst = blad.sectie('Dragers van kosten', { naam: 'Drager', code: 'Code', waarde: ['Nummer', 'nummer'] });
  const dragerrijen = new Map(opzet.dragers.map((d) => [d.nummer, dragerlijst.rij({ naam: d.naam, code: d.code, waarde: d.nummer })]));

  const postlijst = blad.sectie('Posten van de begroting', { naam: 'Post', waarde: ['Nummer', 'nummer'] });
  const postrijen = BEGROTINGSPOSTEN.map((post, i) => postlijst.rij({ naam: post, waarde: i + 1 }));

  const taakvelden = taakveldenVan(opzet);
  const taakveldlijst = blad.sectie('Taakvelden', { naam: 'Taakveld', waarde: ['Nummer', 'nummer'] }, 'Namen zijn niet geverifieerd; controleer ze met het Iv3-informatievoorschrift van het begrotingsjaar.');
  const taakveldrijen = taakvelden.map((tekst, i) => taakveldlijst.rij({ naam: taakveldnaam(tekst), waarde: i + 1 }));
  const taakveldnummers = (taakveld: Taakveldkeuze): number[] => jaren.map((jaar) => taakvelden.indexOf(taakveldIn(taakveld, jaar) ?? ZONDER_TAAKVELD) + 1);
  const taakveldnummerlijst = blad.sectie('Taakveld per product en kostenregel', { naam: 'Product of kostenregel', code: 'Code', leeg: '', bron: 'Bron', datum: 'Datum', status: 'Status' }, 'Nummers uit de lijst hierboven, per begrotingsjaar. Geverifieerd is wat in de genoemde bron is nagezocht.');
  const taakveldrij = (naam: string, code: string, van: { taakveld?: Taakveldkeuze; herkomst?: Herkomst }): Rij<string> => {
    const bron = bronVan('taakveld', van);
    const status = van.taakveld === undefined ? '' : bron.status === 'vastgesteld' ? 'geverifieerd' : 'niet geverifieerd';
    return taakveldnummerlijst.rij({ naam, code, leeg: '', ...bron, status }, { waarden: taakveldnummers(van.taakveld), formaat: 'nummer' });
  };
  const taakveldPerProduct = opzet.producten.map(({ product }) => taakveldrij(product.naam, product.code, product));
  const taakveldPerRegel = opzet.regels.map(({ regel, code }) => taakveldrij(regel.omschrijving, code, regel));

  const productlijst = blad.sectie('Producten', { naam: 'Product', code: 'Code', drager: 'Drager', bron: 'Bron', datum: 'Datum', status: 'Status', index: 'Index', benutting: ['Benutting', 'procent'], waarde: ['Vervangbaar', 'procent'] }, 'Vervangbaar: het deel van de kosten dat een collectief arrangement kan vervangen. Per jaar: het taakveld.');
  const productrijen = opzet.producten.map(({ product, drager, nummer }, i) => {
    const bron = bronVan('vervangbaar', product);
    const nummers = taakveldPerProduct[i] as Rij<string>;
    const rij = productlijst.rij(
      { naam: product.naam, code: product.code, drager: drager.naam, ...bron, index: indexVanProduct(product), benutting: benuttingVan(product), waarde: invoercel(product.vervangbaar, 'procent', AANDEEL, {
          plaats: `Vervangbaar deel van ${product.naam}`,
          // A scenario says this per school; a school with a share of its own keeps that.
          pas: (s, w) => { for (const a of s.arrangementen) if (scenario.arrangementen.find((oud) => oud.school === a.school)?.vervangbaar?.[product.code] === undefined) a.vervangbaar = { ...a.vervangbaar, [product.code]: Number(w) }; },
        }, bron.status) },
      { formule: index(kolom(taakveldrijen, 'naam'), nummers.jaar), formaat: 'tekst' },
    );
    werkmap.noemCel(`Vervangbaar_${nummer}`, rij, 'waarde');
    return rij;
  });

  const gemeentelijst = blad.sectie('Gemeenten', { naam: 'Gemeente', code: 'Code', deelname: 'Deelname', bron: 'Bron', datum: 'Basis', status: 'Status', inwoners: ['Inwoners', 'geheel'], inwonersJeugd: ['0–17 jaar', 'geheel'], waarde: ['Nummer', 'nummer'] });
  const gemeenterijen = opzet.gemeenten.map(({ gemeente, nummer, deelnemer, inbegrepen }) => gemeentelijst.rij({
    naam: gemeente.naam, code: gemeente.code, deelname: deelnemer ? 'deelnemer' : inbegrepen ? 'gast' : 'niet', bron: bronVan('inwoners', gemeente).bron, datum: basisVan(u, gemeente.code), status: bronVan('inwoners', gemeente).status,
    inwoners: gemeente.inwoners, inwonersJeugd: gemeente.inwonersJeugd, waarde: nummer,
  }));

  const leerlinglijst = blad.sectie('Leerlingen en jeugdigen per school', { school: 'School', gemeente: 'Gemeente', inbegrepen: ['Telt mee', 'jaNee'], bron: 'Bron', datum: 'Datum', status: 'Status', nummer: ['Gemeente nr', 'nummer'], jeugdigen: ['Jeugdigen', 'geheel'], waarde: ['Leerlingen', 'geheel'] }, 'Scholen met een nieuw of bestaand arrangement. Telt mee: leerlingen van een gemeente die van het arrangement gebruikmaakt.');
  const scholen = [...new Set([...opzet.arrangementen.map((a) => a.schoolnummer), ...opzet.bestaand.map((b) => b.schoolnummer)])];
  const bronPerPaar = new Map(project.leerlingen.filter((l) => l.herkomst).map((l) => [`${l.school} ${l.gemeente}`, bronVan('aantal', l)]));
  const leerlingrijen = new Map(scholen.map((s) => {
    const school = project.scholen[s - 1] as (typeof project.scholen)[number];
    return [s, opzet.gemeenten.map((g) => leerlinglijst.rij({
      school: school.naam, gemeente: g.gemeente.code, inbegrepen: g.inbegrepen ? 1 : 0, ...bronPerPaar.get(`${school.id} ${g.gemeente.code}`), nummer: g.nummer,
      jeugdigen: opzet.jeugdigen(s, g.nummer), waarde: opzet.leerlingen(school.id, g.gemeente.code),
    }))];
  }));
  const leerlingbereik = (rijen: (typeof leerlinglijst)['rijen']) => ({ aantal: kolom(rijen, 'waarde'), jeugdigen: kolom(rijen, 'jeugdigen'), inbegrepen: kolom(rijen, 'inbegrepen'), nummer: kolom(rijen, 'nummer'), rijen });

  const constanten = blad.sectie('Rekenconstanten', KOPPEN, 'Vaste getallen van de rekenwijze; ze staan hier zodat geen formule een getal bevat.');
  const constante = (naam: string, celnaam: string, waarde: number): Celverwijzing => genoemd(celnaam, constanten.rij({ naam, waarde: { waarde, formaat: 'algemeen' } }).cel('waarde'));
  const maandenPerJaar = constante('Maanden per jaar', 'MaandenPerJaar', 12);
  const kalenderjaar = constante('Eerste jaar van de kalender', 'Kalenderjaar', opzet.kalender.jaar);
  const half = constante('Halve eenheid (midden van een maand, afronden)', 'Half', 0.5);
  const decimalen = constante('Decimalen bij het afronden van bijdragen', 'Decimalen', 6);
  const speling = constante('Verschil in euro’s waaronder een controle klopt', 'Speling', 0.005);
  const termijnmaanden = constante('Maanden van januari tot en met juli (eerste termijn van een schooljaar)', 'MaandenTotZomer', 7);
  const verwaarloosbaar = constante('Aandeel waaronder een som van bij- en afboekingen 0 is', 'Verwaarloosbaar', VERWAARLOOSBAAR);

  const kalender = maakKalender(blad, opzet.kalender.jaar, opzet.kalender.jaren, kalenderjaar);

  return {
    blad, kalender,
    disconteringsvoet, uitstroommeting, peilmaand, prijspeil, maandenPerJaar, half, decimalen, speling, termijnmaanden, verwaarloosbaar, rente, maandenZonderIndicaties, bijdragePerLeerling,
    vervangbaar: (nummer: number): Celverwijzing => (productrijen[nummer - 1] as (typeof productrijen)[number]).cel('waarde'),
    drager: (d: Drageropzet): Celverwijzing => (dragerrijen.get(d.nummer) as NonNullable<ReturnType<typeof dragerrijen.get>>).cel('waarde'),
    gemeentenummers: kolom(gemeenterijen, 'waarde'), gemeentecodes: kolom(gemeenterijen, 'code'), gemeentenamen: kolom(gemeenterijen, 'naam'), inwoners: kolom(gemeenterijen, 'inwoners'),
    gemeente: (g: Gemeenteregel) => gemeenterijen[g.nummer - 1] as (typeof gemeenterijen)[number],
    postnummer: (post: Begrotingspost): Celverwijzing => (postrijen[BEGROTINGSPOSTEN.indexOf(post)] as (typeof postrijen)[number]).cel('waarde'),
    taakvelden: taakveldrijen,
    taakveldPerProduct,
    taakveldVan: (regel: Regelopzet): Rij<string> => taakveldPerRegel[opzet.regels.indexOf(regel)] as Rij<string>,
    leerlingenAanSchool: (schoolnummer: number) => leerlingbereik(leerlingrijen.get(schoolnummer) ?? []),
    /** Over all schools with an arrangement, which stand first in the list. */
    leerlingenMetArrangement: () => leerlingbereik(opzet.arrangementen.flatMap((a: Arrangementopzet) => leerlingrijen.get(a.schoolnummer) ?? [])),
    beschikbaar,
    sleutelVanPool: (pool: Poolopzet): Sleutelcellen => eigen.get(pool) ?? hoofdsleutel,
    sleutelVanaf, gewichtsommen,
    ingroei: { aandeel, maximum },
  };
}

const GEEN_INGROEI: Ingroei = { aandeel: [] };
/** Changes the ingroei of a scenario; without one, every year is at the target. */
function metIngroei(s: VolledigScenario, wijzig: (ingroei: Ingroei) => Ingroei): void {
  s.verdeling = { ...verdelingVan(s), ingroei: wijzig(verdelingVan(s).ingroei ?? GEEN_INGROEI) };
}
/** A maximum per year, after which there is none; an empty year in between stays for the validation to refuse. */
function zonderLegeStaart(waarden: readonly (number | string)[]): number[] {
  let lengte = waarden.length;
  while (lengte > 0 && waarden[lengte - 1] === '') lengte--;
  return waarden.slice(0, lengte) as number[];
}
function metGewicht(sleutel: Sleutel, variabele: Sleutelvariabele, gewicht: number): Sleutel {
  // Not divided by their sum: more weights may follow, and only all together add up to 1.
  const gewichten = { ...(sleutel as Gewichten), [variabele]: gewicht };
  return Object.fromEntries(Object.entries(gewichten).filter(([, w]) => w !== 0));
}

function taakveldenVan(opzet: Opzet): string[] {
  const gevonden = new Set<string>();
  for (const bron of [...opzet.producten.map((p) => p.product), ...opzet.regels.map((r) => r.regel)]) for (const jaar of opzet.jaren) gevonden.add(taakveldIn(bron.taakveld, jaar) ?? ZONDER_TAAKVELD);
  return [...gevonden].sort((a, b) => Number(a === ZONDER_TAAKVELD) - Number(b === ZONDER_TAAKVELD) || (a < b ? -1 : 1));
}

function getallenIn(boom: Formuleboom): (Formuleboom & { soort: 'getal' })[] {
  switch (boom.soort) {
    case 'getal': return [boom];
    case 'variabele': return [];
    case 'haakjes': return getallenIn(boom.binnen);
    case 'min': return getallenIn(boom.van);
    case 'bewerking': return [boom.links, boom.rechts].flatMap(getallenIn);
    case 'functie': return boom.argumenten.flatMap(getallenIn);
    case 'keuze': return [boom.links, boom.rechts, boom.dan, boom.anders].flatMap(getallenIn);
  }
}
