import { UsageError } from "../model/errors.ts";
import { remarksOn } from "../normalise/own-words.ts";
import { type DeclaredWords, meaningKeys, ownSchema, subjectKeys } from "../taxonomy/own/schema.ts";
import { parseSettings, settingsText } from "./yaml-file.ts";

/** A user's own words, checked, and what its reader should know of them. */
export interface Vocabulary {
  readonly words: DeclaredWords;
  /** `my-words.yaml:4: …`: known words that it gives another meaning, as it says. */
  readonly notes: readonly string[];
}

/** Reads a vocabulary (YAML). Throws UsageError with file and line for each thing that is wrong in it. */
export function readVocabulary(file: string): Vocabulary {
  return parseVocabulary(settingsText(file, "the vocabulary"), file);
}

/** @param file only names the vocabulary in errors: `my-words.yaml:7: headings.…: …`. */
export function parseVocabulary(text: string, file: string): Vocabulary {
  const { settings: words, lineOf } = parseSettings(text, file, ownSchema, keysAt);
  const { faults, notes } = remarksOn(words);
  const at = ({ path, text }: (typeof faults)[number]) => ({ line: lineOf(path), text });
  const told = (remarks: typeof faults) =>
    remarks
      .map(at)
      .sort((a, b) => a.line - b.line)
      .map(({ line, text }) => `${file}:${line}: ${text}`);
  if (faults.length > 0) throw new UsageError(told(faults).join("\n"));
  return { words, notes: told(notes) };
}

function keysAt([section, ...below]: readonly PropertyKey[]): readonly string[] {
  if (section === undefined) return Object.keys(ownSchema.shape);
  if (section === "headings" || section === "rows") return meaningKeys;
  return below.length === 0 ? subjectKeys.dimensions : subjectKeys.entry;
}
