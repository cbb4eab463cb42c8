/** Use cases: making, opening, changing and keeping a project. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Stand } from '../../../models/contract/stand.ts';
import { FORMAAT, type Project } from '../../../models/project/types.ts';
import { leesProject, valideer } from '../../../models/project/valideren.ts';
import { maakProject } from '../../store/index.ts';
import { Dienstfout } from '../dienstfout.ts';
import { kopiemelder, open, padVan } from '../openen.ts';
import type { Sessie } from '../sessie.ts';
import { revisieVan } from '../stand.ts';
import type { Onder, Taken } from '../taken.ts';
import { fouten, keur, pasToe } from '../wijzigen.ts';
import { maakVoorbeeld } from '../voorbeeldproject.ts';
import { vrijPad } from '../vrij-pad.ts';

async function maak(sessie: Sessie, pad: string, project: Parameters<typeof maakProject>[1], bron?: { bestand: string; controlegetal: string }): Promise<Stand> {
  return sessie.neem(await maakProject(pad, project, { overschrijven: true, bijFout: kopiemelder(sessie), ...(bron && { bron }) }));
}

export const projecttaken: Taken<Onder<'project'>> = {
  async 'project.nieuw'(sessie, { naam, uitgangspunten }) {
    const project: Project = { formaat: FORMAAT, naam, gemeenten: [], scholen: [], leerlingen: [], producten: [], indicaties: [], uitgangspunten, scenarios: [] };
    const uitslag = valideer(project);
    if (!uitslag.ok) throw new Dienstfout('ongeldig', uitslag.fouten[0]?.tekst ?? '', uitslag.fouten);
    const pad = await sessie.thuis.doel(`${naam}.arrangement`);
    return pad === null ? null : maak(sessie, pad, project);
  },

  async 'project.open'(sessie, { bron, ...hoe }) {
    return open(sessie, await padVan(sessie, bron), hoe);
  },

  async 'project.openVoorbeeld'(sessie, _, taak) {
    const { gegevensmap, voorbeeldmap } = sessie.kader;
    const pad = vrijPad(join(gegevensmap, 'projecten'), 'Voorbeeld Hengelo.arrangement');
    return sessie.neem(await maakVoorbeeld(pad, voorbeeldmap, taak, { bijFout: kopiemelder(sessie) }));
  },

  async 'project.neemOver'(sessie, { greep }, taak) {
    const { pad } = await sessie.thuis.bestand(greep);
    const inhoud = await readFile(pad, { signal: taak.signal });
    const uitslag = leesProject(inhoud.toString('utf8'));
    if (!uitslag.ok) throw new Dienstfout('ongeldig', `${basename(pad)} kan niet worden overgenomen. ${uitslag.fouten[0]?.tekst ?? ''}`, uitslag.fouten.slice(0, 200));
    const doel = await sessie.thuis.doel(`${uitslag.project.naam}.arrangement`);
    if (doel === null) return null;
    taak.voortgang(null, 'Project opslaan');
    return maak(sessie, doel, uitslag.project, { bestand: basename(pad), controlegetal: createHash('sha256').update(inhoud).digest('hex') });
  },

  async 'project.opslaanAls'(sessie, { naam }, taak) {
    const doel = await sessie.thuis.doel(`${naam}.arrangement`);
    if (doel === null) return null;
    await sessie.bestand.bewaarAls(doel, { overschrijven: true, voortgang: (deel) => taak.voortgang(deel, 'Project opslaan') });
    return open(sessie, doel);
  },

  async 'project.exporteer'(sessie, { als }, taak) {
    const { naam } = sessie.bestand.projectZonderRijen();
    const pad = await sessie.thuis.nieuwPad(`${naam}${als === 'projectbestand' ? '.arrangement' : '.json'}`);
    if (als === 'projectbestand') await sessie.bestand.bewaarAls(pad, { voortgang: (deel) => taak.voortgang(deel, 'Project kopiëren') });
    else await writeFile(pad, `${JSON.stringify(sessie.bestand.project())}\n`, { mode: 0o600, signal: taak.signal });
    return sessie.thuis.greepVan(pad);
  },

  async 'project.sluit'(sessie) {
    await sessie.sluit();
    return null;
  },

  'project.stand': (sessie) => sessie.stand(true),

  'project.wijzig'(sessie, { wijzigingen, omschrijving, revisie }) {
    if (revisie !== undefined && revisie !== revisieVan(sessie.bestand)) throw new Dienstfout('conflict', 'Het project is intussen gewijzigd. Bekijk de nieuwe stand en doe de wijziging opnieuw.');
    sessie.bestand.wijzig(omschrijving, (concept) => {
      const eerder = fouten(concept);
      pasToe(concept, wijzigingen);
      keur(concept, eerder);
    });
    return sessie.stand();
  },

  'project.ongedaan'(sessie) {
    if (!sessie.bestand.ongedaan()) throw new Dienstfout('geweigerd', 'Er is niets om ongedaan te maken.');
    return sessie.stand();
  },
  'project.opnieuw'(sessie) {
    if (!sessie.bestand.opnieuw()) throw new Dienstfout('geweigerd', 'Er is niets om opnieuw te doen.');
    return sessie.stand();
  },
};
