/** The questions about a scenario that a thread can answer, by name. */
import type { Bronnen } from '../../../models/bescherming/catalogus.ts';
import type { Beschermingsinstellingen, Lezer } from '../../../models/bescherming/instellingen.ts';
import { publiceer, type Meld } from '../../../models/bescherming/publiceer.ts';
import { beslisbasis, type Beslisbasis } from '../../../models/beslissen/basis.ts';
import { brug, scenariobrug } from '../../../models/beslissen/brug.ts';
import { gevoeligheid } from '../../../models/beslissen/gevoeligheid.ts';
import { houdbaarheid } from '../../../models/beslissen/houdbaarheid.ts';
import { doelzoeken, gewoneZoekopdrachten, omslagpunten, type Zoekopdracht } from '../../../models/beslissen/omslag.ts';
import { sleutelsNaastElkaar, type Sleutelopties } from '../../../models/beslissen/sleutels.ts';
import type { Uitkomstkeuze } from '../../../models/beslissen/types.ts';
import { volgorde } from '../../../models/beslissen/volgorde.ts';
import { rekenEnPubliceer, type Publicatievraag } from '../publiceren.ts';

type Uitgavevraag = Omit<Bronnen, 'project' | 'voorbereiding'> & { lezer: Lezer; instellingen?: Beschermingsinstellingen | undefined };
interface MetKeuze { keuze?: Uitkomstkeuze | undefined }

export const VRAGEN = {
  gevoeligheid: (basis: Beslisbasis, { keuze }: MetKeuze) => gevoeligheid(basis, keuze),
  omslag: (basis: Beslisbasis, { keuze, school, opdrachten }: MetKeuze & { school?: string | undefined; opdrachten?: Zoekopdracht[] | undefined }) =>
    omslagpunten(basis, keuze, opdrachten ?? gewoneZoekopdrachten(basis, school)),
  doelzoek: (basis: Beslisbasis, { keuze, opdracht, doel }: MetKeuze & { opdracht: Zoekopdracht; doel: number }) => doelzoeken(basis, opdracht, doel, keuze),
  brug: (basis: Beslisbasis, { keuze }: MetKeuze) => brug(basis, keuze),
  async scenariobrug(basis: Beslisbasis, { keuze, naar }: MetKeuze & { naar: string }) {
    const ander = await beslisbasis(basis.project, basis.voorbereiding, naar);
    return ander.ok ? scenariobrug(basis, ander.basis, keuze) : ander;
  },
  sleutels: (basis: Beslisbasis, opties: Sleutelopties) => sleutelsNaastElkaar(basis, opties),
  houdbaarheid: (basis: Beslisbasis, { keuze }: MetKeuze) => houdbaarheid(basis, keuze),
  publicatie: ({ project, voorbereiding }: Beslisbasis, vraag: Publicatievraag, meld?: Meld) => rekenEnPubliceer(project, voorbereiding, vraag, meld),
  uitgave: ({ project, voorbereiding }: Beslisbasis, { lezer, instellingen, ...bronnen }: Uitgavevraag, meld?: Meld) => publiceer({ project, voorbereiding, ...bronnen }, lezer, instellingen, meld),
  volgorde: (basis: Beslisbasis, { plafond }: { plafond?: number | null | undefined }) => volgorde(basis, { plafond: plafond ?? null }),
};
export type Vraagnaam = keyof typeof VRAGEN;
export type Vraaginvoer<N extends Vraagnaam> = Parameters<(typeof VRAGEN)[N]>[1];
export type Vraaguitslag<N extends Vraagnaam> = Awaited<ReturnType<(typeof VRAGEN)[N]>>;
