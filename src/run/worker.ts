import { parentPort, workerData } from "node:worker_threads";

/** The other end of pool.ts: performs one task after the other with the module that it was started for. */
const port = parentPort;
if (!port) throw new Error("worker.ts is started by pool.ts, not by hand");

const { perform } = (await import(String(workerData))) as {
  perform: (task: unknown) => Promise<unknown>;
};

port.on("message", async (task: unknown) => {
  try {
    port.postMessage({ value: await perform(task) });
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    port.postMessage({ error: { name, message, stack, code: codeOf(error) } });
  }
});

/** Code of a system error, or of the one that caused a clearer error. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return "code" in error ? String(error.code) : codeOf(error.cause);
}

port.postMessage("ready");
