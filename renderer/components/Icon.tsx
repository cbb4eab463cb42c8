/** The icons of the program: 16 × 16, drawn with one line weight. Decorative: the text beside them or their button's label says what they mean. */
import './Icon.css';

const PATHS = {
  warning: 'M8 2.2 14.6 13.6H1.4ZM8 6.4v3.6M8 11.7v.3',
  fault: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.2v4M8 4.7v.3',
  check: 'M2.8 8.6 6.3 12l7-8',
  todo: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z',
  right: 'M6 3.5 10.5 8 6 12.5',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4',
  remove: 'M2.5 4.5h11M6 4.5V2.8h4v1.7M4 4.5l.6 8.7h6.8l.6-8.7M6.6 7v3.8M9.4 7v3.8',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3l3.5 3.5',
  undo: 'M5.5 2.8 2.5 5.8l3 3M2.8 5.8h6.4a4 4 0 0 1 0 8H6',
  redo: 'M10.5 2.8l3 3-3 3M13.2 5.8H6.8a4 4 0 0 0 0 8H10',
  download: 'M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11',
  upload: 'M8 10.5v-8M4.8 5.5 8 2.3l3.2 3.2M2.5 13.5h11',
  table: 'M2 3h12v10H2ZM2 6.3h12M2 9.7h12M6 3v10',
  chart: 'M2.5 2.5v11h11M5.5 11V8M8.5 11V4.5M11.5 11V6.5',
  lock: 'M3.5 7.2h9v6.3h-9ZM5.3 7.2V5a2.7 2.7 0 0 1 5.4 0v2.2',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.3v1.6M8 13.1v1.6M1.3 8h1.6M13.1 8h1.6M3.3 3.3l1.1 1.1M11.6 11.6l1.1 1.1M3.3 12.7l1.1-1.1M11.6 4.4l1.1-1.1',
  moon: 'M13.3 9.6A5.8 5.8 0 0 1 6.4 2.7a5.8 5.8 0 1 0 6.9 6.9Z',
  help: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.7-.8 1.3M8 11.3v.3',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  file: 'M4 1.8h5.2L12.5 5v9.2H4ZM9 1.8v3.4h3.5',
  folder: 'M1.8 3.5h4.4l1.4 1.7h6.6v7.8H1.8Z',
  present: 'M1.8 2.5h12.4v8.5H1.8ZM8 11v2.5M5 13.7h6',
  filter: 'M2 3h12L9.5 8.3v4.5l-3 1.2V8.3Z',
  edit: 'M2.5 13.5l.7-3.2L10.8 2.7l2.5 2.5-7.6 7.6ZM9.3 4.2l2.5 2.5',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.5V8l2.5 1.7',
  people: 'M6 3a2.3 2.3 0 1 0 0 4.6A2.3 2.3 0 0 0 6 3ZM1.8 13.2c0-2.6 1.8-4.2 4.2-4.2s4.2 1.6 4.2 4.2M11 7.6a2 2 0 1 0-.8-3.9M11.6 9.3c1.6.4 2.6 1.8 2.6 3.9',
  print: 'M4.5 6V2.3h7V6M4.5 11.5h-2.7V6h12.4v5.5h-2.7M4.5 9.5h7v4.2h-7Z',
  question: 'M5.4 5.6a2.6 2.6 0 1 1 3.9 2.3c-.9.5-1.3 1-1.3 2M8 12.4v.3',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, tone }: { name: IconName; tone?: 'warning' | 'fault' | 'action' | 'muted' | 'v' | 'n' }) {
  return (
    <svg className={tone ? `icon icon-${tone}` : 'icon'} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
