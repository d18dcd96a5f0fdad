import { isNumber, type Piece } from "./text-pieces.ts";

/** A code, and the name behind it. */
interface Pair {
  readonly code: Piece;
  readonly name: Piece;
}

/**
 * Codes and names that share a cell as one piece each: `205 教育支出`, `2050101 行政运行`. Where codes begin at one place or further
 * in with each level, and names one space after them however long they are, names have no column of their own.
 */
export function codesWithNames<T extends { readonly pieces: readonly Piece[] }>(
  lines: readonly T[],
): readonly T[] {
  const pairs = lines.flatMap((line) => pairOf(line.pieces) ?? []);
  if (pairs.length === 0 || pairs.some(({ name }) => !name.glued)) return lines;
  const lengths = pairs.map(({ code }) => code.text.length);
  const [short, long] = [Math.min(...lengths), Math.max(...lengths)];
  if (short === long || beginOf(pairs, long) < beginOf(pairs, short)) return lines;
  return lines.map((line) => {
    const pair = pairOf(line.pieces);
    if (!pair) return line;
    const { code, name } = pair;
    const both = { ...code, text: `${code.text} ${name.text}`, to: name.to };
    return { ...line, pieces: [both, ...line.pieces.slice(2)] };
  });
}

function pairOf([code, name]: readonly Piece[]): Pair | undefined {
  return code && name && /^\d{3,}$/.test(code.text) && !isNumber(name) ? { code, name } : undefined;
}

/** Where codes of a length begin. */
function beginOf(pairs: readonly Pair[], length: number): number {
  const begins = pairs.filter(({ code }) => code.text.length === length);
  return Math.min(...begins.map(({ code }) => code.from));
}
