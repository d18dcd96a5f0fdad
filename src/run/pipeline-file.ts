import { readFileSync } from "node:fs";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { UsageError } from "../model/errors.ts";
import { type PipelineSpec, pipelineSchema } from "./pipeline-schema.ts";
import { reasonOf } from "./sources.ts";

/** Reads a pipeline (YAML, of which JSON is a part). Throws UsageError with a line for each thing that is wrong in it. */
export function readPipeline(file: string): PipelineSpec {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`cannot read the pipeline ${file}: ${reasonOf(error)}`);
  }
  return parsePipeline(text, file);
}

/** @param file only names the pipeline in errors: `nightly.yaml:7: limits.workers: expected …`. */
export function parsePipeline(text: string, file: string): PipelineSpec {
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
  const found = pipelineSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (found.success) return found.data;
  const errors = found.error.issues
    .map((issue) => ({ line: lineOf(issue, document, lines), text: explain(issue, document) }))
    .sort((a, b) => a.line - b.line);
  throw new UsageError(errors.map(({ line, text }) => `${file}:${line}: ${text}`).join("\n"));
}

/** The line of the value at fault, or of the nearest thing around it that the file does have. */
function lineOf(issue: z.core.$ZodIssue, document: Document, lines: LineCounter): number {
  const unknownKey = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  for (let path = [...issue.path, ...unknownKey]; path.length > 0; path = path.slice(0, -1)) {
    const node = document.getIn(path, true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

function explain(issue: z.core.$ZodIssue, document: Document): string {
  const at = issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(
      issue.path[0] === "limits"
        ? pipelineSchema.shape.limits.unwrap().shape
        : pipelineSchema.shape,
    );
    return `${at}unknown setting "${issue.keys.join('", "')}"; the settings are ${known.join(", ")}`;
  }
  const value = issue.path.length > 0 ? document.getIn(issue.path) : document.toJS();
  return `${at}expected ${issue.message}, found ${JSON.stringify(value) ?? "nothing"}`;
}
