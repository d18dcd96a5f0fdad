import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "fast-csv";

type Line = Readonly<Record<string, string>>;

/** A figure as its file says it. */
export interface Figure {
  /** Table, coordinates and amount, without names that somebody chose. */
  readonly says: string;
  /** Those names: of projects and units. */
  readonly names: string;
  readonly isTrusted: boolean;
  readonly line: Line;
}

export interface Compared {
  /** Of the text; as they should be; those that are wrong in nothing but the name of a project or unit. */
  readonly figures: number;
  readonly right: number;
  readonly names: number;
  readonly trusted: number;
  /** Trusted, and not in the text, or of another name there. */
  readonly wrong: number;
  readonly told: readonly string[];
}

const COORDINATES = [
  ...["table_id", "flow", "period", "stage", "function_code", "economic_code"],
  ...["gov_economic_code", "item", "fund", "kind", "amount_yuan"],
] as const;
const NAMES = ["unit_name", "project_name"] as const;
const TRUSTED = new Set(["proved", "repaired", "stated"]);

/** The figures of an output folder, by the names of their files. */
export async function figuresIn(out: string): Promise<ReadonlyMap<string, readonly Figure[]>> {
  const files = new Map<string, string>();
  for (const { document = "", source = "" } of await linesOf(join(out, "documents.csv")))
    files.set(document, basename(source));
  const figures = new Map<string, Figure[]>();
  for (const line of await linesOf(join(out, "facts.csv"))) {
    const file = files.get(line.document ?? "") ?? "";
    const all = figures.get(file) ?? [];
    figures.set(file, all);
    all.push({
      says: COORDINATES.map((name) => line[name]).join(" | "),
      names: NAMES.map((name) => bare(line[name])).join(" | "),
      isTrusted: TRUSTED.has(line.status ?? ""),
      line,
    });
  }
  return figures;
}

async function linesOf(path: string): Promise<Line[]> {
  const rows = parse<Line, Line>({ headers: true });
  rows.end(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  const lines: Line[] = [];
  for await (const line of rows) lines.push(line);
  return lines;
}

/** What is printed twice has to be read twice. A name is a misread one only where no other figure has it. */
export function compared(printed: readonly Figure[], read: readonly Figure[]): Compared {
  const left = new Map<string, Figure[]>();
  for (const figure of printed) left.set(figure.says, [...(left.get(figure.says) ?? []), figure]);
  const taken = (figure: Figure, isIt: (other: Figure) => boolean): Figure | undefined => {
    const same = left.get(figure.says) ?? [];
    const at = same.findIndex(isIt);
    return at < 0 ? undefined : same.splice(at, 1)[0];
  };
  const others = read.filter((figure) => !taken(figure, ({ names }) => names === figure.names));
  const told: string[] = [];
  let [names, trusted, wrong] = [0, 0, 0];
  for (const figure of read) if (figure.isTrusted) trusted++;
  for (const figure of others) {
    const found = taken(figure, () => true);
    if (found) names++;
    const what = found ? `NAME of ${found.names}` : "more";
    const isWrong = figure.isTrusted && !(found && isNamedByCode(figure, found));
    if (isWrong) wrong++;
    told.push(`${isWrong ? "WRONG " : ""}${what} ${placeOf(figure)}`);
  }
  for (const figure of [...left.values()].flat()) told.push(`lost  ${placeOf(figure)}`);
  return {
    figures: printed.length,
    right: read.length - others.length,
    names,
    trusted: trusted - wrong,
    wrong,
    told,
  };
}

/** A unit or project of which the code alone was read is what it is all the same. */
function isNamedByCode({ line }: Figure, { line: printed }: Figure): boolean {
  return NAMES.every((name) => {
    const code = name.replace("name", "code");
    if (bare(line[name]) === bare(printed[name])) return true;
    return !line[name] && !!line[code] && line[code] === printed[code];
  });
}

function bare(name = ""): string {
  return name.replace(/[\s（）()]/g, "");
}

function placeOf({ says, names, line }: Figure): string {
  const { page, row_no, label, published, status, reason } = line;
  return `p. ${page} row ${row_no} ${label} ${published} [${status} ${reason}] ${says} ${names}`;
}
