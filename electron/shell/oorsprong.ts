/** The page's own address. A scheme of ours instead of file://, which would let the page read the disk. */
export const SCHEMA = 'app';
export const OORSPRONG = `${SCHEMA}://arrangement`;
export const BEGINPAGINA = `${OORSPRONG}/index.html`;
