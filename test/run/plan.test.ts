import { describe, expect, test } from "vitest";
import { planOf } from "../../src/run/plan.ts";

const defaults = { folder: "/project/pipelines", keepState: true };
const least = { sources: ["archive"], out: "out" };

describe("a plan", () => {
  test("has every choice made", () => {
    expect(planOf(least, defaults)).toMatchObject({
      request: {
        base: "/project/pipelines",
        apartFrom: ["/project/pipelines/out", "/project/pipelines/out.state"],
      },
      out: "/project/pipelines/out",
      state: "/project/pipelines/out.state",
      keepState: true,
      output: { formats: ["csv", "json"], departments: true, bom: true },
      limits: { seconds: 60, memory: 1024, file: 200 },
      failOnConflict: false,
      failOnNew: false,
      fresh: false,
    });
  });

  test("starts paths from the base, which starts from the pipeline", () => {
    const plan = planOf({ ...least, base: "..", state: "kept", report: "/r.json" }, defaults);
    expect(plan.out).toBe("/project/out");
    expect(plan.state).toBe("/project/kept");
    expect(plan.report).toBe("/r.json");
  });

  test("is the same whatever order things are listed in", () => {
    const one = planOf(
      { ...least, formats: ["xlsx", "csv", "csv"], datasets: ["checks", "facts"] },
      defaults,
    );
    expect(one.output.formats).toEqual(["csv", "xlsx"]);
    expect(one.output.datasets).toEqual(["facts", "checks"]);
  });

  test("of a part keeps what merging needs in the output itself", () => {
    const plan = planOf({ ...least, shard: "2/3" }, defaults);
    expect(plan.shard).toEqual({ part: 2, of: 3 });
    expect(plan.state).toBe(plan.out);
  });

  test("needs sources, an output, and a state apart from it", () => {
    expect(() => planOf({ out: "out" }, defaults)).toThrow(/^no sources/);
    expect(() => planOf({ sources: ["a"] }, defaults)).toThrow(/^no output folder/);
    expect(() => planOf({ ...least, state: "out" }, defaults)).toThrow(/folder of its own/);
  });
});
