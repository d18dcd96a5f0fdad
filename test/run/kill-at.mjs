/**
 * Loaded before a program (`node --import`): ends it like a power cut, just before the operation on files of the number
 * KILL_AT. A write of that number happens by half. Without KILL_AT, the number of operations goes to the file KILL_COUNT.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { KILL_AT, KILL_COUNT } = process.env;
const at = Number(KILL_AT ?? Number.POSITIVE_INFINITY);
let count = 0;

const { writeSync, writeFileSync } = fs;
const half = (data) => data.slice(0, data.length / 2);

/** @param {(...args: unknown[]) => void} [torn] what is left of the operation */
function counting(owner, name, torn) {
  const operation = owner[name];
  owner[name] = function (...args) {
    if (++count === at) {
      torn?.call(this, ...args);
      process.kill(process.pid, "SIGKILL");
    }
    return operation.apply(this, args);
  };
}

for (const name of ["openSync", "mkdirSync", "renameSync", "linkSync", "rmSync", "rmdirSync"])
  counting(fs, name);
for (const name of ["open", "mkdir", "rename", "rm", "rmdir"]) counting(fs.promises, name);
counting(fs, "writeSync", (file, data) => writeSync(file, half(data)));
counting(fs, "writeFileSync", (file, data) => writeFileSync(file, half(data)));

const handle = await fs.promises.open(new URL(import.meta.url));
counting(Object.getPrototypeOf(handle), "write", function (data) {
  writeSync(this.fd, half(data));
});
await handle.close();
syncBuiltinESMExports();

if (KILL_COUNT) process.on("exit", () => fs.appendFileSync(KILL_COUNT, `${count}\n`));
