import {
  FUNDS,
  type Fund,
  type Item,
  KINDS,
  type Kind,
  type Period,
  type TreeNode,
} from "../../src/model/coordinates.ts";

/** Money from one source for one use, in 分: what no table splits further. */
export interface Posting {
  readonly fund: Fund;
  readonly kind: Kind;
  readonly function: string;
  readonly economic?: string;
  readonly government?: string;
  readonly project?: string;
  readonly fen: number;
}

/** A figure that stands beside the accounts: part of the three-public money. `planned` is the budget of a final account. */
export interface ItemPosting {
  readonly item: Item;
  readonly period: Period;
  readonly planned: boolean;
  readonly fen: number;
}

/** What a figure is of; what is left out is summed over. Codes and ids stand for all below them. */
export interface Claim {
  readonly flow?: "income" | "expenditure";
  readonly period?: Period;
  readonly stage?: "budget" | "final";
  readonly fund?: Fund;
  readonly kind?: Kind;
  readonly function?: string;
  readonly economic?: string;
  readonly government?: string;
  readonly project?: string;
  readonly item?: Item;
}

/** What a sum is of: a claim, and whether money carried over from earlier years is left out of spending. */
export type Selection = Claim & { readonly ofYear?: boolean };

export interface Ledger {
  readonly department: string;
  readonly division: string;
  readonly year: number;
  readonly stage: "budget" | "final";
  readonly postings: readonly Posting[];
  readonly items: readonly ItemPosting[];
}

/** The money that a claim is of, in 分; undefined if there is none. */
export function fenOf(ledger: Ledger, claim: Selection): number | undefined {
  const own = claim.item
    ? ledger.items.filter((one) => isItem(one, claim, ledger.stage))
    : ledger.postings.filter((one) => isOf(one, claim));
  return own.length === 0 ? undefined : own.reduce((sum, { fen }) => sum + fen, 0);
}

function isItem(one: ItemPosting, claim: Claim, stage: Ledger["stage"]): boolean {
  const planned = stage === "final" && claim.stage === "budget";
  return (
    (one.item === claim.item || one.item.startsWith(`${claim.item}.`)) &&
    one.period === (claim.period ?? "current") &&
    one.planned === planned
  );
}

function isOf(one: Posting, claim: Selection): boolean {
  if (claim.fund && !comesFrom(one.fund, claim.fund, claim)) return false;
  if (claim.flow !== "income" && !goesTo(one.kind, claim)) return false;
  if (claim.project !== undefined && one.project !== claim.project) return false;
  return (["function", "economic", "government"] as const).every(
    (code) => claim[code] === undefined || one[code]?.startsWith(claim[code]),
  );
}

/** Spending of a budget includes what that budget carried over; its income does not. */
function comesFrom(fund: Fund, claimed: Fund, { flow, ofYear = false }: Selection): boolean {
  if (isUnder(FUNDS, fund, claimed)) return true;
  const before = fund.replace("carry_over.", "") as Fund;
  return flow !== "income" && !ofYear && claimed !== "current" && isUnder(FUNDS, before, claimed);
}

/** A subject's total is what is spent on it; only the total of all money holds what is carried forward. */
function goesTo(kind: Kind, { kind: claimed = "total", function: code, economic }: Claim): boolean {
  const all = claimed === "total" && (code !== undefined || economic !== undefined);
  return isUnder(KINDS, kind, all ? "current" : claimed);
}

function isUnder(tree: Readonly<Record<string, TreeNode>>, id: string, above: string): boolean {
  for (let at: string | undefined = id; at; at = tree[at]?.parent) if (at === above) return true;
  return false;
}
