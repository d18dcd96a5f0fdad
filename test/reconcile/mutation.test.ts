import { describe, expect, it } from "vitest";
import { documents, SEED } from "./effort.ts";
import { mutated } from "./mutation.ts";
import { OWN } from "./product.ts";
import { randomOfCase } from "./random.ts";
import { reader } from "./sources.ts";

/** Share of the proved figures that are changed: all of them with YUSUAN_THOROUGH set. */
const SHARE = process.env.YUSUAN_THOROUGH ? 1 : 0.02;
/** Share of the changed digits of any place that lose their proof: the last digits may be within the rounding. */
const CAUGHT = 0.995;

describe("a wrong digit", () => {
  it("makes a figure lose its proof, and is named", { timeout: 3_600_000 }, () => {
    const read = reader(OWN);
    let [all, proved] = [0, 0];
    for (const [i, file] of documents().entries()) {
      const source = read(file);
      if (!source) continue;
      const tally = mutated(OWN, source, SHARE, randomOfCase(SEED, i));
      console.log(source.name, tally.table(), tally.silent);
      expect(tally.silent.filter((line) => line.startsWith("first digit"))).toEqual([]);
      all += tally.count("proved", "any digit") + tally.count("named", "any digit");
      all += tally.count("unnamed", "any digit");
      proved += tally.count("proved", "any digit");
    }
    expect(all).toBeGreaterThan(0);
    expect(proved / all).toBeLessThanOrEqual(1 - CAUGHT);
  });
});
