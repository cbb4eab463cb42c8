/** The colours of the design tokens as the canvas needs them: resolved for the theme that is on. */

export interface Colours { ink: string; muted: string; hairline: string; /** What the chart stands on. */ surface: string; v: string; n: string; nul: string; action: string; scenarios: readonly string[] }

const NAMES = ['ink', 'muted', 'hairline', 'v', 'n', 'nul', 'action', 'scenario-1', 'scenario-2', 'scenario-3', 'scenario-4'] as const;

export function readColours(beside: HTMLElement): Colours {
  const probe = document.createElement('span');
  probe.hidden = true;
  beside.append(probe);
  const of = (name: (typeof NAMES)[number]): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const [ink, muted, hairline, v, n, nul, action, ...scenarios] = NAMES.map(of) as [string, string, string, string, string, string, string, ...string[]];
  probe.remove();
  const surface = behind(beside);
  return { ink, muted, hairline, surface, v, n, nul, action, scenarios };
}

/** The colour that the chart really stands on. */
function behind(element: HTMLElement): string {
  for (let box: HTMLElement | null = element; box; box = box.parentElement) {
    const colour = getComputedStyle(box).backgroundColor;
    if (colour !== 'transparent' && colour !== 'rgba(0, 0, 0, 0)') return colour;
  }
  return 'white';
}
