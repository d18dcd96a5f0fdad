import { readFileSync } from "node:fs";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { UsageError } from "../model/errors.ts";
import { reasonOf } from "./sources.ts";

/** A file of settings that was read, and where in it each of them stands. */
export interface ReadSettings<Settings> {
  readonly settings: Settings;
  /** The line of a value, or of the nearest thing around it that the file does have. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** The text of a file of settings. Throws UsageError. @param what the file is: `the pipeline` */
export function settingsText(file: string, what: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`cannot read ${what} ${file}: ${reasonOf(error)}`);
  }
}

/**
 * Settings in YAML, of which JSON is a part. Throws UsageError with a line for each thing that is wrong in them.
 *
 * @param file only names them in errors: `nightly.yaml:7: limits.workers: expected …`.
 * @param keysAt the settings that may stand at a path
 */
export function parseSettings<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): ReadSettings<z.infer<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), {
    lineCounter: lines,
    prettyErrors: false,
  });
  const broken = document.errors[0];
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    throw new UsageError(`${file}:${line}: not valid YAML or JSON: ${broken.message}`);
  }
  const lineOf = (path: readonly PropertyKey[]): number => lineIn(document, lines, path);
  const found = schema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (found.success) return { settings: found.data, lineOf };
  const errors = found.error.issues
    .map((issue) => ({
      line: lineOf([...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])]),
      text: explain(issue, document, keysAt),
    }))
    .sort((a, b) => a.line - b.line);
  throw new UsageError(errors.map(({ line, text }) => `${file}:${line}: ${text}`).join("\n"));
}

function lineIn(document: Document, lines: LineCounter, at: readonly PropertyKey[]): number {
  for (let path = [...at]; path.length > 0; path = path.slice(0, -1)) {
    const node = document.getIn(path, true) ?? document.getIn(path.map(asKey), true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

/** `30199:` is a number to YAML. */
function asKey(key: PropertyKey): PropertyKey {
  return typeof key === "string" && /^[1-9]\d*$/.test(key) ? Number(key) : key;
}

function explain(
  issue: z.core.$ZodIssue,
  document: Document,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): string {
  const at = issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(issue.path).join(", ");
    return `${at}unknown setting "${issue.keys.join('", "')}"; the settings are ${known}`;
  }
  if (issue.code === "invalid_key") {
    const wrong = issue.issues.map(({ message }) => message).join(", ");
    return `${at}expected ${wrong}, found ${JSON.stringify(issue.path.at(-1))}`;
  }
  const value = issue.path.length > 0 ? document.getIn(issue.path) : document.toJS();
  return `${at}expected ${issue.message}, found ${JSON.stringify(value) ?? "nothing"}`;
}
