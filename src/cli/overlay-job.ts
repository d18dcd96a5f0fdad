import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { layoutPage } from "../layout/layout-page.ts";
import { InputError } from "../model/errors.ts";
import type { Fact } from "../model/fact.ts";
import { sniff } from "../read/sniff.ts";
import { extractDocument } from "../run/document.ts";
import { pagesOf, type SourceBytes } from "../run/layout-of.ts";
import { reasonOf } from "../run/sources.ts";
import { useWords, wordsFrom } from "../taxonomy/own/own.ts";
import type { DeclaredWords } from "../taxonomy/own/schema.ts";
import { writeFileAtomic } from "../write/atomic.ts";
import { type Annotation, overlaySvg } from "../write/overlay.ts";
import { coordinatesText } from "./coordinates-text.ts";

export interface OverlayTask {
  readonly name: string;
  readonly path: string;
  readonly folder: string;
  /** Words of the user's own. */
  readonly words?: DeclaredWords;
}

/** What the child process of `yusuan inspect --overlay` does: `page-001.svg` and so on in a folder; returns how many. */
export async function perform(
  { name, path, folder, words }: OverlayTask,
  onEffort: () => void = () => {},
): Promise<number> {
  useWords(wordsFrom(words));
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new InputError(reasonOf(error, path));
  });
  if (sniff(bytes) !== "pdf") throw new InputError("only the pages of a PDF can be drawn");
  const facts = await factsOf({ name, bytes: new Uint8Array(bytes), onEffort });
  let pages = 0;
  for await (const page of pagesOf(bytes, onEffort)) {
    const annotations = facts.flatMap((fact) => annotationOf(fact, page.number));
    const svg = overlaySvg(page, layoutPage(page), annotations);
    await writeFileAtomic(join(folder, `page-${String(page.number).padStart(3, "0")}.svg`), svg);
    pages++;
  }
  return pages;
}

/** A file that is no disclosure has no figures, but pages to look at, which may show why. */
async function factsOf(source: SourceBytes): Promise<readonly Fact[]> {
  try {
    return (await extractDocument(source)).facts;
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function annotationOf(fact: Fact, page: number): Annotation[] {
  const { box } = fact.place;
  if (fact.place.page !== page || !box) return [];
  return [{ box, text: `${fact.status}: ${coordinatesText(fact)}` }];
}
