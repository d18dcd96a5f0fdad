import { join, resolve } from "node:path";

const SAMPLES = resolve(import.meta.dirname, "../../samples");

/** Documents whose figures no hostile file may touch. */
export const GOOD: readonly string[] = [
  "henan-budget-2024.txt",
  "jiangsu-unit-budget-2023.txt",
  "shandong-budget-2024.md",
].map((name) => join(SAMPLES, name));

/** Files of departments that are missing or other beside hostile files. */
export function differences(
  alone: Readonly<Record<string, string>>,
  beside: Readonly<Record<string, string>>,
): string[] {
  return Object.keys(alone).filter((path) => /^\d{4}\//.test(path) && alone[path] !== beside[path]);
}
