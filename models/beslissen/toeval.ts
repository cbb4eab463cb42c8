/**
 * Random numbers that any thread can make for any draw: Philox 4×32-10 (Salmon, Moraes, Dror & Shaw, “Parallel random numbers: as easy as 1, 2, 3”, 2011).
 * Counter-based: number n of a stream follows from seed, stream and n alone, so the same seed gives the same numbers however the work is divided.
 */

const MAAL_A = 0xd251_1f53;
const MAAL_C = 0xcd9e_8d57;
const GULDEN = 0x9e37_79b9;
const WORTEL_DRIE = 0xbb67_ae85;
const RONDES = 10;

/** The high 32 bits of the product of two 32-bit numbers. */
function hoogProduct(a: number, b: number): number {
  const al = a & 0xffff;
  const ah = a >>> 16;
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const midden = ah * bl + ((al * bl) >>> 16);
  return (ah * bh + (midden / 0x1_0000 >>> 0) + (((midden & 0xffff) + al * bh) / 0x1_0000 >>> 0)) >>> 0;
}

/** One block: four numbers of 32 bits from a counter of four and a key of two. Written over `uit`. */
export function philox(uit: Uint32Array, teller: readonly [number, number, number, number], sleutel: readonly [number, number]): void {
  let a = teller[0];
  let b = teller[1];
  let c = teller[2];
  let d = teller[3];
  let k = sleutel[0];
  let l = sleutel[1];
  for (let ronde = 0; ronde < RONDES; ronde++) {
    const hoogA = hoogProduct(MAAL_A, a);
    const laagA = Math.imul(MAAL_A, a);
    const hoogC = hoogProduct(MAAL_C, c);
    const laagC = Math.imul(MAAL_C, c);
    a = (hoogC ^ b ^ k) >>> 0;
    b = laagC >>> 0;
    c = (hoogA ^ d ^ l) >>> 0;
    d = laagA >>> 0;
    k = (k + GULDEN) >>> 0;
    l = (l + WORTEL_DRIE) >>> 0;
  }
  uit[0] = a;
  uit[1] = b;
  uit[2] = c;
  uit[3] = d;
}

/** FNV-1a of a text: which stream it is. */
function streep(tekst: string, begin: number): number {
  let h = begin;
  for (let i = 0; i < tekst.length; i++) {
    h = Math.imul(h ^ (tekst.charCodeAt(i) & 0xff), 0x0100_0193);
    h = Math.imul(h ^ (tekst.charCodeAt(i) >>> 8), 0x0100_0193);
  }
  return h >>> 0;
}

/** Seeds are whole numbers from 0 up to 2⁵³. */
export const isZaad = (zaad: number): boolean => Number.isSafeInteger(zaad) && zaad >= 0;

/**
 * A stream of whole numbers of 32 bits.
 * @param zaad whole, 0..2⁵³−1; @param naam of the stream: streams of other names have nothing to do with each other
 * @returns number n of it, n = 0, 1, …
 */
export function toevalsstroom(zaad: number, naam: string): (n: number) => number {
  const sleutel = [zaad >>> 0, streep(naam, 0x811c_9dc5)] as const;
  const [hoogZaad, tweede] = [Math.floor(zaad / 2 ** 32), streep(naam, 0x050c_5d1f)];
  const blok = new Uint32Array(4);
  let huidig = -1;
  return (n) => {
    const nummer = Math.floor(n / 4);
    if (nummer !== huidig) {
      philox(blok, [nummer >>> 0, Math.floor(nummer / 2 ** 32), tweede, hoogZaad], sleutel);
      huidig = nummer;
    }
    return blok[n & 3] as number;
  };
}
