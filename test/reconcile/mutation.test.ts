import { describe, expect, it } from "vitest";
import { documents, SEED } from "./effort.ts";
import { mutated } from "./mutation.ts";
import { OWN } from "./product.ts";
import { randomOfCase } from "./random.ts";
import { sourceOf } from "./sources.ts";
import { Tally } from "./tally.ts";

/** Share of the proved figures that are changed: all of them with YUSUAN_THOROUGH set. */
const SHARE = process.env.YUSUAN_THOROUGH ? 1 : 0.01;
/** Share of the changed digits of any place that lose their proof: the last digits may be within the rounding. */
const CAUGHT = 0.995;

describe("a wrong digit", () => {
  it("makes a figure lose its proof, and is named", { timeout: 3_600_000 }, () => {
    const tally = new Tally();
    for (const [i, file] of documents().entries()) {
      const source = sourceOf(file, OWN);
      if (source) mutated(OWN, source, SHARE, randomOfCase(SEED, i), tally);
    }
    console.table(tally.table());
    const [proved, named, unnamed] = ["proved", "named", "unnamed"].map((outcome) =>
      tally.count(outcome, "any digit"),
    );
    const all = (proved ?? 0) + (named ?? 0) + (unnamed ?? 0);
    expect(tally.silent.filter((line) => line.startsWith("first digit"))).toEqual([]);
    expect(all).toBeGreaterThan(0);
    expect((proved ?? 0) / all).toBeLessThanOrEqual(1 - CAUGHT);
  });
});
