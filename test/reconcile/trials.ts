import type { Block } from "../../src/model/block.ts";
import type { Fact } from "../../src/model/fact.ts";
import { DAMAGE_KINDS, damaged } from "./damage.ts";
import { FONT_SWAPS, fontSwapped } from "./font-swap.ts";
import type { Product } from "./product.ts";
import { oneOf, type Random, randomOfCase } from "./random.ts";
import { type Source, sourceOf } from "./sources.ts";
import { Tally } from "./tally.ts";
import { saysOf, verdictOf } from "./truth.ts";

/** Ways to make a clean document worse: kinds of damage, one or two at a time, or a font that is misread. */
export const TRIALS = ["single", "pairs", "fonts"] as const;
export type Trial = (typeof TRIALS)[number];

/** Which cases are tried: those from `from` on, by the generator's seed. */
export interface Cases {
  readonly seed: number;
  readonly from?: number;
  readonly count: number;
  /** The kind that all of them have. */
  readonly only?: string | undefined;
  /** How many wrong figures of a case are told. */
  readonly figures?: number;
}

/** Files that do not fit are passed over; a kind that fits nowhere ends here. */
const ATTEMPTS = 2_000;

/** Reads damaged documents and counts where a wrong figure is called right: document by document. */
export function tried(
  product: Product,
  files: readonly string[],
  trial: Trial,
  { seed, from = 0, count, only, figures = 3 }: Cases,
  tally = new Tally(),
): Tally {
  for (let index = from; index < from + count; index++) {
    const made = caseOf(index, randomOfCase(seed, index), files, product, trial, only);
    if (!made) continue;
    const { source, kinds, blocks } = made;
    const where = `${trial} --seed ${seed} --case ${index}${only ? ` --only "${only}"` : ""}: ${source.name}, ${kinds.join(" + ")}`;
    const kind = kinds[0] ?? "";
    try {
      const { facts } = product.reconcile(product.printedOf(blocks, source.name));
      const { outcome, lies } = verdictOf(source.truth, facts, kinds);
      const shown = lies.slice(0, figures).map((fact) => lineOf(fact, source));
      tally.add(
        kind,
        outcome,
        lies.length > 0 ? [`${where}: ${lies.length} ${shown.join("; ")}`] : [],
      );
    } catch (error) {
      const refused = (error as Error).name === "InputError";
      tally.add(kind, refused ? "refused" : "thrown", refused ? [] : [`${where}: ${error}`]);
    }
  }
  return tally;
}

function caseOf(
  index: number,
  random: Random,
  files: readonly string[],
  product: Product,
  trial: Trial,
  only: string | undefined,
) {
  const all = trial === "fonts" ? FONT_SWAPS : DAMAGE_KINDS;
  const first = only ?? all[index % all.length] ?? "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const source = sourceOf(oneOf(files, random) ?? "", product);
    const kinds = trial === "pairs" ? [first, oneOf(all, random) ?? ""] : [first];
    const blocks = source && worse(source.blocks, trial, kinds, random);
    if (source && blocks) return { source, kinds, blocks };
  }
  return undefined;
}

function worse(
  blocks: readonly Block[],
  trial: Trial,
  kinds: readonly string[],
  random: Random,
): readonly Block[] | undefined {
  return trial === "fonts"
    ? fontSwapped(blocks, kinds[0] ?? "", random)
    : damaged(blocks, kinds, random);
}

function lineOf(fact: Fact, { truth }: Source): string {
  const { status, row, column, label } = fact;
  return `${status} row ${row} column ${column} ${label}: ${saysOf(fact, truth)}`;
}
