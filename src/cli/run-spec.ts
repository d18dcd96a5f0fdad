import { resolve } from "node:path";
import { UsageError } from "../model/errors.ts";
import { type PipelineSpec, pipelineSchema } from "../run/pipeline-schema.ts";
import type { RunOptions } from "./run-options.ts";
import { askedFor } from "./words/say.ts";

/**
 * The options of the command line as the settings of a pipeline. Paths are made absolute here: typed by a person, they
 * start from where the person is, and not from the pipeline's folder. Throws UsageError naming the option.
 */
export function specOf(options: RunOptions): PipelineSpec {
  const limits = defined({
    workers: numeric(options.workers),
    seconds: numeric(options.timeout),
    memory: numeric(options.memory),
    file: numeric(options.maxFile),
  });
  const spec = defined({
    out: absolute(options.out),
    state: absolute(options.state),
    report: absolute(options.report),
    lists: options.list?.map((file) => resolve(file)),
    exclude: options.exclude,
    vocabulary: absolute(options.vocabulary),
    formats: words(options.formats),
    datasets: words(options.datasets),
    // commander gives `true` for a --no-… option that was not given; a pipeline may then say otherwise.
    departments: options.departments === false ? false : undefined,
    bom: options.bom === false ? false : undefined,
    parts: options.parts,
    language: askedFor(),
    failOn: words(options.failOn),
    shard: options.shard,
    fresh: options.fresh,
    limits: Object.keys(limits).length > 0 ? limits : undefined,
  });
  const checked = pipelineSchema.safeParse(spec);
  if (checked.success) return checked.data;
  const lines = checked.error.issues.map(
    ({ path, message }) =>
      `${OPTION_OF[path.join(".")] ?? OPTION_OF[String(path[0])]} takes ${message}`,
  );
  throw new UsageError([...new Set(lines)].join("\n"));
}

const OPTION_OF: Record<string, string> = {
  out: "--out",
  state: "--state",
  report: "--report",
  lists: "--list",
  exclude: "--exclude",
  vocabulary: "--vocabulary",
  formats: "--formats",
  datasets: "--datasets",
  failOn: "--fail-on",
  shard: "--shard",
  "limits.workers": "--workers",
  "limits.seconds": "--timeout",
  "limits.memory": "--memory",
  "limits.file": "--max-file",
};

function defined(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function absolute(path: string | undefined): string | undefined {
  return path ? resolve(path) : path;
}

function words(text: string | undefined): string[] | undefined {
  return text?.split(",").map((word) => word.trim());
}

/** A number if it is one; otherwise as typed, for the schema to refuse. */
function numeric(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : text;
}
