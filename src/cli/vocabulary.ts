import { readVocabulary } from "../run/vocabulary-file.ts";
import type { DeclaredWords } from "../taxonomy/own/schema.ts";
import { printable } from "./terminal.ts";
import { say, translated } from "./words/say.ts";

/** The words of the file that was named, if one was; what they replace is told. */
export function wordsOf(file: string | undefined): { readonly words?: DeclaredWords } {
  if (file === undefined) return {};
  const { words, notes } = readVocabulary(file);
  tellNotes(notes);
  return { words };
}

/** Tells which known words a vocabulary gives another meaning. */
export function tellNotes(notes: readonly string[]): void {
  for (const note of notes)
    process.stderr.write(`${say("yusuan: {}", translated(printable(note)))}\n`);
}
