import { extractDocument } from "../run/document.ts";
import { layoutOf } from "../run/layout-of.ts";
import { type ShownBlocks, shownBlocks } from "./blocks.ts";
import { type Sum, sumsOf } from "./sums.ts";

/** A source as JSON takes it, and what is asked of it. */
export interface OpenTask {
  readonly name: string;
  readonly base64: string;
  readonly want: "blocks" | "sums";
}
export type Opened = ShownBlocks | readonly Sum[];

/** What a child process does with a source that is looked at: documents are opened in none that must live on. */
export async function perform({ name, base64, want }: OpenTask): Promise<Opened> {
  const source = { name, bytes: new Uint8Array(Buffer.from(base64, "base64")) };
  if (want === "sums") return sumsOf(await extractDocument(source));
  return shownBlocks((await layoutOf(source)).blocks);
}
