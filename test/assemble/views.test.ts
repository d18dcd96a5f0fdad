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

/**
 * The totals printed of the very money that the lines of a view divide: of one fund and one kind, without a subject. What is
 * left to the next year is in no line, so that lines of all money may add up to 本年支出. Written apart from what makes the views.
 */
function printedOf(facts: readonly Fact[], view: View, line: Fact): readonly Fact[] {
  const parts = ["functionCode", "economicCode", "govEconomicCode", "unitName", "unitCode", "item"];
  const places = [...parts, "projectName", "projectCode"] as readonly (keyof Fact)[];
  const one = (place = "total") => (place === "current" ? "total" : place);
  const fund = view === "fund" ? "total" : one(line.fund);
  const kind = view === "kind" ? "total" : view === "project" ? "project" : one(line.kind);
  return facts.filter((fact) => {
    const isWhole = places.every((place) => fact[place] === undefined);
    const isThen = fact.stage === line.stage && fact.period === line.period;
    const isOfThem = fact.flow === line.flow && one(fact.fund) === fund && one(fact.kind) === kind;
    return isWhole && isThen && isOfThem;
  });
}

/** True if lines add up to a printed total within the rounding of their last digits. */
function closes(lines: readonly Fact[], total: Fact["money"]): boolean {
  const { yuan, step } = sumOf(lines.map(({ money }) => money));
  return yuan.minus(total.yuan).abs().times(2).lte(step.plus(total.step));
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
        const [line] = lines;
        if (!line) continue;
        const printed = printedOf(facts, view, line);
        if (printed.some(({ money }) => closes(lines, money))) known.closed += 1;
        else {
          known.open.push(`${file} ${view}`);
          expect([view, short]).toEqual([view, "rows-missing"]);
        }
      }
    },
  );

  afterAll(() => {
    expect(known.open.length / (known.closed + known.open.length)).toBeLessThan(0.05);
  });
});
