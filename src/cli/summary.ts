import type { LeftOut, RunReport } from "../run/report.ts";
import { columns, count, duration, plural, printable } from "./terminal.ts";

/** Most lines of one list: the rest is counted, and stands in the files. */
const LONGEST_LIST = 20;

/** What came out of a run, for a person. */
export function summary(report: RunReport): string {
  const { documents, figures, failures, unread, conflicts, leftOut, otherFormats } = report;
  const outcomes = [
    documents.done > 0 && `${count(documents.done)} done`,
    documents.unchanged > 0 && `${count(documents.unchanged)} unchanged`,
    documents.failed > 0 && `${count(documents.failed)} failed`,
  ].filter((text) => text !== false);
  const statuses = [
    `${count(figures.proved)} proved`,
    figures.repaired > 0 && `${count(figures.repaired)} repaired and proved`,
    figures.stated > 0 && `${count(figures.stated)} stated in the text`,
    figures.unproved > 0 && `${count(figures.unproved)} unproved`,
    figures.conflict > 0 && `${count(figures.conflict)} in conflict`,
  ].filter((text) => text !== false);
  const rows = [
    ["Documents", outcomes.join(", ") || "none"],
    ["Tables", count(report.tables)],
    ["Figures", figures.total > 0 ? `${count(figures.total)}: ${statuses.join(", ")}` : "0"],
    ["Three-public figures", count(report.threePublic)],
    ["Output", printable(report.out) + (report.untouched ? " (left as it was)" : "")],
    ["Time", duration(report.seconds)],
  ];
  const title = report.title ? `${printable(report.title)}\n` : "";
  return [
    title + columns(rows),
    list(
      "Failed",
      failures.map(({ source, reason }) => [printable(source), printable(reason)]),
    ),
    list(
      "Not read (see checks.csv)",
      unread.map(({ source, amounts, pages }) => [printable(source), unreadWords(amounts, pages)]),
    ),
    list(
      "Figures in conflict, by department (see checks.csv)",
      conflicts.map(({ department, figures }) => [printable(department), count(figures)]),
    ),
    list(
      "Left out of the combined files",
      leftOut.map(({ source, role, than }) => [printable(source), LEFT_OUT[role](printable(than))]),
    ),
    list(
      "Not read, being of other formats",
      Object.entries(otherFormats).map(([extension, files]) => [
        extension || "no extension",
        plural(files, "file"),
      ]),
    ),
  ].join("");
}

const LEFT_OUT: Readonly<Record<LeftOut["role"], (than: string) => string>> = {
  edition: (than) => `${than} is the better edition (see differences.csv)`,
  partly: (than) => `in part: ${than} has that in a better edition (see differences.csv)`,
  duplicate: (than) => `same bytes as ${than}`,
};

/** `157 amounts, pages 3 4` */
function unreadWords(amounts: number, pages: string): string {
  const page = pages.includes(" ") ? `pages ${pages}` : `page ${pages}`;
  return [amounts > 0 && plural(amounts, "amount"), pages !== "" && page]
    .filter((text) => text !== false)
    .join(", ");
}

function list(title: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const shown = columns(rows.slice(0, LONGEST_LIST)).replace(/^/gm, "  ").trimEnd();
  const more = rows.length - LONGEST_LIST;
  return `${title}:\n${shown}\n${more > 0 ? `  … and ${count(more)} more\n` : ""}`;
}
