/** Ways to an open project file: opening one, making one, and restoring one from a backup. */
import { copyFileSync, existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Projectopbouw } from '../../models/invoer/types.ts';
import { bestaatAl, isBestandsfout, isSqlite, metVertalingAsync, Opslagfout, vertaald } from './fouten.ts';
import { Invoer } from './leveringen.ts';
import { openRegel, sluitRegel } from './log.ts';
import { migreer, VERSIE } from './migraties.ts';
import { deOmgeving, gebruikersnaam, type Omgeving } from './omgeving.ts';
import { schrijfProject } from './onderdelen.ts';
import { plaatsVan, type Plaats } from './plaats.ts';
import { Projectbestand, type Leesreden } from './projectbestand.ts';
import { bewaarBeschadigd, controleerReservekopie, maakReservekopie, reservemap } from './reservekopie.ts';
import { inGebruikDoor, metSlot, neemSlot, type Houder, type Slot } from './slot.ts';
import { ruimMapOp, ruimTijdelijkeOp, schrijfVeilig } from './veilig-schrijven.ts';
import { bestandOp, controleerHeel, controleerSoort, inGeheugen, maakVrij, openLeesdb, openSchrijfdb, type Leesdb, type Schrijfdb } from './verbinding.ts';
import { isBezigMetWissen, maakWissenAf } from './wissen.ts';

export interface Openopties {
  /** Who works with it: stands in the log and is shown to others. Default the name on this machine. */
  gebruiker?: string;
  /** Only to look. */
  alleenLezen?: boolean;
  /** Take it although the slot says that another machine has it; only where that cannot be known (network, synchronised folder). */
  overnemen?: boolean;
  /** Hears of faults of the hourly backup. Default: a warning of the process. */
  bijFout?: (fout: unknown) => void;
  /** Called with every new connection before it is used. */
  bijVerbinding?: (db: Leesdb) => void;
  omgeving?: Omgeving;
  plaats?: Plaats;
}

interface Instelling { pad: string; gebruiker: string; omgeving: Omgeving; plaats: Plaats; bijFout: (fout: unknown) => void; bijVerbinding: (db: Leesdb) => void }

const instelling = (pad: string, opties: Openopties): Instelling => {
  const volledig = resolve(pad);
  return {
    pad: volledig,
    gebruiker: opties.gebruiker ?? gebruikersnaam(),
    omgeving: opties.omgeving ?? deOmgeving,
    plaats: opties.plaats ?? plaatsVan(volledig),
    bijFout: opties.bijFout ?? ((fout) => process.emitWarning(fout instanceof Error ? fout : String(fout))),
    bijVerbinding: opties.bijVerbinding ?? (() => undefined),
  };
};

/**
 * Opens a project file. An older one is backed up and migrated first. When somebody else has it, or nothing can be written there, it opens for reading
 * only and says so in `alleenLezen`.
 * @throws Opslagfout `bestaat-niet`, `geen-project`, `nieuwere-versie`, `beschadigd`
 */
export async function openProject(pad: string, opties: Openopties = {}): Promise<Projectbestand> {
  const i = instelling(pad, opties);
  return metVertalingAsync(i.pad, async () => {
    bestandOp(i.pad);
    const slot = opties.alleenLezen ? { alleenLezen: gevraagd } : vraagSlot(i, opties.overnemen ?? false);
    if (!('slot' in slot)) return openOmTeLezen(i, slot.alleenLezen);
    try {
      return await openOmTeSchrijven(i, slot.slot, false);
    } catch (fout) {
      slot.slot.laatLos();
      // The folder lets a slot be made, but the file itself may not be written.
      if (isSqlite(fout, 'SQLITE_READONLY')) return openOmTeLezen(i, alleenLezenMap(i.pad));
      throw fout;
    }
  });
}

const gevraagd: Leesreden = { reden: 'gevraagd', tekst: 'Dit project is geopend om te lezen. Open het opnieuw om te wijzigen.' };
const alleenLezenMap = (pad: string): Leesreden => ({ reden: 'map', tekst: `${basename(pad)} of zijn map is alleen-lezen: het project kan worden bekeken, niet gewijzigd. Bewaar het onder een andere naam om verder te werken.` });

function vraagSlot(i: Instelling, overnemen: boolean): { slot: Slot } | { alleenLezen: Leesreden } {
  // Where locks of other machines may not be seen, a name that was left behind is taken at its word.
  const magWeg = (vorige: Houder): boolean => overnemen || i.plaats.soort === 'lokaal' || vorige.machine === i.omgeving.machine;
  try {
    const poging = neemSlot(i.pad, i.gebruiker, i.omgeving, magWeg);
    if ('slot' in poging) return poging;
    return { alleenLezen: { reden: 'in-gebruik', houder: poging.houder, tekst: `${inGebruikDoor(basename(i.pad), poging.houder)} U kunt het lezen, niet wijzigen.` } };
  } catch (fout) {
    if (isSqlite(fout, 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_PERM') || isBestandsfout(fout, 'EACCES', 'EPERM', 'EROFS')) return { alleenLezen: alleenLezenMap(i.pad) };
    throw fout;
  }
}

function openOmTeLezen(i: Instelling, alleenLezen: Leesreden): Projectbestand {
  let db = openLeesdb(i.pad);
  try {
    i.bijVerbinding(db);
    const versie = controleerSoort(db, i.pad);
    controleerHeel(db, i.pad);
    if (versie < VERSIE) {
      // It may not be changed, but it can be read as what it would become.
      const kopie = inGeheugen(db);
      db.close();
      migreer(kopie);
      db = kopie;
    }
    return new Projectbestand({ ...i, toegang: { db, alleenLezen }, nieuw: false });
  } catch (fout) {
    db.close();
    throw fout;
  }
}

async function openOmTeSchrijven(i: Instelling, slot: Slot, nieuw: boolean): Promise<Projectbestand> {
  const db = openSchrijfdb(i.pad);
  try {
    i.bijVerbinding(db);
    // Nothing is written by this, but it fails where nothing can be.
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
    const versie = controleerSoort(db, i.pad);
    controleerHeel(db, i.pad);
    ruimTijdelijkeOp(i.pad);
    ruimMapOp(reservemap(i.pad));
    if (versie < VERSIE) {
      await maakReservekopie(db, i.pad, 'migratie', i.omgeving);
      migreer(db);
    }
    if (isBezigMetWissen(db)) await maakWissenAf(db, i.pad, i.omgeving);
    return new Projectbestand({ ...i, toegang: { db, slot }, nieuw });
  } catch (fout) {
    db.close();
    throw fout;
  }
}

export interface Maakopties extends Openopties {
  /** Take the place of a file that is there; else that is refused. */
  overschrijven?: boolean;
  /** Where the project came from, for its deliveries: name and SHA-256 of the portable file. */
  bron?: { bestand: string; controlegetal: string };
}

/**
 * Makes a project file of a portable project, whole or not at all, and opens it. Rows become deliveries; the project read back is the same.
 * @throws Opslagfout `bestaat-al`, `in-gebruik`, `onbekend` when rows name what the project does not have
 */
export async function maakProject(pad: string, project: Projectopbouw, opties: Maakopties = {}): Promise<Projectbestand> {
  const i = instelling(pad, opties);
  return metVertalingAsync(i.pad, async () => {
    const poging = neemSlot(i.pad, i.gebruiker, i.omgeving);
    if ('houder' in poging) throw new Opslagfout('in-gebruik', `${inGebruikDoor(basename(i.pad), poging.houder)} Kies een andere naam.`);
    try {
      if (!opties.overschrijven && existsSync(i.pad)) throw bestaatAl(i.pad);
      ruimTijdelijkeOp(i.pad);
      await schrijfVeilig(i.pad, i.omgeving, (tijdelijk) => vulNieuw(i, tijdelijk, project, opties.bron), { vlakVoor: () => maakVrij(i.pad) });
      return await openOmTeSchrijven(i, poging.slot, true);
    } catch (fout) {
      poging.slot.laatLos();
      throw fout;
    }
  });
}

function vulNieuw(i: Instelling, tijdelijk: string, project: Projectopbouw, bron = { bestand: 'project.json', controlegetal: '' }): void {
  const db = openSchrijfdb(tijdelijk);
  try {
    i.bijVerbinding(db);
    // Nobody sees this file before it is whole: it needs no journal, and goes to the disk once, at the end.
    db.pragma('page_size = 8192');
    db.pragma('journal_mode = MEMORY');
    db.pragma('synchronous = OFF');
    migreer(db);
    db.transaction(() => vul(db, i, project, bron)).immediate();
  } finally {
    db.close();
  }
}

function vul(db: Schrijfdb, i: Instelling, project: Projectopbouw, bron: { bestand: string; controlegetal: string }): void {
  openRegel(db, { soort: 'aangemaakt', omschrijving: `Project ${project.naam}`, wie: i.gebruiker, wanneer: i.omgeving.nu() });
  schrijfProject(db, project);
  sluitRegel(db);
  // One import, so nothing takes the place of anything: a project that states both rows and an aggregaat of a gemeente is stored as it is, and `valideer` says what is wrong with it.
  const invoer = new Invoer(db, i.gebruiker, i.omgeving.nu);
  const { indicaties, declaraties, aggregaten } = project;
  for (const [soort, rijen] of Object.entries({ indicaties, declaraties, aggregaten }) as [keyof typeof project & ('indicaties' | 'declaraties' | 'aggregaten'), never[] | undefined][]) {
    if (!rijen || rijen.length === 0) continue;
    invoer.begin({ soort, ...bron });
    invoer.rijen(soort, rijen);
    invoer.einde(null);
  }
}

/**
 * Puts a backup in the place of a project, which is itself kept among the backups first: as a backup when it can be read, else as it is.
 * The project may not be open. @returns the path of what stood there
 * @throws Opslagfout `in-gebruik`, and whatever is wrong with the backup; then nothing is changed
 */
export async function herstelProject(pad: string, kopie: string, opties: Pick<Openopties, 'gebruiker' | 'omgeving'> = {}): Promise<string | undefined> {
  const { pad: doel, gebruiker, omgeving } = instelling(pad, opties);
  return metVertalingAsync(doel, () => metSlot(doel, gebruiker, omgeving, async () => {
    bestandOp(kopie);
    try {
      controleerReservekopie(kopie);
    } catch (fout) {
      throw vertaald(fout, kopie);
    }
    const vorige = existsSync(doel) ? await bewaarVorige(doel, omgeving) : undefined;
    await schrijfVeilig(doel, omgeving, (tijdelijk) => {
      copyFileSync(kopie, tijdelijk);
      const db = openSchrijfdb(tijdelijk);
      try {
        migreer(db);
        db.transaction(() => {
          openRegel(db, { soort: 'hersteld', omschrijving: `Hersteld vanaf reservekopie ${basename(kopie)}`, wie: gebruiker, wanneer: omgeving.nu() });
          sluitRegel(db);
        }).immediate();
      } finally {
        db.close();
      }
    }, { vlakVoor: () => maakVrij(doel) });
    return vorige;
  }));
}

async function bewaarVorige(pad: string, omgeving: Omgeving): Promise<string> {
  try {
    const db = openSchrijfdb(pad);
    try {
      controleerSoort(db, pad);
      controleerHeel(db, pad);
      return (await maakReservekopie(db, pad, 'herstel', omgeving)).pad;
    } finally {
      db.close();
    }
  } catch (fout) {
    const gewoon = vertaald(fout, pad);
    if (!(gewoon instanceof Opslagfout) || !['beschadigd', 'geen-project', 'nieuwere-versie', 'schijf'].includes(gewoon.code)) throw fout;
    return bewaarBeschadigd(pad, omgeving);
  }
}
