import { readFile } from "node:fs/promises";
import { InputError } from "../model/errors.ts";
import { extractDocument, layoutOf } from "../run/document.ts";
import { reasonOf } from "../run/sources.ts";
import { disclosureJson } from "../write/json.ts";
import { recordsOf } from "../write/records.ts";
import { gridsJson } from "./grids-json.ts";
import { inspectText } from "./inspect-view.ts";

export interface InspectTask {
  readonly name: string;
  readonly path: string;
  readonly show: "text" | "rows" | "json" | "grids";
}

/** What the worker thread of `yusuan inspect` does: a file as the text to print. */
export async function perform({ name, path, show }: InspectTask): Promise<string> {
  const source = { name, bytes: await bytesOf(path) };
  if (show === "grids") return gridsJson(await layoutOf(source));
  const disclosure = await extractDocument(source);
  if (show === "json") return disclosureJson(disclosure, recordsOf(disclosure));
  return inspectText(disclosure, { rows: show === "rows" });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new InputError(reasonOf(error, path));
  }
}
