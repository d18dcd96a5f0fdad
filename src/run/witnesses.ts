import type { FactRecord } from "../write/facts.ts";
import type { Records } from "../write/records.ts";

/** Facts and figures whose `checked_by` counts the disclosures that print them too: `sum=3 same=1 document=2`. */
export function withWitnesses(
  { facts, figures }: Pick<Records, "facts" | "figures">,
  held: ReadonlyMap<string, number>,
): Pick<Records, "facts" | "figures"> {
  if (held.size === 0) return { facts, figures };
  // A figure stands for all of its printings, whichever of them another disclosure has.
  const ofFigure = new Map<string, number>();
  for (const fact of facts) {
    const key = figureKey(fact);
    const most = Math.max(ofFigure.get(key) ?? 0, held.get(fact.fact) ?? 0);
    if (most > 0) ofFigure.set(key, most);
  }
  return {
    facts: facts.map((fact) => witnessed(fact, held.get(fact.fact))),
    figures: figures.map((figure) => witnessed(figure, ofFigure.get(figureKey(figure)))),
  };
}

function witnessed<R extends { readonly checked_by: string }>(
  line: R,
  documents: number | undefined,
): R {
  if (documents === undefined) return line;
  const witnesses = [line.checked_by, `document=${documents}`];
  return { ...line, checked_by: witnesses.filter(Boolean).join(" ") };
}

const KEY = [
  ...(["flow", "period", "stage", "function_code", "economic_code", "gov_economic_code"] as const),
  ...(["unit_code", "unit_name", "project_name", "item", "fund", "kind", "amount_yuan"] as const),
] as const;

function figureKey(line: Pick<FactRecord, (typeof KEY)[number]>): string {
  return KEY.map((name) => line[name]).join("|");
}
