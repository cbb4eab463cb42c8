/** What is not sure about a scenario: per assumption a distribution with its source. */
import { neutraleWaarde } from '../../../models/beslissen/parameters.ts';
import { gelijkeWaarde } from '../../../models/project/gelijk.ts';
import { ONZEKERE_PARAMETERS, type OnzekereParameter, type Onzekerheid } from '../../../models/project/types.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Menu } from '../../components/Menu.tsx';
import { Notice } from '../../components/Notice.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Select } from '../../components/Select.tsx';
import { ONZEKER } from '../../help/words.ts';
import { without, wijzigScenario } from '../../stand/scenario.ts';
import { SourceMark } from '../scenarios/SourceMark.tsx';
import { useEditing } from '../scenarios/context.ts';
import { distributionOf, isOrdered, KINDS, measureOf, placesOf, sourceOf, withDistribution, withSourceOf } from './kansverdelingen.ts';

/** `Realisatie, loonindex; 1 van de 2 zonder bron.` */
function summary(list: readonly Onzekerheid[]): string {
  const names = list.map((o, i) => (i === 0 ? ONZEKER[o.parameter] : ONZEKER[o.parameter].toLowerCase()));
  const bare = list.filter((o) => !sourceOf(o).bron).length;
  return `${names.join(', ')}${bare > 0 ? `; ${bare} van de ${list.length} zonder bron` : ''}.`;
}

/** @param shown all of them, to be edited; else only which they are */
export function UncertainAssumptions({ shown, onShow }: { shown: boolean; onShow: (shown: boolean) => void }) {
  const { scenario, ouder, readOnly } = useEditing();
  const list = scenario.onzekerheden ?? [];
  const save = (onzekerheden: Onzekerheid[], what: string, field?: string): void => wijzigScenario(scenario.id, (s) => ({ ...s, onzekerheden }), what, field && `onzekerheden ${field}`);
  const set = (i: number, o: Onzekerheid, what: string, field?: string): void => save(list.with(i, o), what, field && `${i} ${field}`);
  const add = (parameter: OnzekereParameter): void => {
    const neutral = neutraleWaarde(parameter);
    onShow(true);
    save([...list, { parameter, verdeling: { soort: 'driehoek', min: neutral, modus: neutral, max: neutral } }], `Onzeker uitgangspunt toegevoegd: ${ONZEKER[parameter].toLowerCase()}`);
  };
  const differs = ouder !== undefined && !gelijkeWaarde(ouder.onzekerheden ?? [], list);

  return (
    <section className="section" aria-labelledby="onzeker">
      <div className="section-head">
        <h2 id="onzeker">Wat onzeker is</h2>
        {differs && !readOnly && <Button kind="quiet" icon="undo" onPress={() => save([...(ouder.onzekerheden ?? [])], 'Onzekere uitgangspunten teruggezet')}>Als bovenliggend scenario</Button>}
        {list.length > 0 && <Button kind="quiet" icon={shown ? 'up' : 'down'} aria-expanded={shown} onPress={() => onShow(!shown)}>{shown ? 'Inklappen' : readOnly ? 'Bekijken' : 'Bekijken en wijzigen'}</Button>}
      </div>
      {!shown && <p className="muted">{summary(list)}</p>}
      {list.length === 0 ? <p className="muted">Zeg welke uitgangspunten anders kunnen uitvallen en hoe ver. Daaruit volgt hoe zeker de uitkomst is.</p> : shown && (
        <div className="lines-box">
          <table className="lines lines-fixed">
            <thead>
              <tr>
                <th scope="col" className="col-text">Uitgangspunt</th>
                <th scope="col" className="col-distribution">Verdeling</th>
                <th scope="col" className="number col-place">Laag</th>
                <th scope="col" className="number col-place">Midden</th>
                <th scope="col" className="number col-place">Hoog</th>
                <th scope="col" className="col-unit"><span className="visually-hidden">Eenheid</span></th>
                <th scope="col" className="col-school">Per school</th>
                <th scope="col" className="col-source">Bron</th>
                <th scope="col" className="col-tools"><span className="visually-hidden">Verwijderen</span></th>
              </tr>
            </thead>
            <tbody>
              {list.map((o, i) => {
                const name = ONZEKER[o.parameter];
                const kind = KINDS.find((k) => k.value === o.verdeling.soort)!;
                const places = placesOf(o.verdeling);
                const measure = measureOf(o.parameter);
                return (
                  <tr key={`${o.parameter} ${i}`} data-tip={o.parameter}>
                    <td>{name}</td>
                    <td><Select label={`Verdeling van ${name}`} labelHidden tip={o.parameter} value={kind.value} options={KINDS} isDisabled={readOnly} onChange={(k) => set(i, withDistribution(o, distributionOf(k, places)), `${name}: ${k}`)} /></td>
                    {places.map((value, p) => (
                      <td key={p}>
                        {value !== undefined && (
                          <NumberField
                            label={`${name}, ${kind.names[p]} waarde`}
                            labelHidden
                            tip={o.parameter}
                            scale={measure.scale}
                            step={measure.step}
                            {...(measure.minimum !== undefined && { minimum: measure.minimum })}
                            value={value}
                            readOnly={readOnly}
                            onChange={(next) => next !== undefined && set(i, withDistribution(o, distributionOf(kind.value, places.with(p, next) as unknown as typeof places)), `${name}, ${kind.names[p]} waarde`, `plek ${p}`)}
                          />
                        )}
                      </td>
                    ))}
                    <td className="muted">{measure.unit}</td>
                    <td><Checkbox aria-label={`${name} per school apart getrokken`} isSelected={o.perSchool ?? false} isDisabled={readOnly} onChange={(on) => set(i, without({ ...o, perSchool: on || undefined }) as Onzekerheid, `${name} ${on ? 'per school' : 'voor alle scholen gelijk'}`)} /></td>
                    <td><SourceMark name={name.toLowerCase()} source={sourceOf(o)} onChange={readOnly ? undefined : (source) => set(i, withSourceOf(o, source), `Bron van ${name.toLowerCase()}`)} /></td>
                    <td className="col-tools">{!readOnly && <IconButton icon="remove" label={`${name} verwijderen`} onPress={() => save(list.toSpliced(i, 1), `Onzeker uitgangspunt verwijderd: ${name.toLowerCase()}`)} />}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {list.some((o) => !isOrdered(o.verdeling)) && <Notice level="fault">Laag, midden en hoog lopen niet op. Pas ze aan; tot dan wordt niet gerekend.</Notice>}
      {shown && !readOnly && (
        <div className="screen-actions">
          <Menu label="Onzeker uitgangspunt" actions={ONZEKERE_PARAMETERS.map((p) => ({ id: p, label: ONZEKER[p], onAction: () => add(p) }))}>
            <Button kind={list.length === 0 ? 'plain' : 'quiet'} icon="plus">Uitgangspunt</Button>
          </Menu>
        </div>
      )}
    </section>
  );
}
