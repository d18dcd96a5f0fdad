/** A performance target taken apart: `≥90%` → `≥`, `90`, `%`. All three are empty where the target is words. */
export interface Target {
  readonly operator: "" | "≥" | "≤" | "=" | ">" | "<";
  readonly value: string;
  /** What the number counts, as printed: `%`, `元/年/人`, `万人`, `月底`. */
  readonly measure: string;
}

type Operator = Target["operator"];

/** Signs and words before the number; the longest that fits is taken, so the order within a line is free. */
const BEFORE: Readonly<Record<Exclude<Operator, "">, readonly string[]>> = {
  "≥": [
    ...["≥", "≧", "⩾", ">=", "=>", "\\geqslant", "\\geq", "\\ge", "&ge;", "大于等于", "大于或等于"],
    ...["不低于", "不少于", "不小于", "不得低于", "不得少于", "高于等于", "至少", "达到", "不早于"],
  ],
  "≤": [
    ...["≤", "≦", "⩽", "<=", "=<", "\\leqslant", "\\leq", "\\le", "&le;", "小于等于", "小于或等于"],
    ...["不高于", "不超过", "不多于", "不大于", "不得超过", "不得高于", "低于等于", "至多", "最多"],
    ...["不晚于", "不迟于", "控制在"],
  ],
  "=": ["=", "等于"],
  ">": [">", "&gt;", "大于", "高于", "超过", "多于"],
  "<": ["<", "&lt;", "小于", "低于", "少于", "早于"],
};

/** Words behind the number and its measure. */
const BEHIND: Readonly<Record<"≥" | "≤", readonly string[]>> = {
  "≥": ["及以上", "(含)以上", "以上"],
  "≤": ["及以下", "(含)以内", "之内", "以内", "以下", "之前", "以前", "前完成", "前"],
};

const SIGNS = byLength(BEFORE);
const SUFFIXES = byLength(BEHIND);
const NUMBER = /^(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(.*)$/s;
/** A measure is short and has no further number in it: `3-5次`, `2人1车` and sentences stay words. */
const MEASURE = /^[^\d≥≤=<>~,;。、:-]{0,12}$/;

/** Takes a printed target apart; `指标性质` (≥, 定性 …) may stand in a column of its own and is then given as `sign`. */
export function parseTarget(published: string, sign = ""): Target {
  const words: Target = { operator: "", value: "", measure: "" };
  let rest = fold(published);
  const before = startOf(fold(sign)) ?? startOf(rest);
  const own = startOf(rest);
  if (own) rest = rest.slice(own.text.length);
  const found = NUMBER.exec(rest);
  if (!found) return words;
  let measure = found[2] ?? "";
  const behind = SUFFIXES.find((suffix) => measure.endsWith(suffix.text));
  if (behind && !before) measure = measure.slice(0, -behind.text.length);
  if (!MEASURE.test(measure)) return words;
  return {
    operator: before?.operator ?? behind?.operator ?? "",
    value: (found[1] ?? "").replaceAll(",", ""),
    measure,
  };
}

/** Whether a text reads as a target rather than as the name of an indicator: a sign or a number in front. */
export function looksLikeTarget(text: string): boolean {
  return startOf(fold(text)) !== undefined || /^\d[\d.,]*\s*\D{0,6}$/.test(fold(text));
}

/** Whether a text begins as only a target does: ≥90%. */
export function startsWithSign(text: string): boolean {
  return /^(?:[≥≤=<>]|\\[gl]eq?)/.test(fold(text)) && /\d/.test(text);
}

function fold(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").replace(/[$]/g, "");
}

function startOf(text: string): { readonly operator: Operator; readonly text: string } | undefined {
  return SIGNS.find((sign) => text.startsWith(sign.text));
}

function byLength(
  table: Readonly<Partial<Record<Operator, readonly string[]>>>,
): readonly { readonly operator: Operator; readonly text: string }[] {
  return Object.entries(table)
    .flatMap(([operator, texts]) => texts.map((text) => ({ operator: operator as Operator, text })))
    .sort((a, b) => b.text.length - a.text.length);
}
