/** A seeded source of numbers below `limit` (mulberry32): the same seed damages the same way. */
export function randomOf(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

/** A damaged copy: bytes flipped, cut off, spliced over each other, doubled, or numbers and names lied about. */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const random = randomOf(seed);
  const kind = random(6);
  if (kind === 0) return bytes.slice(0, random(bytes.length));
  const copy = bytes.slice();
  const at = random(bytes.length);
  const length = random(Math.min(4_000, bytes.length - at));
  if (kind === 1) {
    for (let i = 0; i <= random(40); i++) copy[random(copy.length)] = random(256);
    return copy;
  }
  if (kind === 2) {
    copy.copyWithin(random(copy.length), at, at + length);
    return copy;
  }
  if (kind === 3) {
    const doubled = new Uint8Array(bytes.length + length);
    doubled.set(bytes.subarray(0, at + length));
    doubled.set(bytes.subarray(at), at + length);
    return doubled;
  }
  if (kind === 4) {
    copy.fill(random(256), at, at + length);
    return copy;
  }
  // Digits after a structural name: lengths, counts, references, widths, offsets.
  const names = [
    "/Length",
    "/Count",
    "/Kids",
    "/W",
    "/Size",
    "/Contents",
    "xref",
    "/Root",
    "/Index",
  ];
  const name = names[random(names.length)] ?? "/Length";
  const text = Buffer.from(copy.buffer, copy.byteOffset, copy.byteLength);
  for (let found = text.indexOf(name); found >= 0; found = text.indexOf(name, found + 1))
    for (let i = found; i < Math.min(found + 24, copy.length); i++)
      if ((copy[i] ?? 0) >= 0x30 && (copy[i] ?? 0) <= 0x39 && random(3) === 0)
        copy[i] = 0x30 + random(10);
  return copy;
}
