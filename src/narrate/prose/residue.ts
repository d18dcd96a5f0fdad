import type { Check } from "../../model/check.ts";
import type { Stage } from "../../model/coordinates.ts";
import type { Place } from "../../model/place.ts";

/** What publishers leave behind when they fill in the model text of another year or place. */
const RESIDUE: readonly (readonly [RegExp, string])[] = [
  [
    /[XxＸｘ×]{2,}(?:局|部门|单位|委|厅|办|院|中心|街道|省|市|县|区|年)/,
    "a placeholder of the model text is left",
  ],
  [/(?:占|增长|下降|增加|减少|降幅|完成(?:年初)?预算的)[%％]/, "a percentage is missing"],
  [
    /(?:增加|增长|上升|减少|下降|降低)[（(/](?:增加|增长|上升|减少|下降|降低)[）)]?(?=[\d.]*[1-9])/,
    "the direction of a change is left open",
  ],
];

/** A heading of the narrative that names a year: 第三部分 …2023年度部门决算情况说明. */
const HEADING_YEAR = /(\d{4})年(?:度)?(?:部门|单位)?(?:预算|决算).{0,8}(?:说明|表)$/;
const STOCK_DATE = /截[至止](\d{4})年/g;

export interface ResidueContext {
  readonly year: string;
  readonly stage: Stage;
}

/** Notes on what cannot be true of this disclosure, whatever its figures are: `text` is a folded paragraph. */
export function residueChecks(text: string, place: Place, context: ResidueContext): Check[] {
  const found = RESIDUE.flatMap(([pattern, message]) => {
    const hit = pattern.exec(text);
    return hit ? [`${message}: ${around(text, hit.index)}`] : [];
  });
  const heading = text.length < 60 ? HEADING_YEAR.exec(text)?.[1] : undefined;
  if (heading && heading !== context.year)
    found.push(`a heading names ${heading}, the disclosure is of ${context.year}: ${text}`);
  for (const [printed, year = ""] of text.matchAll(STOCK_DATE)) {
    const right = context.stage === "final" ? year === context.year : year < context.year;
    if (!right) found.push(`${printed} does not fit a ${context.stage} of ${context.year}`);
  }
  return found.map((message) => ({ check: "statement", outcome: "noted", message, place }));
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 20), at + 30);
}
