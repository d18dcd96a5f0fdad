import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** What a command took: seconds, and the memory of its largest process where the system tells it. */
export interface Measured {
  readonly seconds: number;
  readonly megabytes: number | undefined;
}

const TIME = "/usr/bin/time";

/** Runs a command to its end; its exit status is its own affair. */
export function measured(command: string, args: readonly string[]): Measured {
  const start = performance.now();
  const timed = existsSync(TIME);
  const { stderr } = timed
    ? spawnSync(TIME, ["-f", "peak %M", command, ...args], { encoding: "utf8", maxBuffer: 1 << 28 })
    : spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  const kilobytes = /^peak (\d+)$/m.exec(stderr)?.[1];
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes: kilobytes ? Number(kilobytes) / 1000 : undefined,
  };
}
