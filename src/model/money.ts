import { Decimal } from "decimal.js";
import { isMark, withoutMarks } from "./marks.ts";

/** Units that disclosures print amounts in. */
export const MONEY_UNITS = ["元", "千元", "万元", "亿元"] as const;
export type MoneyUnit = (typeof MONEY_UNITS)[number];

/** decimal.js rounds to 20 digits unless told otherwise; what a document prints is never rounded. */
const Exact = Decimal.clone({ precision: 1_000 });

const YUAN_PER_UNIT: Record<MoneyUnit, Decimal> = {
  元: new Decimal(1),
  千元: new Decimal(1_000),
  万元: new Decimal(10_000),
  亿元: new Decimal(100_000_000),
};

/** An amount exactly as printed, with its unit. Never rounded, never a JavaScript number. */
export interface Money {
  /** As printed, without thousands separators: `2411.58`, `-12.00`. */
  readonly published: string;
  readonly unit: MoneyUnit;
  /** The exact amount in 元. */
  readonly yuan: Decimal;
  /** One unit of the last printed digit, in 元: 100 for `2411.58` 万元. Rounding is at most half of it. */
  readonly step: Decimal;
}

/**
 * One number as printed in a cell. Full-width digits and punctuation are folded, separators of thousands, currency signs,
 * spaces and footnote marks dropped; `（12.00）`, `△12.00` and `12.00-` are negative.
 * Anything else gives undefined: text, a date, `3-5`, `12%`, a blank, a dash that stands for zero, a mark alone, and digits
 * with a gap between them that parts no thousands (`752 38`), for a sign without a character may have stood there.
 */
export function parseNumber(text: string): string | undefined {
  if (BARE.test(text)) return text;
  if (GROUPED.test(text)) return text.replaceAll(",", "");
  if (!/\p{N}/u.test(text) || isMark(text)) return undefined;
  const folded = withoutMarks(text).normalize("NFKC").replace(MINUS, "-");
  if (GAP.test(folded) && !SPACED.test(folded)) return undefined;
  let s = folded.replace(/\s/g, "").replace(CURRENCY, "$1");
  const enclosed = /^\((.+)\)$/.exec(s) ?? /^([\d,.]+)-$/.exec(s);
  if (enclosed) s = `-${enclosed[1]?.replace(CURRENCY, "$1")}`;
  const [, minus = "", digits = "", decimals = ""] = NUMBER.exec(s) ?? [];
  if (digits === "") return undefined;
  return (minus === "-" ? "-" : "") + digits.replace(/[,，]/g, "") + decimals;
}

/** A number with nothing to fold or drop, as most are. */
const BARE = /^-?\d+(?:\.\d+)?$/;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const NUMBER = /^([-+]?)(\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d+)?$/;
/** Dashes and triangles in front of an amount: Chinese accounts print △ for a minus, which red ink once was. */
const MINUS = /[\u2010-\u2013\u2212﹣]|[—―](?!\s*$)|[△▲▽▼∆](?=\s*[\d¥])|^\s*负(?=\s*[\d¥])/g;
const CURRENCY = /^([-+]?)(?:(?:RMB|CNY|人民币)[:：]?)?¥?(?=[-+(]?\d)/i;
const GAP = /\d\s+\d/;
/** Blanks for separators of thousands, or between all characters alike. */
const SPACED = /^\D*(?:\d{1,3}(?:\s\d{3})+(?:\.\d+)?|\S(?:\s+\S)+)\D*$/;

/** Reads an amount as printed in a cell; undefined if the text is not one number. `12.50万元` has a unit of its own. */
export function parseMoney(text: string, unit: MoneyUnit): Money | undefined {
  const [number, own] = withUnit(text);
  const published = parseNumber(number);
  if (published === undefined) return undefined;
  return moneyOf(published, own === undefined ? unit : (own.replace(/元?$/, "元") as MoneyUnit));
}

/** The number of such an amount alone. */
export function publishedIn(text: string): string | undefined {
  return parseNumber(withUnit(text)[0]);
}

function withUnit(text: string): readonly [number: string, unit?: string] {
  if (!/[元万亿]/.test(text)) return [text];
  const [, number = text, own] = WITH_UNIT.exec(withoutMarks(text).trim()) ?? [];
  return own === undefined ? [number] : [number, own];
}

const WITH_UNIT = /^(.*[\d)）])\s*(亿元?|万元?|千元|元)$/;

/** An amount from its printed digits (`-12.00`). Throws on anything else. */
export function moneyOf(published: string, unit: MoneyUnit): Money {
  const decimals = published.split(".")[1]?.length ?? 0;
  const yuan = new Exact(published).times(YUAN_PER_UNIT[unit]);
  return { published, unit, yuan, step: stepOf(decimals, unit) };
}

/** Few units and decimals occur, and each step of them again and again. */
const steps = new Map<string, Decimal>();

function stepOf(decimals: number, unit: MoneyUnit): Decimal {
  const key = `${decimals}${unit}`;
  const step = steps.get(key) ?? new Decimal(`1e-${decimals}`).times(YUAN_PER_UNIT[unit]);
  if (decimals <= USUAL) steps.set(key, step);
  return step;
}

/** Decimals beyond which a step is not kept. */
const USUAL = 10;

/** The exact decimal string of an amount in 元, without exponent: `94695500`. */
export function formatYuan(yuan: Decimal): string {
  return yuan.toFixed();
}

/** Amounts together, exactly; the steps add up as well. */
export function sumOf(all: readonly Money[]): Pick<Money, "yuan" | "step"> {
  const zero = { yuan: new Exact(0), step: new Exact(0) };
  return all.reduce<Pick<Money, "yuan" | "step">>(
    (sum, { yuan, step }) => ({ yuan: sum.yuan.plus(yuan), step: sum.step.plus(step) }),
    zero,
  );
}
