import type { Coordinates } from "../model/coordinates.ts";
import type { Catalogue, Dimension } from "../normalise/catalogue/index.ts";
import { groupBy } from "../normalise/ledger/keys.ts";
import type { Entry } from "../normalise/ledger/ledger.ts";
import type { KnownUnits } from "../normalise/units.ts";
import { plain } from "../taxonomy/plain.ts";
import { flagsOf } from "../taxonomy/tables/declarations.ts";
import { type Doubt, doubt, type Print } from "./doubt.ts";

/** Rows whose code and printed name do not agree, or whose subject is open. */
export function doubtfulSubjects(print: Print): Doubt[] {
  const { ledger, confirmed, catalogue, units } = print;
  const misnamed: Entry[] = [];
  const malformed: Entry[] = [];
  const unknown: Entry[] = [];
  const outcomes = new Map<string, Outcome>();
  const rows = ledger.readings.map(({ keys }) => {
    return new Map(keys.map(({ block, row, coordinates }) => [`${block} ${row}`, coordinates]));
  });
  for (const entry of ledger.entries) {
    const { block, row } = entry.figure;
    const said = rows[entry.table]?.get(`${block} ${row}`) ?? {};
    const key = keyOf(entry, said);
    const outcome = outcomes.get(key) ?? judge(entry, said, catalogue, units);
    outcomes.set(key, outcome);
    if (outcome === "contradicts") misnamed.push(entry);
    if (outcome === "malformed") malformed.push(entry);
    if (outcome === "unknown" && !confirmed.has(entry)) unknown.push(entry);
  }
  return [
    ...doubt("misnamed", misnamed),
    ...doubt("malformed-code", malformed),
    ...doubt("unknown-code", unknown),
    ...doubt(
      "nameless",
      ledger.entries.filter((entry) => isNameless(entry) && !confirmed.has(entry)),
    ),
    ...doubt("uneven-codes", uneven(print)),
    ...doubt("paired-otherwise", pairedOtherwise(print)),
    ...doubt("nameless-form", namelessForms(print)),
  ];
}

function isNameless({ coordinates: c, figure: { label } }: Entry): boolean {
  const code = c.functionCode ?? c.economicCode ?? c.govEconomicCode ?? c.projectCode;
  return code !== undefined && c.projectName === undefined && label.trim() === "";
}

type Outcome = "agrees" | "contradicts" | "malformed" | "unknown";

/** The code of another classification fused to a name (对个人和家庭补助 509). */
const FUSED_CODE = /[\u4e00-\u9fff)]\s?\d{3,7}$/;

function keyOf({ coordinates, figure }: Entry, said: Coordinates): string {
  const codes = [coordinates, said].flatMap((c) => [
    c.functionCode,
    c.economicCode,
    c.govEconomicCode,
  ]);
  return [...codes, coordinates.projectName, figure.label].join("|");
}

/**
 * The first code that a row says is the one that its name names: 公务接待费 under 302 is that of another code, and a unit is no
 * subject. A code that its column gives has its name in the heading.
 */
function judge(
  { coordinates, figure: { label } }: Entry,
  said: Coordinates,
  catalogue: Catalogue,
  { names }: KnownUnits,
): Outcome {
  const codes = codesOf(coordinates);
  if (codes.some(({ code, lengths }) => !lengths.includes(code.length))) return "malformed";
  const [named] = codesOf(said);
  if (named && label !== "") {
    if (FUSED_CODE.test(label)) return "malformed";
    const { projectName } = coordinates;
    const ofSubject = projectName === undefined || !label.includes(projectName);
    const { dimension, code } = named;
    const ofUnit = (said.unitCode ?? said.unitName) === undefined && names.has(plain(label));
    const isNamed = (printed: string) => catalogue.sameName(dimension, code, printed);
    const exchanged = projectName !== undefined && isNamed(projectName) && !isNamed(label);
    const contradicts = ofUnit || exchanged || catalogue.contradicts(dimension, code, label);
    if (ofSubject && contradicts) return "contradicts";
  }
  return codes.some((one) => catalogue.subject(one.dimension, one.code) === undefined)
    ? "unknown"
    : "agrees";
}

interface Code {
  readonly dimension: Dimension;
  readonly code: string;
  readonly lengths: readonly number[];
}

function codesOf({ functionCode, economicCode, govEconomicCode }: Coordinates): Code[] {
  const codes: Code[] = [];
  const add = (dimension: Dimension, code: string | undefined, lengths: readonly number[]) => {
    if (code !== undefined) codes.push({ dimension, code, lengths });
  };
  add("function", functionCode, [3, 5, 7]);
  add("economic", economicCode, [3, 5]);
  add("gov-economic", govEconomicCode, [3, 5]);
  return codes;
}

/** Up to which share of the rows a single code, or a pair of codes of unequal depth is an exception, not the habit of the table. */
const EXCEPTION = 0.2;

function uneven({ ledger }: Print): Entry[] {
  return ledger.byTable.flatMap((entries) => {
    const pairs = entries.filter(({ coordinates: c }) => c.economicCode && c.govEconomicCode);
    const habit = pairs.length > EXCEPTION * entries.length;
    const found = entries.filter(
      ({ coordinates: { economicCode: one, govEconomicCode: other } }) => {
        if (one !== undefined && other !== undefined) return one.length !== other.length;
        return habit && (one ?? other ?? "").length > 3;
      },
    );
    return found.length <= EXCEPTION * entries.length ? found : [];
  });
}

/** Rows that classify one figure otherwise than another table: 30110 is 50102 here and 50101 there. */
function pairedOtherwise({ ledger }: Print): Entry[] {
  const pairs = ledger.entries.filter(({ coordinates: c }) => c.economicCode && c.govEconomicCode);
  const byCode = groupBy(pairs, ({ coordinates: { economicCode } }) => economicCode);
  return [...byCode.values()].flatMap((entries) => {
    const tables = [...groupBy(entries, ({ table }) => table).values()];
    return tables.filter((own) => tables.some((others) => isPairedApart(own, others))).flat();
  });
}

/** True for rows of one class that print the same amount, and no government class in common. */
function isPairedApart(own: readonly Entry[], others: readonly Entry[]): boolean {
  const amounts = new Set(own.map(({ amount }) => amount));
  const codes = new Set(own.map(({ coordinates }) => coordinates.govEconomicCode));
  return (
    others.some(({ amount }) => amount !== 0n && amounts.has(amount)) &&
    others.every(({ coordinates }) => !codes.has(coordinates.govEconomicCode))
  );
}

function namelessForms({ ledger }: Print): Entry[] {
  return ledger.readings.flatMap(({ table: { id } }, at) => {
    const several = ledger.readings.filter(({ table }) => table.id === id).length > 1;
    if (flagsOf(id).oneEach !== true || !several) return [];
    return (ledger.byTable[at] ?? []).filter(({ coordinates: c }) => {
      const unit = c.projectCode === undefined && (c.unitCode ?? c.unitName) !== undefined;
      return c.projectName === undefined && !unit;
    });
  });
}
