import { posix } from "node:path";
import type { Language } from "../model/message.ts";
import type { Dataset, Field } from "./dataset.ts";
import type { Hyperlink } from "./hyperlinks.ts";
import { type LinkOptions, linkTo } from "./source-link.ts";
import { type Sheet, type SheetColumn, workbook } from "./spreadsheet.ts";
import { headingOf, wordsOf } from "./words.ts";

/** A line of a dataset, and where in which source it stands. */
export interface PlacedLine {
  readonly record: Readonly<Record<string, string>>;
  /** Name of the source; empty where it is not known. */
  readonly source: string;
  readonly page: string;
  readonly place: string;
}

/** Lines that a workbook may have: more take memory without end, and a spreadsheet ends at a million. */
export const MOST_LINES = 50_000;

const SOURCE = { zh: "来源", en: "Source" } as const;

/**
 * A dataset as a workbook in a reader's language: codes and ids as text, amounts as numbers, a filter on each column, headings
 * and the first column frozen, and in the last column file and place in words, with a link to them. A sheet `beside` follows.
 */
export function linesWorkbook(
  { name, title, fields }: Dataset,
  lines: readonly PlacedLine[],
  options: LinkOptions & { readonly language?: Language; readonly beside?: Sheet | undefined } = {},
): Promise<Uint8Array> {
  const { language = "zh" } = options;
  const links = lines.flatMap(({ source, page }, row): Hyperlink[] => {
    const target = source === "" ? undefined : linkTo(source, `${name}.xlsx`, options);
    if (target === undefined) return [];
    const fragment = /\.pdf$/i.test(source) && page !== "" ? `#page=${page}` : "";
    return [{ row, column: fields.length, target: target + fragment }];
  });
  return workbook([
    {
      name: language === "zh" ? title : name,
      columns: [
        ...fields.map((field): SheetColumn => {
          return { heading: headingOf(field, language), type: typeOf(field) };
        }),
        { heading: SOURCE[language], type: "text" },
      ],
      rows: lines.map(({ record, source, place }) => [
        ...fields.map((field) => wordsOf(field, record[field.name] ?? "", language)),
        [posix.basename(source), place].filter(Boolean).join(" "),
      ]),
      links,
      filter: true,
    },
    ...(options.beside ? [options.beside] : []),
  ]);
}

function typeOf({ type }: Field): SheetColumn["type"] {
  if (type === "decimal") return "amount";
  return type === "integer" ? "integer" : "text";
}
