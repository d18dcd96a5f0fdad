import { readFile } from "node:fs/promises";
import { extractDocument } from "../run/document.ts";
import { type ThreePublicFigure, threePublicFigures } from "./three-public-figures.ts";

/** What a child process of `yusuan three-public` does with a file. */
export async function perform(source: {
  name: string;
  path: string;
}): Promise<ThreePublicFigure[]> {
  const bytes = await readFile(source.path);
  return threePublicFigures(await extractDocument({ name: source.name, bytes }));
}
