import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PAGES } from "../docs/reference/build.ts";
import { readable } from "../docs/reference/readable.ts";

describe("pages that are made from the program", () => {
  test.each(Object.keys(PAGES))("docs/%s is current (npm run reference)", (name) => {
    expect(readFileSync(new URL(`../docs/${name}`, import.meta.url), "utf8")).toBe(PAGES[name]?.());
  });

  test("write the words of a pattern out", () => {
    expect(readable("人员(经费|支出)+[小计|合计]")).toEqual(["人员经费", "人员支出"]);
    expect(readable("[[省|市]级]当年[财力]安排 上(缴|解)上级(?=支出)")).toEqual([
      "当年安排",
      "上缴上级",
      "上解上级",
    ]);
  });
});
