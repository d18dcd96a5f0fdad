import { describe, expect, it } from "vitest";
import { DAMAGE_KINDS, damaged } from "./damage.ts";
import { casesOr, documents, SEED } from "./effort.ts";
import { OWN } from "./product.ts";
import { randomOf } from "./random.ts";
import { gridOf, sheetOf } from "./sheet.ts";
import { sourceOf } from "./sources.ts";
import { tried } from "./trials.ts";
import { verdictOf } from "./truth.ts";

const files = documents();
const few = { single: DAMAGE_KINDS.length * 2, pairs: DAMAGE_KINDS.length, fonts: 12 };

describe("damage", () => {
  it.each(["single", "pairs", "fonts"] as const)(
    "leaves no wrong figure that is called right (%s)",
    { timeout: 3_600_000 },
    (trial) => {
      const tally = tried(OWN, files, trial, { seed: SEED, count: casesOr(few[trial]) });
      console.table(tally.table());
      expect(tally.silent).toEqual([]);
    },
  );

  it("is done by the damages alone, and each kind fits somewhere", () => {
    const sources = files.flatMap((file) => sourceOf(file, OWN) ?? []);
    for (const { name, blocks, truth } of sources) {
      const same = blocks.map((block) => {
        const sheet = sheetOf(block);
        return sheet && block.type === "grid" ? gridOf(sheet.rows, block) : block;
      });
      const { facts } = OWN.reconcile(OWN.printedOf(same, name));
      expect(verdictOf(truth, facts, [])).toEqual({ outcome: "right", lies: [] });
      expect(facts.map(({ status }) => status)).toEqual(truth.facts.map(({ status }) => status));
    }
    const random = randomOf(1);
    const fits = DAMAGE_KINDS.filter((kind) =>
      sources.some(({ blocks }) =>
        Array.from({ length: 20 }).some(() => damaged(blocks, [kind], random)),
      ),
    );
    expect(fits).toEqual(DAMAGE_KINDS);
  });
});
