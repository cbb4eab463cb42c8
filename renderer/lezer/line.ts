/** The line under what was copied: whose eyes it is for. */
import { INTERN } from './lezers.ts';

/** What a copy ends with: a blank line, so that it never reads as a row, and the mark. */
const END = '\r\n\r\n';
export const withMark = (text: string, ...lines: readonly string[]): string => `${text}${END}${lines.join('\r\n')}`;

const MARKS = [INTERN, 'klankbordgroep – ', 'openbaar – '];
/** What was copied here, without its mark: for pasting it back. */
export function withoutMark(text: string): string {
  const at = text.replaceAll('\r\n', '\n').lastIndexOf('\n\n');
  const plain = text.replaceAll('\r\n', '\n');
  const [line = ''] = plain.slice(at + 2).split('\n', 1);
  return at >= 0 && MARKS.some((m) => line.includes(m)) ? plain.slice(0, at) : text;
}
