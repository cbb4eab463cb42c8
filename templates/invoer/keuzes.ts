/** Words for the values of fields with a fixed list. Compared after folding. */
export const KEUZES: Record<string, Record<string, readonly string[]>> = {
  soort: {
    SBO: ['SBO', 'Speciaal basisonderwijs', 'Sbo school', 'SBaO'],
    SO: ['SO', 'Speciaal onderwijs', 'So school'],
    VSO: ['VSO', 'Voortgezet speciaal onderwijs', 'Vso school'],
    SOVSO: ['SOVSO', 'SO/VSO', '(V)SO', 'Speciaal en voortgezet speciaal onderwijs'],
    PRO: ['PRO', 'Praktijkonderwijs', 'PrO school'],
    REGULIER: ['REGULIER', 'Regulier onderwijs', 'Basisonderwijs', 'BO', 'BAO', 'VO', 'Voortgezet onderwijs', 'PO'],
  },
  plaats: {
    school: ['School', 'Op school', 'Schoollocatie', 'Onderwijslocatie'],
    thuis: ['Thuis', 'Aan huis', 'Thuissituatie', 'Bij de jeugdige thuis'],
    elders: ['Elders', 'Aanbieder', 'Bij aanbieder', 'Locatie aanbieder', 'Op locatie aanbieder', 'Anders'],
  },
  leveringsvorm: {
    zin: ['ZIN', 'Zorg in natura', 'Natura', 'In natura'],
    pgb: ['PGB', 'Persoonsgebonden budget'],
  },
  frequentie: {
    perDag: ['perDag', 'Per dag', 'Dag', 'Dagelijks', '1'],
    perWeek: ['perWeek', 'Per week', 'Week', 'Wekelijks', '2'],
    perVierWeken: ['perVierWeken', 'Per vier weken', 'Per 4 weken', 'Vierwekelijks', '4 weken', 'Vier weken'],
    perMaand: ['perMaand', 'Per maand', 'Maand', 'Maandelijks', '4'],
    perJaar: ['perJaar', 'Per jaar', 'Jaar', 'Jaarlijks'],
    totaal: ['Totaal', 'Totaal binnen geldigheidsduur', 'Totaal binnen geldigheidsduur toewijzing', 'Hele looptijd', 'Totaal in de toewijzing', '6'],
  },
  eenheid: {
    minuut: ['Minuut', 'Minuten', 'Min', '01', '1'],
    uur: ['Uur', 'Uren', '04', '4'],
    etmaal: ['Etmaal', 'Etmalen', 'Dag', 'Dagen', '14'],
    dagdeel: ['Dagdeel', 'Dagdelen', '16'],
    stuks: ['Stuk', 'Stuks', 'Stuks inspanning', 'Stuks output', '82', '84'],
    euro: ['Euro', "Euro's", 'EUR', '€', '83'],
  },
  drager: {
    gemeenten: ['gemeenten', 'Gemeente', 'Jeugdwet'],
    samenwerkingsverband: ['samenwerkingsverband', 'Swv'],
    onderwijs: ['onderwijs', 'School', 'Schoolbestuur'],
    zorgverzekeraar: ['zorgverzekeraar', 'Zvw', 'Zorgverzekeringswet'],
    zorgkantoor: ['zorgkantoor', 'Wlz', 'Wet langdurige zorg'],
    rijk: ['rijk'],
  },
  index: { prijs: ['prijs', 'Prijsindex'], loon: ['loon', 'Loonindex'] },
  'ja/nee': { ja: ['Ja', 'J', 'Waar', 'True', '1', 'Yes', 'X'], nee: ['Nee', 'N', 'Onwaar', 'False', '0', 'No'] },
};
