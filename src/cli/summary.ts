import type { LeftOut, RunReport } from "../run/report.ts";
import { columns, count, duration, plural, printable } from "./terminal.ts";
import { say, spoken, translated } from "./words/say.ts";

/** Most lines of one list: the rest is counted, and stands in the files. */
const LONGEST_LIST = 20;

/** What came out of a run, for a person. */
export function summary(report: RunReport): string {
  const { documents, figures, failures, unread, conflicts, leftOut, otherFormats } = report;
  const outcomes = [
    documents.done > 0 && say("{} done", count(documents.done)),
    documents.unchanged > 0 && say("{} unchanged", count(documents.unchanged)),
    documents.failed > 0 && say("{} failed", count(documents.failed)),
  ].filter((text) => text !== false);
  const statuses = [
    say("{} proved", count(figures.proved)),
    figures.repaired > 0 && say("{} repaired and proved", count(figures.repaired)),
    figures.stated > 0 && say("{} stated in the text", count(figures.stated)),
    figures.unproved > 0 && say("{} unproved", count(figures.unproved)),
    figures.conflict > 0 && say("{} in conflict", count(figures.conflict)),
  ].filter((text) => text !== false);
  const rows = [
    [say("Documents"), outcomes.join(separator()) || say("none")],
    [say("Tables"), count(report.tables)],
    [
      say("Figures"),
      figures.total > 0 ? say("{}: {}", count(figures.total), statuses.join(separator())) : "0",
    ],
    [say("Three-public figures"), count(report.threePublic)],
    [
      say("Output"),
      report.untouched ? say("{} (left as it was)", printable(report.out)) : printable(report.out),
    ],
    [say("Time"), translated(duration(report.seconds))],
  ];
  const title = report.title ? `${printable(report.title)}\n` : "";
  return [
    title + columns(rows),
    list(
      "Failed",
      failures.map(({ source, reason }) => [printable(source), printable(translated(reason))]),
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
        extension || say("no extension"),
        translated(plural(files, "file")),
      ]),
    ),
  ].join("");
}

const LEFT_OUT: Readonly<Record<LeftOut["role"], (than: string) => string>> = {
  edition: (than) => say("{} is the better edition (see differences.csv)", than),
  partly: (than) => say("in part: {} has that in a better edition (see differences.csv)", than),
  duplicate: (than) => say("same bytes as {}", than),
};

function separator(): string {
  return spoken() === "zh" ? "，" : ", ";
}

/** `157 amounts, pages 3 4` */
function unreadWords(amounts: number, pages: string): string {
  const page = say(pages.includes(" ") ? "pages {}" : "page {}", pages);
  return [amounts > 0 && translated(plural(amounts, "amount")), pages !== "" && page]
    .filter((text) => text !== false)
    .join(separator());
}

function list(title: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const shown = columns(rows.slice(0, LONGEST_LIST)).replace(/^/gm, "  ").trimEnd();
  const more = rows.length - LONGEST_LIST;
  const rest = more > 0 ? `${say("  … and {} more", count(more))}\n` : "";
  return `${say(title)}${spoken() === "zh" ? "：" : ":"}\n${shown}\n${rest}`;
}
