import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { officeProgram } from "../read/office/convert/program.ts";
import { canRecognise } from "../read/recognise/recogniser.ts";
import { compare } from "./sources.ts";

const PACKAGE = fileURLToPath(new URL("../../package.json", import.meta.url));
const CODE = fileURLToPath(new URL("../", import.meta.url));

/** The tool's version as published. */
export function toolVersion(): string {
  return String(JSON.parse(readFileSync(PACKAGE, "utf8")).version);
}

/**
 * A hash of the program itself: its code, its catalogue and, through the manifest, its pinned libraries. A version number
 * alone would keep old results alive after a change that somebody forgot to number.
 */
export function toolFingerprint(): string {
  const hash = createHash("sha256").update(readFileSync(PACKAGE));
  const names = readdirSync(CODE, { recursive: true, encoding: "utf8" });
  for (const name of names.filter((name) => /\.(js|ts|json|csv)$/.test(name)).sort(compare)) {
    if (name.endsWith(".d.ts")) continue;
    hash.update(name).update(readFileSync(join(CODE, name)));
  }
  // Scans and old Word documents give something where they can be read, and nothing elsewhere.
  if (canRecognise()) hash.update("recognises");
  if (officeProgram() !== undefined) hash.update("converts");
  return hash.digest("hex").slice(0, 16);
}
