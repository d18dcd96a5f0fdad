import { catalogueFor } from "../../normalise/catalogue/index.ts";

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
/** 一般公共服务支出（类）财政事务（款）行政运行（项） */
export const SEGMENT = /([^，。；：:“”"()\d.、](?:[^，。；：:“”"]{0,40}?))\((类|款|项)\)(?:支出)?/y;
/** “一般公共服务支出-财政事务-行政运行”科目 */
export const DASHED = /[“"]([^“”"-]{2,30}(?:[-—][^“”"-]{2,40}){1,2})[”"](?:\(?科目\)?)?/y;

/**
 * Reads the name of a functional subject at a place of a folded sentence: levels marked （类）（款）（项）, or joined by dashes in
 * quotation marks. Levels that are not named come from `above`.
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
      names.map((name, i) => [LEVELS[i] ?? "项", name] as const),
      dashed[0],
      year,
      {},
    );
  }
  const quoted = /[“"‘]/.test(text[at] ?? "") ? 1 : 0;
  const segments: (readonly [(typeof LEVELS)[number], string])[] = [];
  let end = at + quoted;
  for (let found = run(SEGMENT, text, end); found; found = run(SEGMENT, text, end)) {
    segments.push([found[2] as (typeof LEVELS)[number], found[1] ?? ""]);
    end += found[0].length;
  }
  if (segments.length === 0) return undefined;
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

function resolve(
  segments: readonly (readonly [(typeof LEVELS)[number], string])[],
  printed: string,
  year: string,
  above: FunctionPath,
): FunctionSubject {
  const catalogue = catalogueFor(year);
  let path = above;
  let code: string | undefined;
  for (const [level, name] of segments) {
    if (level === "类") {
      code = catalogue.functionClass(name)?.code;
      path = code ? { class: code } : {};
      continue;
    }
    const under = level === "款" ? path.class : (path.group ?? path.class);
    const length = level === "款" ? 5 : 7;
    const entries = catalogue
      .findByName("function", name, under ?? "")
      .filter((entry) => entry.code.length === length);
    code = entries.length === 1 ? entries[0]?.code : undefined;
    if (level === "款") path = { ...path, ...(code && { group: code, class: code.slice(0, 3) }) };
  }
  const name = printed.replace(/[“”"‘’]|科目/g, "");
  return { name, ...(code && { code }), path, length: printed.length };
}

function run(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
