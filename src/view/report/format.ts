import type { Searched, Sentence } from "../search/figure-index.ts";

/**
 * What a report is made of: scripts that each hand one value to the page, so that it opens from a folder as well as from a web
 * server. A page in a folder may not fetch.
 */
export const PUT = "yusuanPut";

/** Name of the script with what the page must know first. */
export const SITE_FILE = "site";

/** Which script has what. */
export interface ReportSite {
  /** Numbers of the disclosures' scripts, by id. */
  readonly disclosures: Readonly<Record<string, number>>;
  /** Numbers of the sources' scripts, by document. */
  readonly sources: Readonly<Record<string, number>>;
  /** Names of sources that are not, by document. */
  readonly gone: Readonly<Record<string, string>>;
  /** Whether the figures are there to be searched. */
  readonly searchable: boolean;
}

/** What is searched, whole. */
export interface ReportFigures {
  readonly fields: readonly Searched[];
  readonly rows: readonly (readonly string[])[];
  readonly sentences: readonly Sentence[];
}

/** A script that hands a value to the page under a name. */
export function scriptOf(name: string, value: unknown): string {
  // U+2028 and U+2029 end a line of old scripts, and are only blanks in JSON.
  const json = JSON.stringify(value).replace(/[\u2028\u2029]/g, (at) =>
    at === "\u2028" ? "\\u2028" : "\\u2029",
  );
  return `${PUT}(${JSON.stringify(name)},${json})\n`;
}
