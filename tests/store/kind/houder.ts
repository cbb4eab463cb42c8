/** Opens a project, says how, and keeps it until it is told to stop or killed. */
import { openProject } from '../../../electron/store/index.ts';

const bestand = await openProject(process.argv[2] as string, { gebruiker: 'de ander' });
process.send?.({ alleenLezen: bestand.alleenLezen?.reden ?? null, houder: bestand.alleenLezen?.houder?.wie ?? null, naam: bestand.project().naam });
process.on('message', (bericht) => {
  if (bericht === 'wijzig') {
    bestand.wijzig('Naam', (p) => { p.naam = 'gewijzigd door de ander'; });
    process.send?.('gewijzigd');
  } else {
    void bestand.sluit({ reservekopie: false }).then(() => process.disconnect());
  }
});
