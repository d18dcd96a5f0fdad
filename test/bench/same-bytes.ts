import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** How many files of two folders are not in both with the same bytes. */
export function differing(a: string, b: string): number {
  const [inA, inB] = [filesIn(a), filesIn(b)];
  const names = new Set([...inA, ...inB]);
  return [...names].filter(
    (name) =>
      !inA.has(name) ||
      !inB.has(name) ||
      !readFileSync(join(a, name)).equals(readFileSync(join(b, name))),
  ).length;
}

function filesIn(folder: string): Set<string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Set(
    names.filter((name) => !name.endsWith(".lock") && statSync(join(folder, name)).isFile()),
  );
}
