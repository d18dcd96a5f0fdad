import { type CellObject, SSF } from "@e965/xlsx";

/**
 * A number as its cell displays it; undefined where its format cannot be applied. Most formats the library applies while it
 * reads. Those that Chinese offices write for 万元 (`0!.0,`) break the digits by a point that is no decimal point: these are
 * applied here, digit by digit.
 */
export function displayedNumber({ v, w, z }: CellObject): string | undefined {
  const value = v as number;
  if (typeof z !== "string" || !Number.isFinite(value)) return w ?? String(v);
  if (z.length > LONGEST) return undefined;
  const { tokens, signed } = sectionFor(tokensOf(z), value);
  if (isBroken(tokens)) return broken(tokens, value, signed);
  const international = z.replace(GENERAL, "General").replace(/!(.)/g, "\\$1");
  if (international === z) return w;
  try {
    return SSF.format(international, value);
  } catch {
    return undefined;
  }
}

/** Characters of a format that spreadsheets take. */
const LONGEST = 255;
/** What Chinese programs call the format of cells without one. */
const GENERAL = /G\/(?:通用格式|標準)/g;

interface Token {
  readonly kind: "digit" | "comma" | "point" | "percent" | "end" | "literal" | "bracket";
  readonly text: string;
}

/** `!` before a character shows it as it is: a sign that only Chinese and Japanese formats use. `_` leaves a blank, `*` fills. */
const TOKEN = /"([^"]*)"?|[\\!](.)|\[([^\]]*)\]|_.|\*.|([0#?])|([\s\S])/g;
const SIGNS: Readonly<Record<string, Token["kind"]>> = {
  ",": "comma",
  ".": "point",
  "%": "percent",
  ";": "end",
};

function tokensOf(format: string): Token[] {
  return [...format.matchAll(TOKEN)].map(([, quoted, escaped, bracket, digit, other]): Token => {
    if (digit !== undefined) return { kind: "digit", text: digit };
    if (bracket !== undefined) return { kind: "bracket", text: bracket };
    return { kind: SIGNS[other ?? ""] ?? "literal", text: quoted ?? escaped ?? other ?? "" };
  });
}

interface Section {
  readonly tokens: readonly Token[];
  /** True where the section does not say itself that a number is below zero. */
  readonly signed: boolean;
}

const CONDITION = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/;

/** Sections are of positive numbers, negative ones and zero, unless they name conditions of their own. */
function sectionFor(tokens: readonly Token[], value: number): Section {
  const sections: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "end") sections.push([]);
    else sections.at(-1)?.push(token);
  }
  const conditions = sections.map((section) =>
    section.flatMap(({ text }) => CONDITION.exec(text) ?? []),
  );
  if (conditions.some(({ length }) => length > 0)) {
    const met = conditions.findIndex(
      ([, sign, bound]) => sign === undefined || meets(value, sign, Number(bound)),
    );
    return { tokens: sections[met] ?? [], signed: true };
  }
  const [positive = [], negative, zero] = sections;
  if (value < 0 && negative) return { tokens: negative, signed: false };
  return { tokens: value === 0 && zero ? zero : positive, signed: true };
}

function meets(value: number, sign: string, bound: number): boolean {
  if (sign === "<>") return value !== bound;
  if (sign.includes("=") && value === bound) return true;
  return sign.startsWith("<") ? value < bound : sign.startsWith(">") && value > bound;
}

/** Is there something between the digits that is not theirs? A format with a decimal point of its own is left to the library. */
function isBroken(tokens: readonly Token[]): boolean {
  const first = tokens.findIndex(({ kind }) => kind === "digit");
  const last = tokens.findLastIndex(({ kind }) => kind === "digit");
  const between = tokens.slice(first, last);
  return (
    first >= 0 &&
    !tokens.some(({ kind }) => kind === "point") &&
    between.some(({ kind, text }) => kind === "literal" && text !== "" && text !== "E")
  );
}

/** Digits fill their places from the right, the first takes all that are left. Commas after the last divide by a thousand each. */
function broken(tokens: readonly Token[], value: number, signed: boolean): string {
  const last = tokens.findLastIndex(({ kind }) => kind === "digit");
  const after = tokens.slice(last + 1);
  const found = after.findIndex(({ kind }) => kind !== "comma");
  const thousands = found < 0 ? after.length : found;
  const percents = tokens.filter(({ kind }) => kind === "percent").length;
  const scaled = (Math.abs(value) / 1000 ** thousands) * 100 ** percents;
  const places = tokens.filter(({ kind }) => kind === "digit");
  const zero = places.findIndex(({ text }) => text === "0");
  let digits = scaled.toFixed(0).padStart(zero < 0 ? 0 : places.length - zero, "0");
  let left = places.length;
  const shown = [...tokens].reverse().map(({ kind, text }) => {
    if (kind === "literal" || kind === "percent") return text;
    if (kind !== "digit") return "";
    left -= 1;
    const taken = left === 0 ? digits : digits.slice(-1);
    digits = left === 0 ? "" : digits.slice(0, -1);
    return taken;
  });
  const sign = signed && value < 0 && Number(scaled.toFixed(0)) !== 0 ? "-" : "";
  return sign + shown.reverse().join("");
}
