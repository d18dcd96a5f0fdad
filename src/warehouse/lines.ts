import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { parse } from "fast-csv";
import { UsageError } from "../model/errors.ts";
import type { Field } from "../write/dataset.ts";
import { trueText } from "../write/formula.ts";
import { decimalsOf } from "../write/measure.ts";
import type { WarehouseTable } from "./tables.ts";

/**
 * The lines of a CSV file as COPY takes them (text format): the partition, the key if it is made, then the columns in the
 * order of the declaration. Empty cells are NULL, texts as they are printed. Throws UsageError where a column is missing.
 */
export async function* copyLines(
  path: string,
  part: string,
  { dataset, isMade }: WarehouseTable,
): AsyncGenerator<string> {
  const rows = createReadStream(path).pipe(parse({ headers: false }));
  const seen = new Map<string, number>();
  let order: readonly number[] | undefined;
  for await (const row of rows as AsyncIterable<string[]>) {
    if (!order) {
      order = orderIn(row, dataset.fields, path);
      continue;
    }
    const cells = order.map((at, i) => cellOf(row[at] ?? "", dataset.fields[i]));
    const key = isMade ? [madeKey(cells, seen)] : [];
    yield `${[part, ...key, ...cells].map(copied).join("\t")}\n`;
  }
  if (!order) throw new UsageError(`${path} is empty: it was not written by this tool`);
}

/** Where the columns of the declaration stand in the file: an older or younger one may have them otherwise. */
function orderIn(header: readonly string[], fields: readonly Field[], path: string): number[] {
  const names = header.map((name) => name.replace(/^\uFEFF/, ""));
  return fields.map(({ name }) => {
    const at = names.indexOf(name);
    if (at < 0)
      throw new UsageError(`${path} has no column ${name}: it was written by another version`);
    return at;
  });
}

function cellOf(text: string, field: Field | undefined): string | null {
  if (text === "" || !field) return null;
  if (field.type === "decimal") return decimalsOf(text).fits ? text : null;
  const isFree = (field.type === "text" || field.type === "code") && !field.values;
  return isFree ? trueText(text) : text;
}

/** The same line twice is two lines. */
function madeKey(cells: readonly (string | null)[], seen: Map<string, number>): string {
  const hash = createHash("sha256").update(JSON.stringify(cells)).digest("hex").slice(0, 32);
  const before = seen.get(hash) ?? 0;
  seen.set(hash, before + 1);
  return before === 0 ? hash : `${hash}-${before + 1}`;
}

const SIGNS: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function copied(cell: string | null): string {
  return cell === null ? "\\N" : cell.replace(/[\\\t\n\r]/g, (sign) => SIGNS[sign] ?? sign);
}
