import { describe, expect, it, test } from "vitest";
import { codeNow, MOVES } from "../../src/assemble/series/moves.ts";
import { pointsOf } from "../../src/assemble/series/points.ts";
import { REFORMS } from "../../src/assemble/series/reforms.ts";
import { VERSIONS } from "../../src/normalise/catalogue/entry.ts";
import { DIMENSIONS } from "../../src/normalise/catalogue/index.ts";
import { BY_FUNCTION, run, SPENT, table } from "../reconcile/tables.ts";
import { disclosure, identity } from "../write/fixture.ts";

describe("successions of subjects", () => {
  test.each(DIMENSIONS.flatMap((of) => MOVES[of].map((move) => [of, move] as const)))(
    "of %s rest on the catalogue: %o",
    (dimension, { from, to, since }) => {
      const before = String(Number(since) - 1);
      const ended = VERSIONS[dimension].get(from)?.find(({ validTo }) => validTo === before);
      const begun = VERSIONS[dimension].get(to)?.find(({ validFrom }) => validFrom === since);
      expect(ended?.name).toBeDefined();
      expect(begun?.name).toBe(ended?.name);
    },
  );

  test("are of codes that the catalogue has, each year once", () => {
    for (const dimension of DIMENSIONS) {
      const all = REFORMS[dimension].map(({ code, since }) => `${code} ${since}`);
      expect(new Set(all).size).toBe(all.length);
      expect(REFORMS[dimension].filter(({ code }) => !VERSIONS[dimension].has(code))).toEqual([]);
    }
  });

  test("go on under the code of today, as far as the year goes", () => {
    expect(codeNow("function", "2200404", "2018")).toBe("2240504");
    expect(codeNow("function", "2089901", "2019")).toBe("2089999");
    expect(codeNow("function", "2089901", "2020")).toBe("2089901");
    expect(codeNow("economic", "30311", "2017")).toBe("30113");
    // Since 2020 the code is another subject's.
    expect(codeNow("economic", "30311", "2024")).toBe("30311");
  });
});

describe("points of a series", () => {
  const spent = (rows: readonly (readonly string[])[], year: string) =>
    pointsOf(
      disclosure({
        identity: { ...identity, year, stage: "budget" },
        facts: run([table("expenditure-summary", { ...SPENT, fund: "total" }, BY_FUNCTION, rows)])
          .facts,
      }),
    )
      .filter(({ fact }) => fact.kind === "total")
      .map(({ type, subject, name, since, fact }) =>
        [type, subject, name, since ?? "", fact.money.published].join(" "),
      );

  it("have the subject of today, and since when it is what it is", () => {
    const rows = [
      ["", "合计", "90.00", "90.00", ""],
      ["210", "医疗卫生与计划生育支出", "50.00", "50.00", ""],
      ["22004", "地震事务", "40.00", "40.00", ""],
    ];
    expect(spent(rows, "2018")).toEqual([
      "total    90.00",
      "function 210 卫生健康支出  50.00",
      "function 22405 地震事务  40.00",
    ]);
    expect(spent(rows.slice(0, 2), "2019")).toEqual([
      "total    90.00",
      "function 210 卫生健康支出 2019 50.00",
    ]);
  });

  it("are none where a subject has two amounts", () => {
    const rows = [
      ["210", "卫生健康支出", "50.00", "50.00", ""],
      ["210", "卫生健康支出", "40.00", "40.00", ""],
    ];
    expect(spent(rows, "2024")).toEqual([]);
  });
});
