/** Lines of the region: what is not tied to one school. */
import { Notice } from '../../components/Notice.tsx';
import { wijzigScenario } from '../../stand/scenario.ts';
import { CostLines } from './CostLines.tsx';
import { useEditing } from './context.ts';

export function Regional() {
  const { scenario, ouder, readOnly } = useEditing();
  return (
    <>
      <p className="muted">Kosten voor alle scholen samen, zoals coördinatie, scholing en evaluatie. Zij worden verdeeld over de gemeenten die meedoen, naar de sleutel van het scenario over alle scholen met een arrangement.</p>
      <CostLines
        title="Regionale inzet"
        lines={scenario.regionaal ?? []}
        parent={ouder ? (ouder.regionaal ?? []) : undefined}
        school={undefined}
        readOnly={readOnly}
        onChange={(regionaal, what, field) => wijzigScenario(scenario.id, (s) => ({ ...s, regionaal }), `${what} (regionaal)`, field && `regionaal ${field}`)}
      />
      {scenario.arrangementen.length === 0 && (scenario.regionaal?.length ?? 0) > 0 && <Notice>Er is geen school met een arrangement: de sleutel heeft niets om naar te verdelen en valt terug op gelijke delen.</Notice>}
    </>
  );
}
