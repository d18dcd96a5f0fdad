import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { placeIn } from "../../src/assemble/figures/below.ts";
import { figuresOf } from "../../src/assemble/figures/index.ts";
import type { Fact } from "../../src/model/fact.ts";
import { type Figure, LEVELS, VIEWS, type View } from "../../src/model/figure.ts";
import { sumOf } from "../../src/model/money.ts";
import { extractDocument } from "../../src/run/document.ts";
import { isBelow, TREES } from "../../src/taxonomy/trees.ts";
import { BY_FUNCTION, run, SPENT, table } from "../reconcile/tables.ts";

const yuan = (figures: readonly Figure[]) => sumOf(figures.map(({ fact }) => fact.money)).yuan;

const inView = (figures: readonly Figure[], view: View) =>
  figures.filter(({ views }) => views.has(view));

/** True if the money of one figure is, or is in, that of another. */
function overlaps(a: Fact, b: Fact): boolean {
  const unit = ({ unitCode = "", unitName = "" }: Fact) => unitCode || unitName;
  const project = ({ projectName = "", projectCode = "" }: Fact) => projectName || projectCode;
  if (unit(a) !== unit(b) || project(a) !== project(b)) return false;
  return LEVELS.every((level) => {
    const [one, other] = [placeIn(level, a), placeIn(level, b)];
    if (one === other) return true;
    if (level === "function" || level === "economic")
      return one.startsWith(other) || other.startsWith(one);
    return isBelow(TREES[level], one, other) || isBelow(TREES[level], other, one);
  });
}

describe("the figures of a disclosure", () => {
  const summary = table("expenditure-summary", { ...SPENT, fund: "total" }, BY_FUNCTION, [
    ["", "合计", "100.50", "60.20", "40.30"],
    ["208", "社会保障和就业支出", "40.20", "40.20", ""],
    ["20805", "行政事业单位养老支出", "40.20", "40.20", ""],
    ["2080505", "机关事业单位基本养老保险缴费支出", "30.10", "30.10", ""],
    ["2080506", "机关事业单位职业年金缴费支出", "10.10", "10.10", ""],
    ["210", "卫生健康支出", "60.30", "20.00", "40.30"],
  ]);
  const again = table("expenditure-summary", { ...SPENT, fund: "total" }, BY_FUNCTION, [
    ["208", "社会保障和就业支出", "40.20", "40.20", ""],
  ]);
  const { facts } = run([summary, again]);
  const { figures, sums } = figuresOf(facts, "budget");

  it("are each there once, however often they are printed", () => {
    expect(facts).toHaveLength(16);
    expect(figures).toHaveLength(14);
    const twice = figures.filter(({ tables }) => tables === 2);
    expect(twice.map(({ fact }) => fact.money.published)).toEqual(["40.20", "40.20"]);
  });

  it("add up by function to what is spent, and overlap nowhere", () => {
    const lines = inView(figures, "function");
    expect(lines.map(({ fact }) => fact.functionCode)).toEqual(["2080505", "2080506", "210"]);
    expect(yuan(lines).toString()).toBe("1005000");
    expect(sums.find(({ view }) => view === "function")).toMatchObject({ short: undefined });
  });

  it("add up by kind", () => {
    const lines = inView(figures, "kind");
    expect(lines.map(({ fact }) => [fact.kind, fact.money.published])).toEqual([
      ["basic", "60.20"],
      ["project", "40.30"],
    ]);
  });

  it("say where nothing divides them further", () => {
    const leaf = (code: string) =>
      figures.filter(({ fact, leaf }) => fact.functionCode === code && leaf.has("function")).length;
    expect([leaf("208"), leaf("20805"), leaf("2080505"), leaf("210")]).toEqual([0, 0, 2, 3]);
  });

  it("say why a view falls short of the total", () => {
    const short = (view: View) => sums.find((one) => one.view === view)?.short;
    expect([short("economic"), short("project"), short("fund")]).toEqual([
      "no-table",
      "no-table",
      "no-table",
    ]);
  });
});

describe("projects of one name", () => {
  const list = table(
    "project-expenditure",
    { ...SPENT, fund: "total", kind: "project" },
    [
      ["project-name", {}, "项目名称"],
      ["amount", {}, "合计"],
      ["amount", { fund: "unit" }, "单位资金"],
    ],
    [
      ["合计", "60.00", "10.00"],
      ["修缮", "25.00", ""],
      ["修缮", "15.00", ""],
      ["展览", "10.00", "10.00"],
      ["展览", "10.00", ""],
    ],
  );
  const { figures, sums } = figuresOf(run([list]).facts, "budget");

  it("are as many figures as are printed, and all are added up", () => {
    const lines = inView(figures, "project");
    expect(lines.map(({ fact }) => fact.money.published)).toEqual([
      "25.00",
      "15.00",
      "10.00",
      "10.00",
    ]);
    expect(sums.find(({ view }) => view === "project")?.sum.toString()).toBe("600000");
  });

  it("divide none but their own money", () => {
    const leaf = figures.filter(({ fact, leaf }) => fact.fund === "total" && leaf.has("fund"));
    expect(leaf.map(({ fact }) => fact.label)).toEqual(["修缮", "修缮"]);
  });
});

describe.each(["anhui-final-2023.pdf", "henan-budget-2024.txt", "shanghai-budget-2025.pdf"])(
  "the figures of %s",
  (name) => {
    const path = fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));
    it("add up to what is said of each view, and overlap in none", async () => {
      const { facts, identity } = await extractDocument({ name, bytes: readFileSync(path) });
      const { figures, sums } = figuresOf(facts, identity.stage);
      for (const { view, sum } of sums) {
        expect([view, yuan(inView(figures, view)).toString()]).toEqual([view, sum.toString()]);
      }
      for (const view of VIEWS) {
        const lines = inView(figures, view).map(({ fact }) => fact);
        const twice = lines.flatMap((a, i) => lines.slice(i + 1).filter((b) => overlaps(a, b)));
        expect([view, twice.map(({ label }) => label)]).toEqual([view, []]);
      }
    });
  },
);
