import { isWord } from "../taxonomy/words/lookup.ts";
import type { Chunk } from "./text-pieces.ts";

/** Letters of the longest word that is printed with its letters apart (收 入 总 计), and the widest white between two. */
const MOST_LETTERS = 6;
const WIDEST = 16;
const LETTER = /^[\u4e00-\u9fff]$/;
/** The levels of a code are headings by themselves: 类 款 项 目 are four. */
const LEVEL = /^[类款项]$/;

/**
 * Words whose letters stand apart, as `收      入` over its list and `合    计` before its amounts: single letters that are a known
 * heading together. The last piece may go on, as that of `项    目（按功能分类）` does.
 */
export function lettersTogether(chunks: readonly Chunk[]): readonly Chunk[] {
  const joined: Chunk[] = [];
  for (let at = 0; at < chunks.length; ) {
    const word = wordAt(chunks, at);
    joined.push(word?.chunk ?? (chunks[at] as Chunk));
    at += word?.count ?? 1;
  }
  return joined;
}

function wordAt(chunks: readonly Chunk[], at: number) {
  if (LEVEL.test(chunks[at - 1]?.text ?? "")) return undefined;
  let letters = 0;
  while (letters < MOST_LETTERS - 1 && isFollowed(chunks, at + letters)) letters++;
  for (let count = letters + 1; count > 1; count--) {
    const parts = chunks.slice(at, at + count);
    const text = parts.map((part, i) => part.text + white(part, parts[i + 1])).join("");
    if (parts.every((part) => LEVEL.test(part.text)) || !isWord(text)) continue;
    const chunk = { text, from: chunks[at]?.from ?? 0, to: parts.at(-1)?.to ?? 0 };
    return { chunk, count };
  }
  return undefined;
}

function white(part: Chunk, next: Chunk | undefined): string {
  return " ".repeat(next ? next.from - part.to : 0);
}

/** Is a piece one letter, with another piece near behind it? */
function isFollowed(chunks: readonly Chunk[], at: number): boolean {
  const [letter, next] = chunks.slice(at, at + 2);
  return !!letter && !!next && LETTER.test(letter.text) && next.from - letter.to <= WIDEST;
}
