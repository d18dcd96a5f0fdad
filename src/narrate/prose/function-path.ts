import { catalogueFor, type Entry } from "../../normalise/catalogue/index.ts";

/** A subject of the functional classification as a sentence names it. */
export interface FunctionSubject {
  /** As printed, levels and all. */
  readonly name: string;
  /** Undefined if the catalogue does not know the name under its parents. */
  readonly code?: string;
  /** Codes of the levels named so far, for paragraphs that name the deeper levels only. */
  readonly path: FunctionPath;
  readonly length: number;
}

/** The 类 and 款 that headings and sentences above have named. */
export interface FunctionPath {
  readonly class?: string;
  readonly group?: string;
}

const LEVELS = ["类", "款", "项"] as const;
/** 一般公共服务支出（类）财政事务（款）行政运行（项）, 公共安全支出（204类）司法（06款）行政运行（01项） */
export const SEGMENT =
  /([^，。；：:“”"()\d.、](?:[^，。；：:“”"]{0,40}?))\((\d{2,7})?(类|款|项)\)(?:支出)?/y;
/** 教育支出类科目 */
export const PLAIN_CLASS = /([^，。；：:“”"()\d.、]{2,20}支出)(类)(?:级)?(?:科目)?/y;
/** 小学教育（2050202） */
export const CODED = /([^，。；：:“”"()\d.、]{2,40})\((\d{7}|\d{5}|\d{3})\)(?:支出)?/y;
/** 2010301行政运行（政府办公厅（室）及相关机构事务）512.08万元 */
export const CODE_FIRST =
  /(\d{7}|\d{5}|\d{3})[-—]?([^，。；：:“”"()\d.、]{2,40})(?:\([^()]*(?:\([^()]*\)[^()]*)?\))?(?:支出)?(?=[为:]?\d|科目)/y;
/** “一般公共服务支出-财政事务-行政运行”科目 */
export const DASHED = /[“"]([^“”"-]{2,30}(?:[-—][^“”"-]{2,40}){1,2})[”"](?:\(?科目\)?)?/y;

/** A level as it is named, with the digits that stand beside it. */
interface Level {
  readonly level: (typeof LEVELS)[number];
  readonly name: string;
  readonly digits?: string;
}

/**
 * Reads the name of a functional subject at a place of a folded sentence: levels marked （类）（款）（项）, joined by dashes in
 * quotation marks, or with the code behind. Levels that are not named come from `above`.
 */
export function functionSubjectAt(
  text: string,
  at: number,
  year: string,
  above: FunctionPath,
): FunctionSubject | undefined {
  const dashed = run(DASHED, text, at);
  if (dashed) {
    const names = (dashed[1] ?? "").split(/[-—]/);
    return resolve(
      names.map((name, i) => ({ level: LEVELS[i] ?? "项", name })),
      dashed[0],
      year,
      {},
    );
  }
  const quoted = /[“"‘]/.test(text[at] ?? "") ? 1 : 0;
  const segments: Level[] = [];
  let end = at + quoted;
  for (let found = run(SEGMENT, text, end); found; found = run(SEGMENT, text, end)) {
    const [printed, name = "", digits, level] = found;
    segments.push({ level: level as Level["level"], name, ...(digits && { digits }) });
    end += printed.length;
  }
  if (segments.length === 0) return codedAt(text, at, year) ?? plainClassAt(text, at, year);
  if (quoted && /[”"’]/.test(text[end] ?? "")) end++;
  return resolve(segments, text.slice(at, end), year, above);
}

/** The code of a name that stands for itself: a 类 (社会保障和就业支出), or a level under the path above. */
export function functionCodeOf(
  name: string,
  year: string,
  above: FunctionPath,
): string | undefined {
  const catalogue = catalogueFor(year);
  const found = catalogue.functionClass(name);
  if (found) return found.code;
  for (const under of [above.group, above.class]) {
    if (!under) continue;
    const entries = catalogue.findByName("function", name, under);
    if (entries.length === 1) return entries[0]?.code;
  }
  return undefined;
}

/** A name with its code behind it, if the catalogue knows the code. */
function codedAt(text: string, at: number, year: string): FunctionSubject | undefined {
  const first = run(CODE_FIRST, text, at);
  const [printed, name = "", code = ""] = first
    ? [first[0], first[2], first[1]]
    : (run(CODED, text, at) ?? []);
  const entry = catalogueFor(year).function(code);
  if (!printed || !entry || (first && !isNameOf(entry, name))) return undefined;
  const path = { class: code.slice(0, 3), ...(code.length > 3 && { group: code.slice(0, 5) }) };
  return { name, code, path, length: printed.length };
}

/** 2024年预算: digits in front of a word are a code only where the catalogue has them together. */
function isNameOf(entry: Entry, name: string): boolean {
  return entry.name.replace(/支出$/, "") === name.replace(/支出$/, "");
}

function plainClassAt(text: string, at: number, year: string): FunctionSubject | undefined {
  const [printed, name = ""] = run(PLAIN_CLASS, text, at) ?? [];
  return printed ? resolve([{ level: "类", name }], printed, year, {}) : undefined;
}

function resolve(
  segments: readonly Level[],
  printed: string,
  year: string,
  above: FunctionPath,
): FunctionSubject {
  const catalogue = catalogueFor(year);
  let path = above;
  let code: string | undefined;
  for (const { level, name, digits } of segments) {
    if (level === "类") {
      code = catalogue.functionClass(name)?.code ?? (digits && catalogue.function(digits)?.code);
      path = code ? { class: code } : {};
      continue;
    }
    const under = level === "款" ? path.class : (path.group ?? path.class);
    const length = level === "款" ? 5 : 7;
    const numbered =
      digits && catalogue.function(digits.length === 2 ? `${under}${digits}` : digits);
    const found =
      numbered ||
      onlyOne(name, under, length, year) ||
      (level === "项" && split(name, under, year));
    code = found ? found.code : undefined;
    if (level === "款") path = { ...path, ...(code && { group: code, class: code.slice(0, 3) }) };
  }
  const name = printed.replace(/[“”"‘’]|科目/g, "");
  return { name, ...(code && { code }), path, length: printed.length };
}

function onlyOne(
  name: string,
  under: string | undefined,
  length: number,
  year: string,
): Entry | undefined {
  const entries = catalogueFor(year)
    .findByName("function", name.replaceAll("其它", "其他"), under ?? "")
    .filter((entry) => entry.code.length === length);
  return entries.length === 1 ? entries[0] : undefined;
}

/** 人大事务行政运行（项）: a 款 and its 项 in one name. */
function split(name: string, under: string | undefined, year: string): Entry | undefined {
  for (let at = 2; at < name.length - 1; at++) {
    const group = onlyOne(name.slice(0, at), under, 5, year);
    const found = group && onlyOne(name.slice(at), group.code, 7, year);
    if (found) return found;
  }
  return undefined;
}

function run(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
