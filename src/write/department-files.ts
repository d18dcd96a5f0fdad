import type { Disclosure } from "../model/disclosure.ts";
import { type CsvOptions, csvFile, rowsOf } from "./csv.ts";
import { FACTS } from "./facts.ts";
import { disclosureJson } from "./json.ts";
import { stemOf } from "./paths.ts";
import { recordsOf } from "./records.ts";
import { rectanglesOf } from "./rectangle.ts";
import type { LinkOptions } from "./source-link.ts";

/** A file to be written, its path relative to the output folder with `/` between its parts. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface DepartmentOptions extends CsvOptions, LinkOptions {
  /** `csv`, `json` and `xlsx` give files here. Defaults to csv and json. */
  readonly formats?: readonly string[];
}

/**
 * The files of one disclosure (contract section 7): `<stem>.json`, `<stem>.facts.csv`, `<stem>/<table>.csv` a standard table,
 * `<stem>.xlsx`. All paths begin with `stemOf(disclosure)`. The same disclosure gives the same bytes.
 */
export async function departmentFiles(
  disclosure: Disclosure,
  options: DepartmentOptions = {},
  records = recordsOf(disclosure),
): Promise<OutputFile[]> {
  const { formats = ["csv", "json"] } = options;
  const stem = stemOf(disclosure);
  const files: OutputFile[] = [];
  const add = (end: string, content: string): void => {
    files.push({ path: stem + end, bytes: Buffer.from(content, "utf8") });
  };

  if (formats.includes("json")) add(".json", disclosureJson(disclosure, records));
  if (formats.includes("csv")) {
    const names = FACTS.fields.map(({ name }) => name);
    add(".facts.csv", await csvFile(names, rowsOf(FACTS, records.facts), options));
    for (const { name, columns, rows } of rectanglesOf(disclosure)) {
      const headings = columns.map(({ heading }) => heading);
      add(`/${name}.csv`, await csvFile(headings, rows, options));
    }
  }
  if (formats.includes("xlsx")) {
    // Loaded where it is wanted only: the commonest run writes no workbook.
    const { disclosureWorkbook } = await import("./workbook.ts");
    const bytes = await disclosureWorkbook(disclosure, records, options);
    files.push({ path: `${stem}.xlsx`, bytes });
  }
  return files;
}
