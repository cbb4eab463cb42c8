/** A document as it will stand on paper: its own style within its own borders, shrunk to the room that there is. */
import { useEffect, useRef } from 'react';
import type { Stukinzage } from '../../../models/contract/voorstel.ts';

/** Between what begins a new page. */
const PAGES = '.bladzij + .bladzij, .pagina { margin-top: 32px; padding-top: 32px; border-top: 1px dashed; }';
/** Width of a sheet in pixels, A4 landscape. */
const WIDTH = (297 * 96) / 25.4;

export function Sheet({ stuk, stijl }: { stuk: Stukinzage; stijl: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = content.current as HTMLDivElement;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${stijl}${PAGES}`);
    root.adoptedStyleSheets = [sheet];
    // Made by the program, every text in it escaped; the policy of the page lets nothing in it run or load.
    root.innerHTML = `<div class="stuk">${stuk.inhoud}</div>`;
  }, [stuk, stijl]);
  useEffect(() => {
    const box = frame.current as HTMLDivElement;
    const fit = new ResizeObserver(() => {
      if (paper.current) paper.current.style.zoom = String(Math.min(1, box.clientWidth / WIDTH));
    });
    fit.observe(box);
    return () => fit.disconnect();
  }, []);
  return (
    <div ref={frame} className="sheet-frame">
      <article ref={paper} className="sheet" aria-label={stuk.titel}>
        <p className="sheet-mark">{stuk.markering}</p>
        <div ref={content} />
        <p className="sheet-foot">{stuk.naam}<br />{stuk.bron}</p>
      </article>
    </div>
  );
}
