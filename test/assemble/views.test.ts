import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { figuresOf } from "../../src/assemble/figures/index.ts";
import type { Fact } from "../../src/model/fact.ts";
import type { View } from "../../src/model/figure.ts";
import { sumOf } from "../../src/model/money.ts";
import { extractDocument } from "../../src/run/document.ts";
import { isBelow, TREES } from "../../src/taxonomy/trees.ts";

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const corpus = process.env.YUSUAN_CORPUS;

/** The samples, and where the corpus is there the seeds, its PDFs, and the forms as two kinds of text. */
const files = [
  SAMPLES,
  ...(corpus ? [join(corpus, "seeds"), join(corpus, "corpus")] : []),
  ...["tsv", "layout"].map((form) => join(corpus ?? SAMPLES, "forms", "docs", form)),
]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => /\.(?:txt|md|html|pdf)$/.test(file) && !/README/.test(file));

/** True if the money of one figure is, or is in, that of another. Written apart from what makes the views. */
function overlaps(a: Fact, b: Fact): boolean {
  const unit = ({ unitCode = "", unitName = "" }: Fact) => unitCode || unitName;
  const project = ({ projectName = "", projectCode = "" }: Fact) => projectName || projectCode;
  if (unit(a) !== unit(b) || project(a) !== project(b)) return false;
  const nested = (one = "", other = "") => one.startsWith(other) || other.startsWith(one);
  const inTree = (tree: "fund" | "kind") => {
    const [one = "total", other = "total"] = [a[tree], b[tree]];
    return one === other || isBelow(TREES[tree], one, other) || isBelow(TREES[tree], other, one);
  };
  return (
    nested(a.functionCode, b.functionCode) &&
    nested(a.economicCode, b.economicCode) &&
    nested(a.govEconomicCode, b.govEconomicCode) &&
    inTree("fund") &&
    inTree("kind")
  );
}

describe("the views of", () => {
  const known = { closed: 0, open: [] as string[] };

  it.each(files)(
    "%s add up to what is said of each, and overlap in none",
    {
      timeout: 60_000,
    },
    async (file) => {
      const document = { name: file, bytes: new Uint8Array(readFileSync(file)) };
      const { facts, identity } = await extractDocument(document);
      const { figures, sums } = figuresOf(facts, identity.stage);
      for (const { view, sum, short } of sums) {
        const lines = figures.flatMap(({ fact, views }) => (views.has(view) ? fact : []));
        expect([view, sumOf(lines.map(({ money }) => money)).yuan.toFixed()]).toEqual([
          view,
          sum.toFixed(),
        ]);
        const twice = lines.flatMap((a, i) => lines.slice(i + 1).filter((b) => overlaps(a, b)));
        expect([view, twice.map(({ label }) => label)]).toEqual([view, []]);
        if (!DIVIDES_ALL.has(view) || short === "no-table") continue;
        // What is left to the next year is in no line of expenditure: the lines then add up to 本年支出.
        if (short === undefined || short === "carried-forward") known.closed += 1;
        else known.open.push(`${file} ${view} ${short}`);
      }
    },
  );

  afterAll(() => {
    expect(known.open.length / (known.closed + known.open.length)).toBeLessThan(0.05);
  });
});

/** Views that all the money of a disclosure is printed by; tables by economic subject and by project are of a part of it. */
const DIVIDES_ALL: ReadonlySet<View> = new Set(["function", "fund", "kind", "unit"]);
