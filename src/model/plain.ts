import type { Disclosure } from "./disclosure.ts";
import { type Money, type MoneyUnit, moneyOf } from "./money.ts";

/** A value of JSON: what can go to a worker, into a file, and come back. */
export type Plain = Readonly<Record<string, unknown>>;

/** A disclosure as plain values, for `postMessage`, `structuredClone` and JSON. Amounts are as printed, with their unit. */
export function toPlain(disclosure: Disclosure): Plain {
  return JSON.parse(JSON.stringify(disclosure));
}

/** The disclosure that such values stand for: amounts are decimals again. */
export function fromPlain(plain: Plain): Disclosure {
  return JSON.parse(JSON.stringify(plain), revived) as Disclosure;
}

/** For JSON.parse: amounts are made anew from their printed digits, all else is as it is. */
export function revived(_: string, value: unknown): unknown {
  return isMoney(value) ? moneyOf(value.published, value.unit) : value;
}

function isMoney(value: unknown): value is { published: string; unit: MoneyUnit } & Money {
  return typeof value === "object" && value !== null && "yuan" in value && "step" in value;
}
