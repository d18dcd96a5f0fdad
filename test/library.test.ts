import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { extract, fromPlain, InputError, toPlain, UsageError } from "../src/index.ts";
import { sandbox } from "./cli/capture.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** The examples that the library's documentation shows, without the stars of a comment. */
const EXAMPLES = ["README.md", "src/index.ts"].flatMap((name) =>
  [
    ...readFileSync(join(ROOT, name), "utf8")
      .replace(/^ \* ?/gm, "")
      .matchAll(/^```ts\n([\s\S]*?)^```$/gm),
  ].map(([, code = ""], i) => [`${name} ${i + 1}`, code] as const),
);

describe("examples", () => {
  test("are found", () => expect(EXAMPLES.length).toBe(3));

  test.each(EXAMPLES)("%s runs", async (_, code) => {
    const folder = sandbox();
    const library = pathToFileURL(join(ROOT, "src/index.ts")).href;
    const file = join(folder, "example.ts");
    writeFileSync(file, code.replaceAll('from "yusuan"', `from "${library}"`));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    mkdirSync(join(folder, "output"));
    symlinkSync(join(ROOT, "samples"), join(folder, "samples"), "junction");
    const loader = import.meta.resolve("tsx");
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", loader, file], {
      cwd: folder,
    });
    // anhui-final-2023 prints 22.40 beside its only part of 24.40.
    expect(stdout).toMatch(code.includes("planOf") ? /^1 75$/m : /22\.?4/);
  });
});

describe("a disclosure", () => {
  const name = "henan-budget-2024.txt";
  const disclosure = () => extract({ name, bytes: readFileSync(join(ROOT, "samples", name)) });

  test("goes to a worker and to JSON and comes back the same", async () => {
    const original = await disclosure();
    const text = JSON.stringify(toPlain(original));
    expect(fromPlain(JSON.parse(text))).toEqual(original);
    const echo = new Worker(
      'const { parentPort: port } = require("node:worker_threads"); port.once("message", (m) => port.postMessage(m));',
      { eval: true },
    );
    const back = new Promise<ReturnType<typeof toPlain>>((done) => echo.once("message", done));
    echo.postMessage(toPlain(original));
    expect(fromPlain(await back)).toEqual(original);
    await echo.terminate();
  });

  test("has decimals in both", async () => {
    const [fact] = fromPlain(toPlain(await disclosure())).facts;
    expect(fact?.money.yuan.plus(1).minus(fact.money.yuan).toFixed()).toBe("1");
  });
});

test("errors say by code what they are", async () => {
  const error = await extract({ name: "a.txt", bytes: new Uint8Array() }).catch((e) => e);
  expect(error).toBeInstanceOf(InputError);
  expect(error.why).toBe("empty");
  expect(new UsageError("x").name).toBe("UsageError");
});
