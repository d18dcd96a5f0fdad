import { isNumber, type Piece } from "./text-pieces.ts";

/** The pieces of a line, with whatever else is known of it. */
interface Pieces {
  readonly pieces: readonly Piece[];
}

/**
 * Codes and names that share a cell as one piece each: `205 教育支出`, `2050101 行政运行`. Where codes begin at one place or further
 * in with each level, and names one space after them however long they are, names have no column of their own.
 */
export function codesWithNames<T extends Pieces>(lines: readonly T[]): readonly T[] {
  const pairs = lines.flatMap(({ pieces: [code, name] }): readonly Pair[] =>
    code && name && isCode(code) && !isNumber(name) ? [{ code, name }] : [],
  );
  const [short, long] = [lengthsOf(pairs, Math.min), lengthsOf(pairs, Math.max)];
  const isRight = beginOf(pairs, long) < beginOf(pairs, short);
  if (short === long || isRight || pairs.some(({ name }) => !name.glued)) return lines;
  return lines.map((line) => {
    const [code, name, ...others] = line.pieces;
    if (!code || !name || !isCode(code) || isNumber(name)) return line;
    const both = { ...code, text: `${code.text} ${name.text}`, to: name.to };
    return { ...line, pieces: [both, ...others] };
  });
}

interface Pair {
  readonly code: Piece;
  readonly name: Piece;
}

function lengthsOf(pairs: readonly Pair[], of: (...lengths: number[]) => number): number {
  return of(...pairs.map(({ code }) => code.text.length));
}

/** Where codes of a length begin. */
function beginOf(pairs: readonly Pair[], length: number): number {
  const begins = pairs.filter(({ code }) => code.text.length === length);
  return Math.min(...begins.map(({ code }) => code.from));
}

function isCode({ text }: Piece): boolean {
  return /^\d{3,}$/.test(text);
}
