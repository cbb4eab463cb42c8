/** SHA-256 (FIPS 180-4) of a text in UTF-8, in plain arithmetic: `models` knows no platform, and a page must give the same fingerprint as the service. */

const K = /* @__PURE__ */ wortelbits(64, 3);
const BEGIN = /* @__PURE__ */ wortelbits(8, 2);

/** The first 32 bits of the fractional parts of the square (2) or cube (3) roots of the first primes: where the constants of FIPS 180-4 come from. */
function wortelbits(aantal: number, graad: 2 | 3): Int32Array {
  const bits = new Int32Array(aantal);
  let n = 0;
  for (let p = 2; n < aantal; p++) {
    let priem = true;
    for (let d = 2; d * d <= p; d++) if (p % d === 0) priem = false;
    if (priem) bits[n++] = Number(wortel(BigInt(p) << BigInt(32 * graad), graad) & 0xffff_ffffn) | 0;
  }
  return bits;
}

/** The whole part of a root. */
function wortel(waarde: bigint, graad: 2 | 3): bigint {
  let laag = 0n;
  let hoog = 1n << 40n;
  while (laag < hoog) {
    const midden = (laag + hoog + 1n) / 2n;
    if (midden ** BigInt(graad) <= waarde) laag = midden;
    else hoog = midden - 1n;
  }
  return laag;
}

const draai = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

/** The message in UTF-8 with its padding, as big-endian 32-bit words. A surrogate without its other half counts as U+FFFD, as everywhere. */
function gevuldeWoorden(tekst: string): Int32Array {
  const bytes: number[] = [];
  for (const teken of tekst) {
    const gelezen = teken.codePointAt(0) as number;
    const c = gelezen >= 0xd800 && gelezen <= 0xdfff ? 0xfffd : gelezen;
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x1_0000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  const woorden = new Int32Array(16 * Math.ceil((bytes.length + 9) / 64));
  for (const [i, byte] of bytes.entries()) woorden[i >> 2]! |= byte << (24 - 8 * (i & 3));
  woorden[bytes.length >> 2]! |= 0x80 << (24 - 8 * (bytes.length & 3));
  woorden[woorden.length - 2] = Math.floor(bytes.length / 2 ** 29);
  woorden[woorden.length - 1] = bytes.length << 3;
  return woorden;
}

/** @returns 64 hexadecimal digits */
export function sha256(tekst: string): string {
  const woorden = gevuldeWoorden(tekst);
  const h = BEGIN.slice();
  const w = new Int32Array(64);
  for (let blok = 0; blok < woorden.length; blok += 16) {
    for (let t = 0; t < 16; t++) w[t] = woorden[blok + t] as number;
    for (let t = 16; t < 64; t++) {
      const x = w[t - 15] as number;
      const y = w[t - 2] as number;
      w[t] = ((draai(x, 7) ^ draai(x, 18) ^ (x >>> 3)) + (w[t - 7] as number) + (draai(y, 17) ^ draai(y, 19) ^ (y >>> 10)) + (w[t - 16] as number)) | 0;
    }
    let [a, b, c, d, e, f, g, i] = h as unknown as [number, number, number, number, number, number, number, number];
    for (let t = 0; t < 64; t++) {
      const een = (i + (draai(e, 6) ^ draai(e, 11) ^ draai(e, 25)) + ((e & f) ^ (~e & g)) + (K[t] as number) + (w[t] as number)) | 0;
      const twee = ((draai(a, 2) ^ draai(a, 13) ^ draai(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [i, g, f, e, d, c, b, a] = [g, f, e, (d + een) | 0, c, b, a, (een + twee) | 0];
    }
    for (const [n, waarde] of [a, b, c, d, e, f, g, i].entries()) h[n] = ((h[n] as number) + waarde) | 0;
  }
  return Array.from(h, (waarde) => (waarde >>> 0).toString(16).padStart(8, '0')).join('');
}
