/** Proposed texts for the beheerafspraken, one per subject: to be edited by those who agree. Figures stand beside them, by formula. */
import type { AFSPRAKEN } from './types.ts';

export const AFSPRAAKTEKSTEN: Record<(typeof AFSPRAKEN)[number], { onderwerp: string; voorstel: string }> = {
  partijen: { onderwerp: 'Partijen', voorstel: 'De colleges van burgemeester en wethouders van de deelnemende gemeenten. De samenwerkingsverbanden en schoolbesturen van de genoemde scholen zijn partij voor wat hen betreft.' },
  looptijd: { onderwerp: 'Doel, scholen en looptijd', voorstel: 'De gemeenten zetten samen hulp in op de genoemde scholen, zodat leerlingen daar hulp krijgen zonder ieder een eigen indicatie. De afspraken gaan in op de startdatum en lopen tot en met het laatste jaar van dit voorstel, waarna partijen over verlenging besluiten.' },
  betaling: { onderwerp: 'Bijdrage en betaling', voorstel: 'Elke gemeente betaalt per kalenderjaar de bijdrage in hele euro’s zoals hiernaast, in twee termijnen naar schooljaar: januari–juli en augustus–december.' },
  kassier: { onderwerp: 'Kassier', voorstel: 'Eén gemeente int de bijdragen, contracteert en betaalt namens de andere gemeenten en legt jaarlijks verantwoording af.' },
  btw: { onderwerp: 'Btw', voorstel: 'Partijen stemmen vooraf af of btw verschuldigd is en of deze te compenseren is; btw die niet te compenseren is, wordt verdeeld volgens de verdeelsleutel.' },
  indexatie: { onderwerp: 'Indexatie', voorstel: 'De bedragen volgen jaarlijks de loonindex (personeel) en de prijsindex (overig). De percentages onderaan dit blad zijn de aannames van dit voorstel; de vastgestelde index geldt.' },
  verrekening: { onderwerp: 'Verrekening', voorstel: 'Na afloop van elk jaar worden werkelijke kosten en bijdragen vergeleken. Binnen de bandbreedte wordt niet verrekend; daarbuiten volgens de verdeelsleutel.' },
  risicodeling: { onderwerp: 'Risicodeling', voorstel: 'Tekorten en overschotten die niet te voorzien waren, worden gedeeld volgens de verdeelsleutel van het jaar waarin zij ontstaan.' },
  toetreding: { onderwerp: 'Toetreding', voorstel: 'Een gemeente kan toetreden per 1 augustus, met instemming van de deelnemers. De bijdragen worden dan opnieuw berekend volgens dezelfde sleutel.' },
  uittreding: { onderwerp: 'Uittreding', voorstel: 'Een gemeente kan uittreden per 1 augustus, met een jaar opzegtermijn. Zij draagt de kosten die de anderen niet kunnen vermijden, aflopend over een af te spreken periode.' },
  vanElders: { onderwerp: 'Leerlingen van elders', voorstel: 'Voor leerlingen uit gemeenten die niet deelnemen geldt wat op Uitgangspunten staat bij gemeenten die niet deelnemen.' },
  inkoop: { onderwerp: 'Inkoop', voorstel: 'De inzet wordt ingekocht of gesubsidieerd volgens de regels voor aanbesteding en staatssteun; de kassier voert de procedure.' },
  beheer: { onderwerp: 'Beheer en onderhoud', voorstel: 'Een beheerder houdt de afspraken, de kostenregels en deze werkmap bij, en is aanspreekpunt voor scholen, aanbieders en gemeenten.' },
  monitoring: { onderwerp: 'Monitoring en gegevens', voorstel: 'Twee keer per jaar leveren scholen, aanbieders en gemeenten de gegevens voor het blad Monitoring aan, zonder namen van leerlingen.' },
  privacy: { onderwerp: 'Privacy', voorstel: 'Gegevens worden zonder namen gedeeld, alleen voor bekostiging en monitoring; kleine aantallen worden niet gepubliceerd. Grondslag en bewaartermijn worden vastgelegd.' },
  geschil: { onderwerp: 'Geschillen', voorstel: 'Geschillen worden eerst ambtelijk, dan bestuurlijk besproken; lukt dat niet, dan volgt een bindend advies van een onafhankelijke derde.' },
  evaluatie: { onderwerp: 'Evaluatie', voorstel: 'Na twee volledige schooljaren wordt geëvalueerd op kosten, bereik en tevredenheid, aan de hand van de indicatoren op het blad Monitoring.' },
};
