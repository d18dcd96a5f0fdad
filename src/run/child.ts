import { writeSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import workerpool from "workerpool";
import { usageOf } from "./usage.ts";

/**
 * The other end of children.ts: performs one task after the other with the module that it was started for. What it says
 * besides goes to standard output, a line of JSON each: the guard's reports, and an error that no task caught.
 */
const [module = "", parent = ""] = process.argv.slice(2);

// V8 optimises in a thread of its own what has run for a moment, which takes it two thirds of the time that documents take,
// on the core that another process could have. What runs for long is optimised all the same. With three times as much two
// processes gain no more, and one alone waits a quarter longer for its own.
setFlagsFromString("--interrupt-budget=300000");

// The terminal sends Ctrl-C to all processes at once; the parent decides what becomes of this one.
process.on("SIGINT", () => {});
// Libraries that print warnings must not print them among our lines.
process.stdout.write = process.stderr.write = () => true;

new Worker(
  import.meta.url.endsWith(".ts") ? guardFromSources() : new URL("./guard.js", import.meta.url),
  {
    workerData: { parent: Number(parent), reports: usageOf(process.pid) === undefined },
    execArgv: [],
  },
).unref();

process.on("uncaughtException", (error) => {
  writeSync(1, `${JSON.stringify({ error: plain(error) })}\n`);
  process.exit(1);
});

type Perform = (task: unknown, onEffort: () => void) => Promise<unknown>;
const loading = import(module) as Promise<{ perform: Perform }>;
loading.catch(() => {});

async function perform(task: unknown): Promise<unknown> {
  try {
    const { perform } = await loading;
    // From here on time and memory are the task's: what the program takes to load itself is not.
    workerpool.workerEmit({ pid: process.pid });
    return { value: await perform(task, () => workerpool.workerEmit({ effort: true })) };
  } catch (error) {
    return { error: plain(error) };
  }
}

function plain(error: unknown) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const why = error instanceof Error && "why" in error ? String(error.why) : undefined;
  return { name, message, stack, code: codeOf(error), why };
}

/** Code of a system error, or of the one that caused a clearer error. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return "code" in error ? String(error.code) : codeOf(error.cause);
}

/** Run from its TypeScript sources (tests, development), a thread has to register a loader for them first. */
function guardFromSources(): URL {
  const code = `
    import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))};
    register();
    await import(${JSON.stringify(new URL("./guard.ts", import.meta.url).href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

workerpool.worker({ perform });
