import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { parseString } from "fast-csv";
import { documentId } from "../../src/model/ids.ts";
import type { Form } from "./form.ts";
import type { Measured } from "./measured.ts";
import { type FactLine, scoreOf } from "./score.ts";

/** What a tool made of the documents of one producer. */
export interface Result extends Partial<Measured> {
  readonly name: string;
  readonly printed: number;
  readonly given: number;
  readonly right: number;
  readonly proved: number;
  readonly silent: number;
  readonly flagged: number;
  readonly lost: number;
  /** How many of the lost amounts the tool says that it did not place. */
  readonly told: number;
}

/** From an output folder of this tool. */
export async function readResult(
  name: string,
  forms: readonly Form[],
  out: string,
): Promise<Result> {
  return resultOf(name, forms, join(out, "facts.csv"), undefined, out);
}

/** From any facts.csv. The document of a line is the id of the file's bytes, or the file's name without its ending. */
export async function resultOf(
  name: string,
  forms: readonly Form[],
  facts: string,
  made?: string,
  out?: string,
): Promise<Result> {
  const sources = new Map<string, string>();
  if (made)
    for (const file of readdirSync(made)) sources.set(idOf(join(made, file)), parse(file).name);
  if (out)
    for (const { source = "", document = "" } of await csvLines(join(out, "documents.csv")))
      sources.set(document, parse(source).name);
  const byForm = new Map<string, FactLine[]>();
  for (const line of await csvLines(facts)) {
    const form = sources.get(line.document ?? "") ?? line.document ?? "";
    byForm.set(form, [...(byForm.get(form) ?? []), line]);
  }
  const said = out ? await toldIn(out, sources) : new Map<string, string>();
  const total = {
    printed: 0,
    given: 0,
    right: 0,
    proved: 0,
    silent: 0,
    flagged: 0,
    lost: 0,
    told: 0,
  };
  for (const { name: form, tables, ledger } of forms) {
    const truths = tables.flatMap((one) => one.truths);
    const score = scoreOf(truths, byForm.get(form) ?? [], ledger);
    total.printed += score.printed;
    total.given += score.given;
    total.right += score.right;
    total.proved += score.proved;
    total.silent += score.silent.length;
    total.flagged += score.flagged.length;
    total.lost += score.lost.length;
    const words = said.get(form) ?? "";
    total.told += score.lost.filter(({ published }) => words.includes(published)).length;
  }
  return { name, ...total };
}

function idOf(file: string): string {
  return documentId(createHash("sha256").update(readFileSync(file)).digest("hex"));
}

/** All that checks.csv says, by form. */
async function toldIn(
  out: string,
  sources: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const line of await csvLines(join(out, "checks.csv"))) {
    const form = sources.get(line.document ?? "") ?? "";
    said.set(form, `${said.get(form) ?? ""} ${line.message ?? ""} ${line.found ?? ""}`);
  }
  return said;
}

async function csvLines(path: string): Promise<FactLine[]> {
  if (!existsSync(path)) return [];
  const lines: FactLine[] = [];
  const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  for await (const line of parseString(text, { headers: true })) lines.push(line as FactLine);
  return lines;
}
