import { readFile } from "node:fs/promises";
import { memberIn } from "../read/zip.ts";
import { extractDocument } from "../run/document.ts";
import { type ThreePublicFigure, threePublicFigures } from "./three-public-figures.ts";

/** A file, or one in an archive. */
export interface Source {
  readonly name: string;
  readonly path: string;
  readonly member?: readonly string[];
}

/** What a child process of `yusuan three-public` does with a file. */
export async function perform(source: Source): Promise<ThreePublicFigure[]> {
  const bytes = await memberIn(await readFile(source.path), source.member);
  return threePublicFigures(await extractDocument({ name: source.name, bytes }));
}
