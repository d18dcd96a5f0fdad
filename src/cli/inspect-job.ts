import { readFile } from "node:fs/promises";
import type { Disclosure } from "../model/disclosure.ts";
import { InputError } from "../model/errors.ts";
import type { Language } from "../model/message.ts";
import { catalogueFor } from "../normalise/catalogue/index.ts";
import { knownUnits } from "../normalise/units.ts";
import { extractDocument } from "../run/document.ts";
import { layoutOf } from "../run/layout-of.ts";
import { reasonOf } from "../run/sources.ts";
import { useWords, wordsFrom } from "../taxonomy/own/own.ts";
import type { DeclaredWords } from "../taxonomy/own/schema.ts";
import { identitiesOf } from "../tell/inspection.ts";
import { disclosureJson } from "../write/json.ts";
import { recordsOf } from "../write/records.ts";
import { gridsJson } from "./grids-json.ts";
import { inspectText } from "./inspect-view.ts";

export interface InspectTask {
  readonly name: string;
  readonly path: string;
  readonly show: "text" | "rows" | "json" | "grids";
  /** Whether identities that hold are listed, and not only counted. */
  readonly identities?: boolean;
  /** English where it is not said. */
  readonly language?: Language;
  /** Words of the user's own. */
  readonly words?: DeclaredWords;
}

/** What the child process of `yusuan inspect` does: a file as the text to print. */
export async function perform(task: InspectTask, onEffort?: () => void): Promise<string> {
  const { name, path, show, identities = false, language = "en" } = task;
  useWords(wordsFrom(task.words));
  const source = { name, bytes: await bytesOf(path), ...(onEffort && { onEffort }) };
  if (show === "grids") return gridsJson(await layoutOf(source, { apart: true }));
  const disclosure = await extractDocument(source);
  if (show === "json") return disclosureJson(disclosure, recordsOf(disclosure));
  const view = { rows: show === "rows", identities, language };
  return inspectText(disclosure, inspectedOf(disclosure), view);
}

function inspectedOf({ tables, identity: { year, department } }: Disclosure) {
  return identitiesOf(tables, catalogueFor(year), knownUnits(tables, department));
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new InputError(reasonOf(error, path));
  }
}
