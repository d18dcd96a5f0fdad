import type { Block } from "../../model/block.ts";
import type { TableId } from "../../model/table-ids.ts";
import { hasOrdinal, plain, withoutOrdinal } from "../../taxonomy/plain.ts";
import { TABLE_DECLARATIONS } from "../../taxonomy/tables/declarations.ts";
import { matchTitle } from "../../taxonomy/tables/match.ts";

/** Contents lists of two or three pages have fewer lines than this. */
const LONGEST_LIST = 160;

/** Title, name of the department, unit and number of the form stand above a table. */
const CAPTION = 5;

/** A contents list: the blocks that it takes up, and the tables that it promises. */
export interface Contents {
  /** Index of the block after the list; 0 if there is none. */
  readonly end: number;
  readonly promised: readonly TableId[];
}

/**
 * Reads the contents list (目录) at the front of a disclosure. It ends where one of its first entries comes again, with
 * its ordinal or as a bare title: that is the first chapter, or the first table, itself. Entries stand one a line, or as
 * a table of title and page number.
 */
export function readContents(blocks: readonly Block[]): Contents {
  const start = blocks.findIndex(
    (block, i) => i < 60 && block.type === "paragraph" && /目录$/.test(plain(block.text)),
  );
  if (start < 0) return { end: 0, promised: [] };
  const seen = new Set<string>();
  const promised = new Set<TableId>();
  let amongTables = false;
  let end = start + 1;
  for (; end < blocks.length && end < start + LONGEST_LIST; end++) {
    const block = blocks[end];
    if (!block) break;
    const entries = block.type === "paragraph" ? [block.text] : gridEntries(block.cells);
    if (!entries) {
      end = captionBefore(blocks, end, start);
      break;
    }
    const names = entries.map(entryName).filter((name) => name.length > 0);
    if (names.some((name) => seen.has(name))) break;
    if (block.type === "paragraph" && isProse(block.text)) break;
    for (const name of names) seen.add(name).add(withoutOrdinal(name));
    for (const entry of entries) {
      const id = promisedTable(entry, amongTables);
      if (id) promised.add(id);
      amongTables = id !== undefined;
    }
  }
  return { end, promised: [...promised] };
}

/**
 * A list that runs into a table took its title and the lines between for entries: they are the table's. Its title has no
 * ordinal, as the entries have, or its unit stands below it.
 */
function captionBefore(blocks: readonly Block[], table: number, start: number): number {
  let hasUnit = false;
  for (let i = table - 1; i > start + 1 && i >= table - CAPTION; i--) {
    const block = blocks[i];
    if (block?.type !== "paragraph" || block.place.page !== blocks[table]?.place.page) break;
    const label = plain(block.text);
    const isEntry = (hasOrdinal(label) && !hasUnit) || /\d$/.test(label);
    if (!isEntry && matchTitle(label)) return i;
    hasUnit ||= /^[(]?(?:金额)?单位:/.test(label);
  }
  return table;
}

/** `amongTables`: the entry before it was a table. 三、部门预算表 is a chapter where it opens the list of tables. */
function promisedTable(entry: string, amongTables: boolean): TableId | undefined {
  const label = plain(entry).replace(/[.…·\s]*\d{0,3}$/, "");
  const name = withoutOrdinal(label);
  const exact =
    amongTables &&
    hasOrdinal(label) &&
    TABLE_DECLARATIONS.find((d) => d.promisedAs?.includes(name));
  if (exact) return exact.id;
  const declaration = matchTitle(label);
  // 机构设置情况 and 政府采购预算 are chapters of the narrative, unless the entry says 表.
  const table = /表(?:\([^()]*\))?$/.test(name) || declaration?.id === "operating-funds";
  return table ? declaration?.id : undefined;
}

function entryName(entry: string): string {
  return plain(entry).replace(/[.…·_-]*\d{0,3}$/, "");
}

function isProse(text: string): boolean {
  return /[。;；]$/.test(text.trim()) || text.length > 80;
}

/** The titles of a contents list that is set as a table (title, page number); undefined for any other table. */
function gridEntries(cells: readonly { readonly text: string }[]): readonly string[] | undefined {
  const texts = cells.map((cell) => cell.text).filter((text) => text !== "");
  const numbers = texts.filter((text) => /^[-—\s]*\d{1,3}[-—\s]*$/.test(text)).length;
  const words = texts.filter((text) => !/^[-—\s]*\d{1,3}[-—\s]*$/.test(text));
  return numbers > 0 &&
    words.every((text) => !/[\d,]+\.\d{2}$/.test(text)) &&
    numbers <= words.length
    ? words
    : undefined;
}
