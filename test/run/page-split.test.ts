import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { randomOf } from "../reconcile/random.ts";
import { figuresOn, pagesOf, printedFiles } from "./printed-again.ts";
import { splitOverThree } from "./split-pages.ts";

describe.each(printedFiles("corpus", "corpus/rendered"))("%s", (path) => {
  test.each([
    ["with", true],
    ["without", false],
  ])(
    "gives the same facts if each table is printed over three pages %s its headings",
    async (_, repeated) => {
      const source = { name: path, bytes: readFileSync(path) };
      const random = randomOf(20241122);
      const whole = await pagesOf(source);
      const split = whole.flatMap((page) => splitOverThree(page, repeated, random));
      expect(await figuresOn(split, source)).toEqual(await figuresOn(whole, source));
    },
  );
});
