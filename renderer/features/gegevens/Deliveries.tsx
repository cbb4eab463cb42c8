/** What was delivered: per delivery its gemeenten, soort, date, rows, euros and state; each can be undone. */
import { useState } from 'react';
import type { Leveringstand } from '../../../models/contract/stand.ts';
import { go } from '../../app/route.ts';
import { useUnit } from '../../app/unit.ts';
import { roep } from '../../client/client.ts';
import { Button } from '../../components/Button.tsx';
import { Confirm } from '../../components/Dialog.tsx';
import { EmptyState, Notice } from '../../components/Notice.tsx';
import { tell } from '../../components/Toast.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { formatAmount, unitLabel } from '../../format/amount.ts';
import { formatInstant } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import { isRestgroep } from '../../../models/project/standaard.ts';
import { SOORT } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { change } from '../../stand/store.ts';

const STATE: Record<Leveringstand['staat'], string> = { geldig: 'geldig', deels: 'deels vervangen', vervangen: 'vervangen', ongedaan: 'ongedaan gemaakt', gewist: 'rijen gewist' };

export function Deliveries({ onChoose }: { onChoose: () => void }) {
  const { project, stand } = useOpen();
  const [unit] = useUnit();
  const [undoing, setUndoing] = useState<Leveringstand>();
  const naam = new Map(project.gemeenten.map((g) => [g.code, g.naam]));
  const names = (codes: readonly string[]): string => (codes.length > 3 ? `${codes.length} gemeenten` : codes.map((c) => naam.get(c) ?? c).join(', '));
  const delivered = new Set(stand.leveringen.filter((l) => (l.staat === 'geldig' || l.staat === 'deels') && ['indicaties', 'declaraties', 'aggregaten'].includes(l.soort)).flatMap((l) => l.gemeenten));
  const missing = project.gemeenten.filter((g) => !isRestgroep(g.code) && g.deelnemer !== false && !delivered.has(g.code) && project.leerlingen.some((l) => l.gemeente === g.code && l.aantal > 0));

  const repairOf = ({ herstelt }: Leveringstand): string => (herstelt === undefined ? '' : `herstel van ${stand.leveringen.find((l) => l.id === herstelt)?.bestand ?? ''}: `);

  const columns: Column<Leveringstand>[] = [
    { id: 'soort', title: 'Soort', width: 98, text: (l) => SOORT[l.soort] ?? l.soort, sort: (l) => l.soort },
    { id: 'gemeenten', title: 'Gemeenten', width: 128, grow: 1, text: (l) => names(l.gemeenten), copy: (l) => l.gemeenten.map((c) => naam.get(c) ?? c).join(', '), sort: (l) => names(l.gemeenten) },
    { id: 'bestand', title: 'Bestand', width: 190, grow: 1, text: (l) => `${repairOf(l)}${l.blad ? `${l.bestand} · ${l.blad}` : l.bestand}`, sort: (l) => l.bestand },
    { id: 'wanneer', title: 'Ingelezen', width: 140, text: (l) => formatInstant(l.wanneer), sort: (l) => l.wanneer },
    { id: 'rijen', title: 'Rijen', width: 64, align: 'right', text: (l) => formatNumber(l.rijen), sort: (l) => l.rijen },
    { id: 'bedrag', title: 'Bedrag', unit: unitLabel(unit), width: 96, align: 'right', text: (l) => (l.bedrag === 0 ? '' : formatAmount(l.bedrag, unit)), copy: (l) => String(l.bedrag), sort: (l) => l.bedrag },
    { id: 'geweigerd', title: 'Geweigerd', width: 84, align: 'right', text: (l) => (l.geweigerd === 0 ? '' : formatNumber(l.geweigerd)), sort: (l) => l.geweigerd, open: (l) => (l.geweigerd > 0 ? () => go('gegevens', 'geweigerd') : undefined), mark: (l) => (l.geweigerd > 0 ? { kind: 'fault', text: `${l.geweigerd} rijen geweigerd` } : undefined) },
    { id: 'staat', title: 'Staat', width: 72, text: (l) => STATE[l.staat], sort: (l) => l.staat },
    ...(stand.alleenLezen ? [] : [{ id: 'ongedaan', title: 'Terug', width: 136, text: (l: Leveringstand) => (l.staat === 'ongedaan' || l.staat === 'vervangen' ? '' : 'Ongedaan maken'), open: (l: Leveringstand) => (l.staat === 'ongedaan' || l.staat === 'vervangen' ? undefined : () => setUndoing(l)) }]),
    { id: 'wie', title: 'Door', width: 96, text: (l) => l.wie, sort: (l) => l.wie },
  ];
  if (stand.leveringen.length === 0) {
    const any = stand.aantallen.indicaties + stand.aantallen.declaraties + stand.aantallen.aggregaten > 0;
    return (
      <EmptyState inside title={any ? 'Geen leveringen' : 'Nog niets ingelezen'} actions={!stand.alleenLezen && <Button icon="upload" onPress={onChoose}>Bestanden kiezen…</Button>}>
        {any ? <p>De rijen van dit project kwamen mee met een overdraagbaar project, niet uit een ingelezen bestand.</p> : (
          <>
            <p>Nodig zijn scholen, gemeenten, leerlingen, producten, en van elke gemeente de toewijzingen of declaraties. Excel, CSV en iJw-berichten worden herkend; de indeling mag per gemeente verschillen.</p>
            <p>Kolommen met BSN, naam, geboortedatum of adres komen nooit in het project.</p>
          </>
        )}
      </EmptyState>
    );
  }
  return (
    <div className="list">
      {missing.length > 0 && <Notice>Nog geen indicaties of declaraties van {missing.map((g) => g.naam).join(', ')}, wel leerlingen op deze scholen.</Notice>}
      <DataGrid holds="intern" label="Leveringen" name="leveringen" columns={columns} rows={stand.leveringen} rowKey={(l) => String(l.id)} rowClass={(l) => (l.staat === 'ongedaan' || l.staat === 'vervangen' ? 'row-past' : undefined)} initialSort={{ column: 'wanneer', descending: true }} />
      <Confirm
        title="Levering ongedaan maken"
        isOpen={undoing !== undefined}
        onClose={() => setUndoing(undefined)}
        action="Ongedaan maken"
        onConfirm={() => undoing && void change(() => roep('leveringen.ongedaan', { levering: undoing.id })).then((done) => done && tell(`Levering ongedaan gemaakt: ${undoing.bestand}.`))}
      >
        <p>De {formatNumber(undoing?.rijen ?? 0)} rijen uit {undoing?.bestand} tellen dan niet meer mee; {undoing?.herstelt === undefined ? 'wat deze levering verving telt weer' : 'de rijen die hiermee hersteld waren zijn weer geweigerd'}. Terughalen kan met Opnieuw (Ctrl+Y) en vanuit het logboek.</p>
      </Confirm>
    </div>
  );
}
