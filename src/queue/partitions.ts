import type { Partitions } from "../run/pipeline-schema.ts";
import type { DocumentRecord } from "../write/documents.ts";

/** Digits of a division's code (GB/T 2260) that name a province, and a city. */
const DIGITS = { "year-province": 2, "year-city": 4 } as const;

/** Of documents that failed, and of files that are not read: nothing says where they belong. */
export const UNREAD = "unread";

/** Folder of a document's part below the output; empty where it is not divided. */
export function partOf(line: DocumentRecord, partitions: Partitions): string {
  if (partitions === "none") return "";
  if (line.outcome !== "done") return UNREAD;
  const year = `year=${line.year}`;
  if (partitions === "year") return year;
  const digits = DIGITS[partitions];
  const place = line.division_code.padEnd(digits, "0").slice(0, digits);
  return `${year}/${digits === 2 ? "province" : "city"}=${place}`;
}

/** The part that tells of what is no document. */
export function unreadPart(partitions: Partitions): string {
  return partitions === "none" ? "" : UNREAD;
}
