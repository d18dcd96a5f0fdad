import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parsePipeline, readPipeline } from "../../src/run/pipeline-file.ts";
import { planOf } from "../../src/run/plan.ts";

const SHIPPED = fileURLToPath(new URL("../../pipelines", import.meta.url));

/** The lines that a wrong pipeline is refused with. */
function errors(text: string): string[] {
  try {
    parsePipeline(text, "p.yaml");
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split("\n") : [];
  }
}

describe("a pipeline", () => {
  test("is YAML", () => {
    const text = "# comment\nsources: archive\nlimits: { workers: 2 }\nformats: [csv]\n";
    expect(parsePipeline(text, "p.yaml")).toEqual({
      sources: ["archive"],
      limits: { workers: 2 },
      formats: ["csv"],
    });
  });

  test("is JSON, indented with tabs if its author likes, with a byte-order mark or without", () => {
    const text = '\uFEFF{\n\t"sources": [\n\t\t"a",\n\t\t"b"\n\t],\n\t"bom": false\n}\n';
    expect(parsePipeline(text, "p.json")).toEqual({ sources: ["a", "b"], bom: false });
  });

  test("that is wrong is refused with line, setting, what is expected and what was found", () => {
    expect(errors("sources: [a]\n\nlimits:\n  seconds: 60\n  workers: many\n")).toEqual([
      'p.yaml:5: limits.workers: expected a whole number from 1 to 64, found "many"',
    ]);
    expect(errors("out: 5\nbom: maybe\nformats:\n  - csv\n  - doc\n")).toEqual([
      "p.yaml:1: out: expected text, found 5",
      'p.yaml:2: bom: expected true or false, found "maybe"',
      'p.yaml:5: formats.1: expected one of csv, json, xlsx, parquet, found "doc"',
    ]);
    expect(errors("sources:\n  a: 1\n")).toEqual([
      'p.yaml:2: sources: expected text, or a list of texts, found {"a":1}',
    ]);
    expect(errors("limits: { workers: 1.5 }")).toEqual([
      "p.yaml:1: limits.workers: expected a whole number from 1 to 64, found 1.5",
    ]);
  });

  test("with a setting that nobody knows is refused with those that are known", () => {
    const [error = ""] = errors("out: x\nsource: a\n");
    expect(error).toMatch(
      /^p\.yaml:2: unknown setting "source"; the settings are title, base, sources,/,
    );
    const [limit = ""] = errors("limits:\n  threads: 3\n");
    expect(limit).toBe(
      'p.yaml:2: limits: unknown setting "threads"; the settings are workers, seconds, memory, file',
    );
  });

  test("that is no YAML is refused with the line", () => {
    expect(errors('{\n  "sources": ["a",\n')[0]).toMatch(/^p\.yaml:\d: not valid YAML or JSON: /);
    expect(errors("- a\n- b\n")).toEqual([
      'p.yaml:1: expected a mapping of settings, found ["a","b"]',
    ]);
  });

  test("that is not there is refused", () => {
    expect(() => readPipeline("nowhere.yaml")).toThrow(
      "cannot read the pipeline nowhere.yaml: no such file or folder",
    );
  });
});

test.each(readdirSync(SHIPPED).filter((name) => /\.(json|yaml)$/.test(name)))(
  "the shipped pipeline %s can be run",
  (name) => {
    const spec = readPipeline(join(SHIPPED, name));
    const plan = planOf(spec, { folder: SHIPPED, keepState: true });
    expect(plan.title).not.toBe("");
    expect(plan.request.base).toBe(join(SHIPPED, ".."));
    expect(plan.out.startsWith(join(SHIPPED, "../output/"))).toBe(true);
  },
);
