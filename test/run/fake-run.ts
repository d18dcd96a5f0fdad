import { processes, runFake } from "./sandbox.ts";

/** A run of fake documents in a process of its own, for tests that kill it: `node --import tsx fake-run.ts FOLDER`. */
const [folder = ""] = process.argv.slice(2);
await runFake(
  folder,
  { limits: { workers: 2 } },
  { openPool: processes, reporter: { started: () => process.stdout.write("started\n") } },
);
