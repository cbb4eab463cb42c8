/** Why something cannot be shown to a reader, with the cells concerned; never how closely they could be known. */
import { Dienstfout } from '../client/client.ts';
import { Notice } from '../components/Notice.tsx';

/** More than this nobody reads; the number of the others is said. */
const MOST = 8;

export function Refusal({ fault }: { fault: unknown }) {
  const cells = fault instanceof Dienstfout && fault.code === 'geweigerd' && Array.isArray(fault.details) ? fault.details.filter((c): c is string => typeof c === 'string') : [];
  return (
    <div role="alert">
      <Notice level="fault">
        {fault instanceof Error ? fault.message : String(fault)}
        {cells.length > 0 && ` Het gaat om: ${cells.slice(0, MOST).join('; ')}${cells.length > MOST ? ` en ${cells.length - MOST} andere` : ''}.`}
      </Notice>
    </div>
  );
}
