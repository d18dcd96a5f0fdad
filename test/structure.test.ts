import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));

/** Data goes from left to right: a stage may import what stands to its left, and itself. */
const STAGES = [
  "model",
  "taxonomy",
  "read",
  "layout",
  "extract",
  "normalise",
  "narrate",
  "doubt",
  "reconcile",
  "tell",
  "account",
  "assemble",
  "write",
  "run",
  "fetch",
  "store",
  "queue",
  "warehouse",
  "view",
  "cli",
];

/** Stages that touch files, the clock or the environment. */
const EFFECTS = new Set("read write run fetch store queue warehouse view cli".split(" "));
const EFFECT_MODULES = /^node:(?:fs|process|os|child_process|worker_threads|timers)(?:\/|$)/;
const EFFECT_WORDS =
  /\bprocess\.\w|\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bsetTimeout\(/;

const LONGEST = 400;
/** Files that may be longer, each with its reason. */
const LONGER: Readonly<Record<string, string>> = {};

interface Module {
  readonly name: string;
  readonly stage: string;
  /** Without comments. */
  readonly text: string;
  readonly lines: number;
  /** Our own modules, by name. */
  readonly imports: readonly string[];
  /** Those of them that it needs when it runs: not for their types alone. */
  readonly needs: readonly string[];
  /** Everything else. */
  readonly outside: readonly string[];
}

const MODULES: readonly Module[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
  .sort()
  .map((name) => {
    const source = readFileSync(join(SRC, name), "utf8");
    const text = source.replace(/^\s*\/\*[\s\S]*?\*\//gm, "").replace(/^\s*\/\/.*$/gm, "");
    const types = new Set(
      [...text.matchAll(/^(?:import|export) type\s[^;]*?from\s+"([^"]+)"/gm)].map(
        (m) => m[1] ?? "",
      ),
    );
    // Import and export clauses, dynamic imports, and modules that threads are started with.
    const needed = [
      ...text.matchAll(/^(?:import|export)(?! type\s)[^;]*?from\s+"([^"]+)"/gm),
      ...text.matchAll(/\bimport\(\s*"([^"]+)"/g),
      ...text.matchAll(/^import\s+"([^"]+)"/gm),
      ...text.matchAll(/new URL\(\s*"(\.[^"]+\.ts)"/g),
    ].map((match) => match[1] ?? "");
    const named = (to: string) => relative(SRC, join(SRC, dirname(name), to));
    const own = (to: string) => to.startsWith(".");
    const all = [...types, ...needed];
    return {
      name,
      stage: name.includes("/") ? name.slice(0, name.indexOf("/")) : "",
      text,
      lines: source.split("\n").length - 1,
      imports: all.filter(own).map(named),
      needs: needed.filter(own).map(named),
      outside: all.filter((to) => !own(to)),
    };
  });

describe("the corridor", () => {
  test("is read whole", () => {
    expect(MODULES.length).toBeGreaterThan(100);
    expect(new Set(MODULES.map(({ stage }) => stage))).toEqual(new Set(["", ...STAGES]));
    const known = new Set(MODULES.map(({ name }) => name));
    const lost = MODULES.flatMap(({ name, imports }) =>
      imports.filter((to) => /\.tsx?$/.test(to) && !known.has(to)).map((to) => `${name} → ${to}`),
    );
    expect(lost).toEqual([]);
  });

  test("has one direction", () => {
    const backwards = MODULES.filter(({ stage }) => stage !== "").flatMap(
      ({ name, stage, imports }) =>
        imports
          .filter((to) => STAGES.indexOf(to.split("/")[0] ?? "") > STAGES.indexOf(stage))
          .map((to) => `${name} → ${to}`),
    );
    expect(backwards).toEqual([]);
  });

  test("has no circles", () => {
    expect(circle(MODULES)).toBeUndefined();
    const [a, b] = [
      { name: "a.ts", needs: ["b.ts"] },
      { name: "b.ts", needs: ["a.ts"] },
    ];
    expect(circle([a, b])).toEqual(["a.ts", "b.ts", "a.ts"]);
  });

  test("ends at the command line, which nobody imports", () => {
    const importers = MODULES.filter(
      ({ stage, imports }) => stage !== "cli" && imports.some((to) => to.startsWith("cli/")),
    );
    expect(importers.map(({ name }) => name)).toEqual([]);
  });

  test("touches files, clock and environment only in read, write, run, view and cli", () => {
    const touching = MODULES.filter(
      ({ stage, text, outside }) =>
        !EFFECTS.has(stage) &&
        (outside.some((name) => EFFECT_MODULES.test(name)) || EFFECT_WORDS.test(text)),
    );
    expect(touching.map(({ name }) => name)).toEqual([]);
  });

  test("the face of the library only re-exports", () => {
    const face = MODULES.find(({ name }) => name === "index.ts");
    const rest = (face?.text ?? "").replace(
      /export\s+(?:type\s+)?\{[^}]*\}\s+from\s+"[^"]+";/g,
      "",
    );
    expect(rest.trim()).toBe("");
  });
});

describe("files", () => {
  test(`have at most ${LONGEST} lines`, () => {
    const long = MODULES.filter(({ name, lines }) => lines > LONGEST && !(name in LONGER));
    expect(long.map(({ name, lines }) => `${name}: ${lines}`)).toEqual([]);
    const listed = MODULES.filter(({ name }) => name in LONGER);
    expect(listed.filter(({ lines }) => lines <= LONGEST)).toEqual([]);
  });

  test("are few lines long, most of them", () => {
    const lines = MODULES.map((module) => module.lines).sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(100);
  });
});

/** The first circle of imports, or undefined. */
function circle(
  modules: readonly { readonly name: string; readonly needs: readonly string[] }[],
): readonly string[] | undefined {
  const needs = new Map(modules.map((module) => [module.name, module.needs]));
  const done = new Set<string>();
  function visit(name: string, path: readonly string[]): readonly string[] | undefined {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const to of needs.get(name) ?? []) {
      const found = visit(to, [...path, name]);
      if (found) return found;
    }
    done.add(name);
    return undefined;
  }
  for (const { name } of modules) {
    const found = visit(name, []);
    if (found) return found;
  }
  return undefined;
}
