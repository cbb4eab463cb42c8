/** A document as it will stand on paper: in its own style, whatever the theme, shrunk to the room that there is. */
import { useEffect, useRef } from 'react';
import type { Stukinzage } from '../../../models/contract/voorstel.ts';

/** Width of a sheet in pixels, A4 landscape. */
const WIDTH = (297 * 96) / 25.4;

const element = (name: string, className: string, text = ''): HTMLElement => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

export function Sheet({ stuk, stijl }: { stuk: Stukinzage; stijl: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = host.current as HTMLDivElement;
    const root = frame.shadowRoot ?? frame.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(stijl);
    root.adoptedStyleSheets = [style];
    const content = element('div', 'stuk');
    // Made by the program, every text in it escaped; the policy of the page lets nothing in it run or load.
    content.innerHTML = stuk.inhoud;
    const sheet = element('div', 'blad');
    sheet.append(element('p', 'markering', stuk.markering), content, element('p', 'voet', `${stuk.naam}\n${stuk.bron}`));
    root.replaceChildren(sheet);
    const fit = new ResizeObserver(() => {
      sheet.style.zoom = String(Math.min(1, frame.clientWidth / WIDTH));
    });
    fit.observe(frame);
    return () => fit.disconnect();
  }, [stuk, stijl]);
  return <article ref={host} className="sheet" aria-label={stuk.titel} />;
}
