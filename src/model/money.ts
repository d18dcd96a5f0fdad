import { Decimal } from "decimal.js";

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
 * Full-width digits and punctuation folded, separators of thousands and spaces dropped, `（12.00）` as negative.
 * Anything else (text, a date, `3-5`, `12%`, a blank, a dash that stands for zero) gives undefined.
 */
export function parseNumber(text: string): string | undefined {
  let s = text
    .normalize("NFKC")
    .replace(/[\s\u00a0]/g, "")
    .replace(/[−–—﹣]/g, "-");
  const bracketed = /^\((.+)\)$/.exec(s);
  if (bracketed) s = `-${bracketed[1]}`;
  if (!/^[-+]?\d/.test(s)) return undefined;
  const grouped = /^([-+]?)(\d{1,3}(?:[,，]\d{3})+)(\.\d+)?$/.exec(s);
  if (grouped)
    return sign(grouped[1]) + (grouped[2] ?? "").replace(/[,，]/g, "") + (grouped[3] ?? "");
  const plain = /^([-+]?)(\d+(?:\.\d+)?)$/.exec(s);
  return plain ? sign(plain[1]) + plain[2] : undefined;
}

/** Reads an amount as printed in a cell; undefined if the text is not one number. `12.50万元` has a unit of its own. */
export function parseMoney(text: string, unit: MoneyUnit): Money | undefined {
  const [, number = text, own = unit] = WITH_UNIT.exec(text.trim()) ?? [];
  const published = parseNumber(number);
  return published === undefined ? undefined : moneyOf(published, own as MoneyUnit);
}

const WITH_UNIT = /^(.*[\d)）])\s*(亿元|万元|千元|元)$/;

/** An amount from its printed digits (`-12.00`). Throws on anything else. */
export function moneyOf(published: string, unit: MoneyUnit): Money {
  const factor = YUAN_PER_UNIT[unit];
  const decimals = published.split(".")[1]?.length ?? 0;
  return {
    published,
    unit,
    yuan: new Exact(published).times(factor),
    step: new Decimal(10).pow(-decimals).times(factor),
  };
}

/** The exact decimal string of an amount in 元, without exponent: `94695500`. */
export function formatYuan(yuan: Decimal): string {
  return yuan.toFixed();
}

function sign(printed: string | undefined): string {
  return printed === "-" ? "-" : "";
}
