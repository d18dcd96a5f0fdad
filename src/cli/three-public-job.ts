import { readFile } from "node:fs/promises";
import { memberIn } from "../read/zip.ts";
import { extractDocument } from "../run/document.ts";
import { useWords, wordsFrom } from "../taxonomy/own/own.ts";
import type { DeclaredWords } from "../taxonomy/own/schema.ts";
import { type ThreePublicFigure, threePublicFigures } from "./three-public-figures.ts";

/** A file, or one in an archive. */
export interface Source {
  readonly name: string;
  readonly path: string;
  readonly member?: readonly string[];
  /** Words of the user's own. */
  readonly words?: DeclaredWords;
}

/** What a child process of `yusuan three-public` does with a file. */
export async function perform(
  source: Source,
  onRecognise?: () => void,
): Promise<ThreePublicFigure[]> {
  useWords(wordsFrom(source.words));
  const bytes = await memberIn(await readFile(source.path), source.member);
  const { name } = source;
  return threePublicFigures(
    await extractDocument({ name, bytes, ...(onRecognise && { onRecognise }) }),
  );
}
