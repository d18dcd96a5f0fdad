/**
 * yusuan (预算) as a library: the budgets and final accounts that Chinese government departments publish, as figures
 * that are proved by accounting identities or say that they are not.
 *
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { extract, InputError } from "yusuan";
 *
 * const name = "samples/anhui-final-2023.pdf";
 * const disclosure = await extract({ name, bytes: await readFile(name) });
 *
 * for (const fact of disclosure.facts) {
 *   if (fact.status === "conflict") console.log(fact.label, fact.money.published, fact.place.page);
 * }
 * ```
 *
 * Whole folders are read as the commands do it, in processes of their own:
 *
 * ```ts
 * import { planOf, run } from "yusuan";
 *
 * const plan = planOf({ sources: ["samples/anhui-final-2023.pdf"], out: "output/mine" }, { folder: ".", keepState: false });
 * const { documents, figures } = await run(plan);
 * console.log(documents.done, figures.proved);
 * ```
 *
 * Amounts are decimal.js objects in 元 (`fact.money.yuan`) beside the digits as printed; codes are strings. Names and
 * meanings of all fields are those of the files' columns (datapackage.json), in camel case; a fact's `table` and `row` are
 * the columns `table_id` and `row_no`, its `place` is page, bbox and line.
 */

/** The distinct figures of a disclosure, and what its additive views add up to: the lines of figures.csv. */
export { type Figures, figuresOf } from "./assemble/figures/index.ts";
export {
  CHECK_KINDS,
  CHECK_OUTCOMES,
  type Check,
  type CheckKind,
  type CheckOutcome,
  type FigureRef,
  SEVERITIES,
  type Severity,
} from "./model/check.ts";
export {
  type Coordinates,
  FLOWS,
  type Flow,
  FUNDS,
  type Fund,
  ITEMS,
  type Item,
  KINDS,
  type Kind,
  PERIODS,
  type Period,
  PROCUREMENT_CLASSES,
  PROJECT_TYPES,
  type ProcurementClass,
  type ProjectType,
  SCOPES,
  type Scope,
  STAGES,
  type Stage,
} from "./model/coordinates.ts";
export type { Disclosure, Division, Identity, Source, SourceDocument } from "./model/disclosure.ts";
export { FILE_REASONS, type FileReason, InputError, UsageError } from "./model/errors.ts";
export { type CheckedBy, type Fact, STATUSES, type Status } from "./model/fact.ts";
export {
  type Figure,
  LEVELS,
  type Level,
  SHORTFALLS,
  type Shortfall,
  VIEWS,
  type View,
  type ViewSum,
} from "./model/figure.ts";
/** The ids of files and figures, as all files that are written have them. */
export { documentId, factId } from "./model/ids.ts";
export { LANGUAGES, type Language, type Message } from "./model/message.ts";
export { formatYuan, MONEY_UNITS, type Money, type MoneyUnit } from "./model/money.ts";
export type { Indicator, Statement, Succession } from "./model/narrative.ts";
export type { Box, Place, Recognised } from "./model/place.ts";
/** A disclosure as plain values, to send to a worker or to keep as JSON, and back. */
export { fromPlain, type Plain, toPlain } from "./model/plain.ts";
export { REASONS, type ReasonId } from "./model/reasons.ts";
export type { Cell, Column, ColumnRole, Row, Table, UnitFrom } from "./model/table.ts";
export { TABLE_IDS, type TableId } from "./model/table-ids.ts";
export type { Confidence, Entry } from "./normalise/catalogue/entry.ts";
export {
  type Catalogue,
  catalogueFor,
  type Found,
  searchCodes,
} from "./normalise/catalogue/index.ts";
/**
 * Reads one disclosure, PDF or text, from its bytes: nothing is written and no file is opened but the program's own.
 * Throws InputError with a one-line reason for a source that is none, is a scan, is encrypted or broken. There is no
 * time limit here; call it in a worker that can be stopped if the sources are not trusted, as the commands do.
 */
export { extractDocument as extract, type ReadOptions, type SourceBytes } from "./run/document.ts";
/**
 * Whole runs, as `yusuan extract`, `run`, `merge` and `verify` do them: files into an output folder, in processes apart
 * that are bounded in time and memory. All throw UsageError before anything is written if the folders cannot be used.
 */
export { mergeParts } from "./run/merge.ts";
export { readPipeline } from "./run/pipeline-file.ts";
export type { PipelineSpec } from "./run/pipeline-schema.ts";
export {
  type Limits,
  type OutputOptions,
  type Plan,
  type PlanDefaults,
  planOf,
} from "./run/plan.ts";
export { createPool, type Pool, type PoolLimits } from "./run/pool.ts";
export type { LeftOut, Reporter, RunReport, SourceResult, Unread } from "./run/report.ts";
export { type RunEffects, run } from "./run/run.ts";
export type { Shard } from "./run/shard.ts";
export type { SourceRequest } from "./run/sources.ts";
export { type Fault, repairOutput, type Verified, verifyOutput } from "./run/verify.ts";
/** Words of your own (YAML): checked, and then an option of `extract` and `recordsOf`. Throws an error with lines. */
export { parseVocabulary, type Vocabulary } from "./run/vocabulary-file.ts";
export type { DeclaredWords } from "./taxonomy/own/schema.ts";
export { TABLE_NAMES } from "./taxonomy/tables/declarations.ts";
export type { DocumentRecord } from "./write/documents.ts";
/** The lines of facts.csv, figures.csv, three-public.csv, indicators.csv, statements.csv and checks.csv that a disclosure gives. */
export { type Records, recordsOf } from "./write/records.ts";
