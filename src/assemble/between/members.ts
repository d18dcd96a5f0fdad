import { formatYuan, sumOf } from "../../model/money.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import type { Difference, DifferenceKind } from "../differences.ts";
import {
  bookOf,
  type Compared,
  compareFigures,
  documentOf,
  isWithin,
  oneOf,
  sideOf,
} from "./compare.ts";
import type { Issue } from "./repeats.ts";
import { plainUnit, type Shared, type Shares, unitsIn } from "./shared.ts";

/** A unit of a department, or a department of a place, with what it published itself. */
export interface Member extends Shares {
  readonly name: string;
}

/** A figure of the whole, and what its members have of it. */
interface Sum {
  readonly total: Shared;
  /** All its printings. */
  readonly same: readonly Shared[];
  readonly parts: Shared[];
  /** How many members have it, or print nothing that could be a part of it: theirs is zero. */
  told: number;
}

/** From how many sums that close on the members are taken to be all that there are, where the whole does not name them. */
const EVIDENT = 3;

/**
 * A whole against its members, each in its turn: the whole's row of a member is what the member says of itself, and what the
 * whole says of all is the sum of its members, if they are all there.
 */
export function compareMembers(
  whole: Shares & Issue & { readonly kind: DifferenceKind },
  members: Iterable<Member>,
): Compared {
  const held = new Set<string>();
  const differences: Difference[] = [];
  const isOwn = ({ period, stage }: Shared): boolean =>
    period === "current" && stage === whole.stage;
  const figures = whole.figures.filter(isOwn);
  const rows = groupBy(figures, ({ unit }) => unit);
  const sums = [...groupBy(rows.get("") ?? [], keyOf).values()].flatMap((same): Sum[] => {
    const total = oneOf(same);
    return total ? [{ total, same, parts: [], told: 0 }] : [];
  });
  const names = new Set<string>();
  let count = 0;
  for (const member of members) {
    const name = plainUnit(member.name);
    const shares = member.figures.filter((each) => isOwn(each) && each.unit === "");
    const tell = { kind: whole.kind, reason: () => "" };
    const compared = compareFigures(rows.get(name) ?? [], bookOf(shares), tell);
    for (const fact of compared.held) held.add(fact);
    differences.push(...compared.differences);
    addTo(sums, shares);
    names.add(name);
    count += 1;
  }
  const proofs = sums.filter((sum) => isProof(sum));
  for (const { same, parts } of proofs) for (const { fact } of [...same, ...parts]) held.add(fact);
  const open = sums.filter((sum) => sum.told === count && sum.parts.length > 0 && !closes(sum));
  const named = unitsIn({ figures, said: [] });
  const areAll =
    named.length > 0
      ? named.every((name) => names.has(name))
      : proofs.length >= EVIDENT && proofs.length > open.length;
  if (!areAll) return { held, differences };
  const inRows = groupBy(figures, (each) => (each.unit === "" ? undefined : keyOf(each)));
  const untold = open.filter(({ total }) => !addUp(inRows.get(keyOf(total)) ?? [], total));
  return {
    held,
    differences: [...differences, ...untold.map((sum) => difference(whole.kind, sum))],
  };
}

/** What one member has of each figure of the whole. */
function addTo(sums: readonly Sum[], shares: readonly Shared[]): void {
  const byKey = groupBy(shares, keyOf);
  const byTable = groupBy(shares, ({ table }) => table);
  for (const sum of sums) {
    const same = byKey.get(keyOf(sum.total));
    const one = same && oneOf(same);
    if (one) sum.parts.push(one);
    const inTable = byTable.get(sum.total.table) ?? [];
    const isZero =
      !same && inTable.length > 0 && !inTable.some((each) => areNested(each, sum.total));
    if (one || isZero) sum.told += 1;
  }
}

/** Whether the codes of two figures lie below each other: a member may print 20805 where the whole prints 208. */
function areNested(one: Shared, other: Shared): boolean {
  const [a, b] = [codeIn(one), codeIn(other)];
  return a.startsWith(b) || b.startsWith(a);
}

function codeIn({ about }: Shared): string {
  return /\|(\d{3,7})\|/.exec(about)?.[1] ?? "";
}

function keyOf({ table, about }: Shared): string {
  return `${table} ${about}`;
}

function isProof(sum: Sum): boolean {
  return sum.parts.filter(({ money }) => !money.yuan.isZero()).length > 1 && closes(sum);
}

function closes({ total, parts }: Sum): boolean {
  return addUp(parts, total);
}

function addUp(parts: readonly Shared[], total: Shared): boolean {
  const { yuan, step } = together(parts);
  return parts.length > 0 && isWithin(yuan.minus(total.money.yuan), step.plus(total.step));
}

function together(parts: readonly Shared[]): ReturnType<typeof sumOf> {
  return sumOf(parts.map(({ money, step }) => ({ ...money, step })));
}

function difference(kind: DifferenceKind, { total, parts }: Sum): Difference {
  const { yuan, step } = together(parts);
  const facts = parts.map(({ fact }) => fact);
  const document = [...new Set(facts.map(documentOf))].join(" ");
  const stands = sideOf(total);
  const money = { published: formatYuan(yuan), unit: "元", yuan, step } as const;
  return {
    ...{ kind, table: total.table, label: total.label, stands },
    other: { document, fact: facts.join(" "), money },
    documents: [stands.document, document],
  };
}
