/** The products: what each can be replaced for, who bears it, how it rises in price. */
import type { Product } from '../../../models/project/types.ts';
import { benuttingVan, dragerVan, GEMEENTEN, indexVanProduct } from '../../../models/project/standaard.ts';
import { choiceCell, shareCell, textCell } from '../../components/grid/cells.ts';
import type { Column } from '../../components/grid/column.ts';
import { formatShare } from '../../format/number.ts';
import { tipText } from '../../help/tips.ts';
import { dragerNaam, dragersVan } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { exampleMark, List } from './lists.tsx';

export function Producten() {
  const { project } = useOpen();
  const all = project.herkomst?.['producten'];
  const dragers = dragersVan(project).map((value) => ({ value, label: dragerNaam(project, value) }));
  const columns: Column<Product>[] = [
    { id: 'naam', title: 'Product', width: 240, text: (p) => p.naam, sort: (p) => p.naam, edit: textCell((p: Product) => p.naam, 'Vul een naam in.') },
    { id: 'code', title: 'Code', width: 100, text: (p) => p.code, sort: (p) => p.code },
    { id: 'vervangbaar', title: 'Vervangbaar', width: 104, align: 'right', sourced: true, text: (p) => formatShare(p.vervangbaar), sort: (p) => p.vervangbaar, explanation: tipText('vervangbaar'), mark: (p) => exampleMark(p, 'vervangbaar', all), edit: shareCell((p: Product) => p.vervangbaar) },
    { id: 'benutting', title: 'Benutting', width: 92, align: 'right', sourced: true, text: (p) => formatShare(benuttingVan(p)), sort: (p) => benuttingVan(p), explanation: tipText('benutting'), mark: (p) => exampleMark(p, 'benutting'), edit: shareCell((p: Product) => p.benutting, { optional: true }) },
    { id: 'drager', title: 'Drager', width: 160, explanation: tipText('drager'), text: (p) => dragerNaam(project, dragerVan(p)), sort: (p) => dragerVan(p), edit: { ...choiceCell((p: Product) => dragerVan(p), dragers), read: (text) => { const found = choiceCell(() => '', dragers).read(text, undefined); return found.ok && found.value === GEMEENTEN ? { ok: true, value: undefined } : found; } } },
    { id: 'index', title: 'Index', width: 80, explanation: tipText('index'), text: (p) => indexVanProduct(p), sort: (p) => indexVanProduct(p), edit: choiceCell((p: Product) => indexVanProduct(p), [{ value: 'prijs', label: 'prijs' }, { value: 'loon', label: 'loon' }]) },
    { id: 'categorie', title: 'Categorie', width: 120, explanation: tipText('categorie'), text: (p) => p.categorie ?? '', sort: (p) => p.categorie, edit: textCell((p: Product) => p.categorie) },
    { id: 'taakveld', title: 'Taakveld', width: 132, explanation: tipText('taakveld'), text: (p) => (typeof p.taakveld === 'object' ? Object.entries(p.taakveld).map(([year, code]) => `${year}: ${code}`).join(', ') : (p.taakveld ?? '')), edit: { ...textCell((p: Product) => (typeof p.taakveld === 'string' ? p.taakveld : undefined)), allowed: (p) => typeof p.taakveld !== 'object' } },
  ];
  return (
    <List<Product>
      label="Producten"
      name="producten"
      one="product"
      many="producten"
      note="Een nieuw product heeft vervangbaar 0 % tot u het invult."
      columns={columns}
      rows={project.producten}
      rowKey={(p) => p.code}
      nameOf={(p) => p.naam}
      source={all}
      asChange={(lijst) => ({ soort: 'producten', lijst })}
      fields={[{ id: 'code', label: 'Code' }, { id: 'naam', label: 'Naam' }]}
      make={(values) => ({ vervangbaar: 0, ...values }) as Product}
      empty={<p className="muted">Nog geen producten. Lees een lijst in, of voeg ze toe.</p>}
    />
  );
}
