import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../model/errors.ts";
import type { Language } from "../model/message.ts";
import type { DeclaredWords } from "../taxonomy/own/schema.ts";
import { DATASET_NAMES, type DatasetName } from "../write/datasets.ts";
import { FAIL_ON, FORMATS, type Format, type PipelineSpec } from "./pipeline-schema.ts";
import { parseShard, type Shard } from "./shard.ts";
import type { SourceRequest } from "./sources.ts";
import { readVocabulary } from "./vocabulary-file.ts";

/** What the datasets look like: everything that their bytes depend on besides the sources and the tool. */
export interface OutputOptions {
  readonly formats: readonly Format[];
  readonly datasets: readonly DatasetName[];
  readonly departments: boolean;
  readonly bom: boolean;
  /** Whether datasets with many lines are written in parts (parts.ts). */
  readonly parts?: true;
  /** Folder that relative source names start from. */
  readonly sourceBase?: string;
  /** The output, which links of workbooks are relative to. */
  readonly linkFrom?: string;
  /** Of workbooks. */
  readonly language?: Language;
  /** Words beside those of the taxonomy, which what is read depends on. */
  readonly words?: DeclaredWords;
}

export interface Limits {
  readonly workers: number;
  readonly seconds: number;
  /** Megabytes of memory for one document. */
  readonly memory: number;
  /** Megabytes of the largest file. */
  readonly file: number;
}

/** A run with every choice made and every path absolute. */
export interface Plan {
  readonly title: string;
  readonly request: SourceRequest;
  readonly out: string;
  readonly state: string;
  /** Whether the state stays after a run that ends well. */
  readonly keepState: boolean;
  readonly output: OutputOptions;
  readonly limits: Limits;
  readonly failOnConflict: boolean;
  /** Whether only what did not fail in the same way the last time makes the run fail. */
  readonly failOnNew: boolean;
  readonly shard?: Shard;
  readonly report?: string;
  readonly fresh: boolean;
  /** What its reader should know of the vocabulary. */
  readonly notes: readonly string[];
}

export interface PlanDefaults {
  /** What `base` is relative to. */
  readonly folder: string;
  readonly keepState: boolean;
}

/** What one document may take unless somebody says otherwise. */
export const DEFAULT_LIMITS = { seconds: 60, megabytes: 1024, file: 200 } as const;

/** The same for what is done without a pipeline. */
export const DEFAULT_PLAN_LIMITS: Limits = {
  workers: Math.min(availableParallelism(), 64),
  seconds: DEFAULT_LIMITS.seconds,
  memory: DEFAULT_LIMITS.megabytes,
  file: DEFAULT_LIMITS.file,
};

/** Settles what a pipeline or a command line leaves open. Throws UsageError where it cannot. */
export function planOf(spec: PipelineSpec, defaults: PlanDefaults): Plan {
  const base = resolve(defaults.folder, spec.base ?? ".");
  const { sources = [], lists = [], exclude = [] } = spec;
  if (sources.length + lists.length === 0 && !spec.http) {
    throw new UsageError("no sources: name files, folders or patterns");
  }
  if (!spec.out)
    throw new UsageError("no output folder: name one with --out, or out: in a pipeline");
  const out = resolve(base, spec.out);
  // Beside the datasets and not among them: they are the same bytes wherever and whenever they are made, it is not.
  const beside = join(dirname(out), `${basename(out)}.state`);
  // A part has no datasets: what it is for, merging, needs the state and nothing else.
  const state = spec.shard ? out : spec.state ? resolve(base, spec.state) : beside;
  if (out === state && !spec.shard) {
    throw new UsageError("the state needs a folder of its own, apart from --out");
  }
  const formats = new Set(spec.formats ?? ["csv", "json"]);
  const datasets = new Set(spec.datasets ?? DATASET_NAMES);
  const vocabulary = spec.vocabulary && readVocabulary(resolve(base, spec.vocabulary));
  return {
    title: spec.title ?? "",
    request: { base, sources, lists, exclude, apartFrom: [out, state] },
    out,
    state,
    keepState: defaults.keepState || spec.state !== undefined,
    output: {
      formats: FORMATS.filter((format) => formats.has(format)),
      datasets: DATASET_NAMES.filter((dataset) => datasets.has(dataset)),
      departments: spec.departments ?? true,
      bom: spec.bom ?? true,
      // Only workbooks link to their sources; all else is the same bytes wherever the sources lie.
      ...(formats.has("xlsx") && {
        ...{ sourceBase: base, language: spec.language ?? "zh" },
        ...(!spec.shard && { linkFrom: out }),
      }),
      ...(spec.parts && { parts: true as const }),
      ...(vocabulary && { words: vocabulary.words }),
    },
    limits: {
      workers: spec.limits?.workers ?? DEFAULT_PLAN_LIMITS.workers,
      seconds: spec.limits?.seconds ?? DEFAULT_PLAN_LIMITS.seconds,
      memory: spec.limits?.memory ?? DEFAULT_PLAN_LIMITS.memory,
      file: spec.limits?.file ?? DEFAULT_PLAN_LIMITS.file,
    },
    failOnConflict: spec.failOn?.includes(FAIL_ON[0]) ?? false,
    failOnNew: spec.failOn?.includes(FAIL_ON[1]) ?? false,
    ...(spec.shard && { shard: parseShard(spec.shard) }),
    ...(spec.report && { report: resolve(base, spec.report) }),
    fresh: spec.fresh ?? false,
    notes: vocabulary ? vocabulary.notes : [],
  };
}
