/**
 * Headings as exports write them, per soort and field. Compared after folding (case, accents, punctuation), so one way of writing is enough.
 * The name of a kostenvorm after `indicaties` stands for an amount of which the heading says what it is a price of.
 */
import type { Soort } from '../../models/invoer/types.ts';

// Of the next four a file may hold two columns, a code and a name: the one that comes first here is looked up first, the other after it.
const school = ['School id', 'Schoolcode', 'Vestigingscode', 'Vestigingsnummer', 'Vestiging nummer', 'Brin', 'Brinvestiging', 'Brin vestiging', 'Brin vestigingsnummer', 'Brin vest nr', 'Brin6', 'School', 'Vestiging', 'Onderwijslocatie', 'Schoollocatie', 'School/locatie', 'Instelling', 'Onderwijsinstelling', 'Zorgintensieve school', 'Schoolnaam', 'Naam school', 'Locatie school', 'Naam vestiging', 'Vestigingsnaam'];
const gemeente = ['Gemeentecode', 'Gemeente code', 'CBS code', 'CBS gemeentecode', 'Gemeente', 'Verantwoordelijke gemeente', 'Betalende gemeente', 'Gemeente woonplaatsbeginsel', 'Woonplaatsbeginsel gemeente', 'Financierende gemeente', 'Woongemeente', 'Gemeente van herkomst', 'Herkomstgemeente', 'Gem', 'Gemeente leerling', 'Woongemeente leerling', 'Gemeentenaam', 'Naam gemeente'];
const product = ['Productcode', 'Code product', 'Product code', 'Voorzieningcode', 'Zorgcode', 'Product', 'Toegewezen product', 'Toegekend product', 'Voorziening', 'Zorgproduct', 'Iv3 product', 'Productnaam', 'Naam product', 'Productomschrijving', 'Omschrijving product'];
const bsn = ['BSN', 'Burgerservicenummer', 'BSN nummer', 'BSN client', 'BSN jeugdige', 'BSN leerling', 'Persoonsgebonden nummer', 'PGN'];
const jeugdige = [...bsn, 'Jeugdige', 'Jeugdigenummer', 'Cliënt', 'Clientnummer', 'Cliëntnr', 'Client id', 'Clientcode', 'Klantnummer', 'Regisnummer', 'Administratienummer', 'Pseudoniem', 'Persoonsnummer', 'Dossiernummer', 'Uniek kenmerk', 'Jeugdige id', 'Leerlingnummer'];
const aanbieder = ['Aanbieder', 'Zorgaanbieder', 'Naam aanbieder', 'Aanbiedernaam', 'Jeugdhulpaanbieder', 'Leverancier', 'Naam zorgaanbieder', 'AGB code', 'AGB', 'Agb code aanbieder', 'Zorginstelling', 'Naam leverancier'];
const toewijzingnummer = ['Toewijzingnummer', 'Toewijzingsnummer', 'Toewijzing', 'Toewijzingnr', 'Toewijzingsnr', 'Beschikkingnummer', 'Beschikkingsnummer', 'Indicatienummer', 'Voorzieningnummer', 'Nummer toewijzing'];
const leveringsvorm = ['Leveringsvorm', 'Leveringswijze', 'Verstrekkingsvorm', 'Zin/pgb', 'ZIN PGB', 'Vorm', 'Financieringsvorm'];
const plaats = ['Plaats', 'Plaats van de hulp', 'Locatie hulp', 'Plaats hulp', 'Plaats uitvoering', 'Uitvoeringslocatie'];
const verwijzer = ['Verwijzer', 'Soort verwijzer', 'Type verwijzer', 'Verwijzer soort', 'Verwijzing door'];
const start = ['Start', 'Startdatum', 'Begin', 'Begindatum', 'Ingangsdatum', 'Datum ingang', 'Datum begin', 'Datum start', 'Startdatum indicatie', 'Begindatum indicatie', 'Ingangsdatum toewijzing', 'Begindatum toewijzing', 'Startdatum toewijzing', 'Toewijzing ingangsdatum', 'Toewijzing begindatum', 'Ingangsdatum product', 'Startdatum product', 'Begindatum voorziening', 'Ingangsdatum voorziening', 'Geldig van', 'Datum van', 'Van', 'Ingangsdatum beschikking'];
const eind = ['Eind', 'Einde', 'Einddatum', 'Datum einde', 'Datum eind', 'Einddatum indicatie', 'Einddatum toewijzing', 'Toewijzing einddatum', 'Einddatum product', 'Einddatum voorziening', 'Geldig tot', 'Geldig tot en met', 'Tot', 'Tot en met', 'T/m', 'Datum tot', 'Einddatum beschikking'];
const eenheid = ['Eenheid', 'Eenheid code', 'Eenheidcode', 'Tariefeenheid', 'Eenheid tarief', 'Volume eenheid'];

/** Field (or kostenvorm) → headings. */
export const KOPPEN: Record<Soort, Record<string, readonly string[]>> = {
  gemeenten: {
    code: ['Code', 'Gemeentecode', 'CBS code', 'CBS gemeentecode', 'Gemeente code', 'Gemcode'],
    naam: ['Naam', 'Gemeente', 'Gemeentenaam', 'Naam gemeente'],
    inwoners: ['Inwoners', 'Aantal inwoners', 'Inwonertal', 'Inwoneraantal', 'Bevolking', 'Inwoners totaal'],
    inwonersJeugd: ['Inwoners jeugd', 'Jeugd', 'Inwoners 0-17', 'Inwoners 0 t/m 17', 'Inwoners 0 tot 18', 'Jeugdigen 0-17', 'Jeugdigen 0 tot 18', '0-17 jaar', '0 tot 18 jaar', 'Aantal jeugdigen', 'Inwoners jonger dan 18', 'Jeugdige inwoners', 'Inwoners tot 18 jaar'],
    deelnemer: ['Deelnemer', 'Doet mee', 'Neemt deel', 'Deelname'],
    deelregio: ['Deelregio', 'Subregio', 'Regio'],
  },
  scholen: {
    id: ['Id', 'Code', 'School id', 'Schoolcode', 'Kenmerk'],
    naam: ['Naam', 'School', 'Schoolnaam', 'Naam school', 'Vestiging', 'Vestigingsnaam', 'Naam vestiging', 'Locatie', 'Onderwijslocatie'],
    soort: ['Soort', 'Schoolsoort', 'Onderwijssoort', 'Type', 'Schooltype', 'Soort onderwijs', 'Type onderwijs', 'Onderwijstype', 'Soort school'],
    gemeente: ['Gemeente', 'Gemeentenaam', 'Naam gemeente', 'Gemeentecode', 'Vestigingsgemeente', 'Gemeente vestiging', 'Gemeente school'],
    vestigingscode: ['Vestigingscode', 'Vestigingsnummer', 'Brin', 'Brin nummer', 'Brin vestiging', 'Brinvestiging', 'Brin vest nr', 'Brin vestigingsnummer', 'Brin6'],
    bestuur: ['Bestuur', 'Schoolbestuur', 'Bevoegd gezag', 'Naam bestuur'],
    samenwerkingsverband: ['Samenwerkingsverband', 'Swv', 'Swv nummer', 'Naam samenwerkingsverband'],
  },
  producten: {
    code: ['Code', 'Productcode', 'Product code', 'Code product', 'Zorgcode'],
    naam: ['Naam', 'Product', 'Productnaam', 'Naam product', 'Omschrijving', 'Productomschrijving', 'Omschrijving product'],
    vervangbaar: ['Vervangbaar', 'Vervangbaar deel', 'Aandeel vervangbaar', 'Deel vervangbaar', '% vervangbaar', 'Percentage vervangbaar', 'Vervangbaar %'],
    drager: ['Drager', 'Kostendrager', 'Betaler', 'Financier'],
    index: ['Index', 'Indexering', 'Soort index'],
    benutting: ['Benutting', 'Benuttingsgraad', 'Verzilvering', 'Benuttingspercentage', 'Verzilveringsgraad'],
    categorie: ['Categorie', 'Productcategorie', 'Product categorie', 'Hoofdcategorie'],
    taakveld: ['Taakveld', 'Iv3 taakveld', 'Taakveld Iv3'],
    eenheid,
    begrotingsjaar: ['Begrotingsjaar', 'Jaar', 'Jaar taakveld', 'Begrotingsjaar taakveld'],
  },
  koppeltabel: {
    jeugdige: [...jeugdige, 'Leerling'],
    school,
    van: [...start, 'Datum inschrijving', 'Inschrijfdatum', 'Ingeschreven van', 'Datum in'],
    tot: [...eind, 'Datum uitschrijving', 'Uitschrijfdatum', 'Ingeschreven tot', 'Datum uit'],
  },
  tarieven: {
    product,
    tarief: ['Tarief', 'Prijs', 'Tarief per eenheid', 'Prijs per eenheid', 'Bedrag', 'Productprijs', 'Tarief product'],
    jaar: ['Jaar', 'Kalenderjaar', 'Tariefjaar', 'Prijspeil'],
    aanbieder,
    eenheid,
  },
  leerlingen: {
    school,
    gemeente,
    aantal: ['Aantal', 'Leerlingen', 'Aantal leerlingen', 'Leerlingaantal', 'Aantal lln', 'Lln', 'Aantal leerlingen per gemeente', 'Leerlingen aantal', 'Aantal ingeschreven leerlingen'],
  },
  indicaties: {
    school,
    gemeente,
    product,
    start,
    eind,
    kostenPerJaar: ['Kosten per jaar', 'Kosten/jaar', 'Kosten p/j', 'Jaarkosten', 'Jaarbedrag', 'Bedrag per jaar', 'Kosten jaar', 'Jaarlijkse kosten', 'Kosten op jaarbasis', 'Bedrag op jaarbasis', 'kostenPerJaar'],
    totaalbedrag: ['Totaalbedrag', 'Totaal bedrag', 'Totale kosten', 'Bedrag hele looptijd', 'Bedrag voor de hele looptijd', 'Totaalbudget', 'Totale budget', 'Totaalbedrag indicatie', 'Totaalbedrag toewijzing', 'Bedrag totaal', 'Beschikt totaalbedrag'],
    perMaand: ['Maandbedrag', 'Bedrag per maand', 'Kosten per maand', 'Maandkosten', 'Kosten/maand', 'Tarief per maand', 'Maandtarief'],
    perVierWeken: ['Bedrag per vier weken', 'Bedrag per 4 weken', 'Kosten per 4 weken', 'Kosten per vier weken', 'Periodebedrag 4 weken'],
    perWeek: ['Weekbedrag', 'Bedrag per week', 'Kosten per week', 'Weekkosten', 'Kosten/week'],
    perDag: ['Dagbedrag', 'Bedrag per dag', 'Kosten per dag', 'Dagkosten'],
    bedrag: ['Bedrag', 'Kosten', 'Budget', 'Toegekend bedrag', 'Toegewezen bedrag', 'Beschikt bedrag', 'Indicatiebedrag', 'Bedrag indicatie', 'Bedrag toewijzing', 'Kosten indicatie', 'Geraamde kosten', 'Verplichting'],
    volume: ['Volume', 'Omvang', 'Aantal', 'Aantal eenheden', 'Hoeveelheid', 'Toegewezen volume', 'Aantal uren', 'Uren', 'Aantal minuten'],
    tarief: ['Tarief', 'Prijs', 'Tarief per eenheid', 'Prijs per eenheid', 'Eenheidsprijs', 'Uurtarief', 'Tarief per uur', 'Productprijs'],
    frequentie: ['Frequentie', 'Per', 'Periode', 'Periodiciteit', 'Frequentie code', 'Frequentiecode', 'Volume per'],
    eenheid,
    jeugdige,
    aanbieder,
    toewijzingnummer,
    leveringsvorm,
    plaats,
    verwijzer,
    // Of iJw messages, under their own names only.
    bedragOnbekend: [],
    berichtmoment: [],
    redenWijziging: [],
  },
  declaraties: {
    school,
    gemeente,
    product,
    maand: ['Maand', 'Declaratiemaand', 'Periode', 'Declaratieperiode', 'Productperiode', 'Begindatum periode', 'Periode begin', 'Periode van', 'Begindatum', 'Startdatum', 'Begindatum productperiode', 'Begindatum prestatie', 'Prestatiemaand', 'Zorgmaand', 'Leveringsmaand', 'Boekmaand', 'Start', 'Maand van levering', 'Datum prestatie', 'Productperiode begin', 'Periode begindatum'],
    bedrag: ['Bedrag', 'Gedeclareerd bedrag', 'Toegekend bedrag', 'Declaratiebedrag', 'Uitbetaald bedrag', 'Betaald bedrag', 'Goedgekeurd bedrag', 'Kosten', 'Bedrag incl btw', 'Factuurbedrag', 'Gedeclareerd'],
    jeugdige,
    aanbieder,
    toewijzingnummer,
    leveringsvorm,
    plaats,
    verwijzer,
    declaratienummer: [],
    regel: [],
    retourcode: [],
  },
};

/** What a heading says beside the field: the unit of a volume or of a rate. */
export const KOPVAST: Record<string, Record<string, string | number>> = {
  'Aantal minuten': { eenheid: 'minuut' },
  'Aantal uren': { eenheid: 'uur' },
  Uren: { eenheid: 'uur' },
  Uurtarief: { tariefeenheid: 'uur' },
  'Tarief per uur': { tariefeenheid: 'uur' },
};

/** Headings of what points at a person, by whole heading; such a column never comes in. */
export const IDENTITEITSKOPPEN: readonly string[] = [
  'BSN', 'Burgerservicenummer', 'Sofinummer', 'BSN nummer', 'BSN client', 'BSN jeugdige', 'BSN leerling', 'Persoonsgebonden nummer', 'PGN', 'Onderwijsnummer', 'A nummer', 'Anummer',
  'Naam', 'Naam client', 'Naam jeugdige', 'Naam leerling', 'Naam kind', 'Clientnaam', 'Cliënt naam', 'Volledige naam', 'Achternaam', 'Voornaam', 'Voornamen', 'Roepnaam', 'Voorletters', 'Initialen', 'Tussenvoegsel', 'Voorvoegsel', 'Geslachtsnaam', 'Familienaam', 'Meisjesnaam', 'Naam ouder', 'Naam verzorger', 'Naam contactpersoon', 'Contactpersoon', 'Gezinsnaam', 'Leerlingnaam', 'Naam gezaghebbende',
  'Geboortedatum', 'Geb datum', 'Gebdatum', 'Geb dat', 'Geboren', 'Geboren op', 'Geboortedatum client', 'Geboortedatum jeugdige', 'Geboorteplaats', 'Leeftijd', 'Geslacht',
  'Adres', 'Straat', 'Straatnaam', 'Huisnummer', 'Huisnr', 'Toevoeging', 'Huisletter', 'Postcode', 'Woonplaats', 'Woonadres', 'Verblijfadres', 'Adres client', 'Plaatsnaam', 'Postcode client', 'Woonplaats client',
  'E-mail', 'Email', 'E-mailadres', 'Emailadres', 'Mailadres', 'Telefoon', 'Telefoonnummer', 'Tel', 'Telnr', 'Mobiel', 'Mobiele nummer', 'Mobiel nummer', '06 nummer', 'Iban', 'Rekeningnummer', 'Bankrekening',
];

/** Headings that say that a figure is in thousands or in cents: asked for, never applied. */
export const SCHAALKOPPEN: readonly { patroon: RegExp; schaal: number; titel: string }[] = [
  { patroon: /x\s*(?:€|eur|euro)?\s*1[.\s]?000\b|\bduizenden\b|\bkeur\b|\bk€|€\s?k\b|\* ?1[.]?000\b/i, schaal: 1000, titel: 'duizenden euro’s' },
  { patroon: /\bcenten\b|\beurocenten?\b|\beuro ?cent\b/i, schaal: 0.01, titel: 'eurocenten' },
];
