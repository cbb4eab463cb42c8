/** A table of an answer under its heading, which says that its figures are an example as long as they are. */
import type { ReactNode } from 'react';

export function Part({ title, note, voorbeeld, children }: { title: string; note?: ReactNode; voorbeeld: boolean; children: ReactNode }) {
  return (
    <section className="part">
      <h2>{voorbeeld && <em className="example">Voorbeeld. </em>}{title}</h2>
      {note && <p className="note">{note}</p>}
      {children}
    </section>
  );
}
