import { resolve } from "node:path";
import { mergeParts } from "../run/merge.ts";
import { interruptible } from "./interrupt.ts";
import { exitCodeOf } from "./run-action.ts";
import { summary } from "./summary.ts";

/** `yusuan merge PART… --out DIR` */
export async function mergeFolders(folders: readonly string[], out: string): Promise<void> {
  const report = await interruptible((signal) =>
    mergeParts(
      folders.map((folder) => resolve(folder)),
      resolve(out),
      { signal },
    ),
  );
  process.stdout.write(summary(report));
  process.exitCode = exitCodeOf(report, { failOnConflict: false, failOnNew: false });
}
