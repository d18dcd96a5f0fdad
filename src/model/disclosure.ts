import type { Format } from "./block.ts";
import type { Check } from "./check.ts";
import type { Scope, Stage } from "./coordinates.ts";
import type { Fact } from "./fact.ts";
import type { Indicator, Statement, Succession } from "./narrative.ts";
import type { Table } from "./table.ts";
import type { TableId } from "./table-ids.ts";

/** An administrative division, GB/T 2260. */
export interface Division {
  readonly code: string;
  readonly name: string;
}

/** Who published what, read from the text of the disclosure. */
export interface Identity {
  /** GB/T 2260 code (`410500`) and name; empty where the department's name does not tell. */
  readonly divisionCode: string;
  readonly division: string;
  /** The divisions that bear the name, where nothing in the document tells which is meant. */
  readonly places?: readonly Division[];
  /** Budget-unit code as printed (`313`), or empty. */
  readonly departmentCode: string;
  readonly department: string;
  /** Fiscal year, four digits. */
  readonly year: string;
  readonly stage: Stage;
  readonly scope: Scope;
}

/** A source that could be read at all. */
export interface Source {
  /** As given by the user: a path, never trusted as an output path. */
  readonly name: string;
  readonly sha256: string;
  readonly format: Format;
  readonly pages: number;
  readonly scannedPages: readonly number[];
  /** Pages of which text was recognised in pictures; missing where there are none. */
  readonly recognisedPages?: readonly number[];
}

/** A document: distinct bytes, whatever their names. */
export interface SourceDocument {
  /** `d` and the first 16 hex digits of the source's SHA-256. */
  readonly document: string;
  readonly source: Source;
}

/** Everything that one department published for a year and stage, with the proof of it: one document, or the first of several. */
export interface Disclosure extends SourceDocument {
  /** The other documents that it was put together from: the places in them name their document. */
  readonly others?: readonly SourceDocument[];
  readonly identity: Identity;
  /** Date of the revision that it declares (`2024-03-15`), or missing. */
  readonly revised?: string;
  readonly tables: readonly Table[];
  /** Tables that the contents list promises and the document lacks. */
  readonly tablesAbsent: readonly TableId[];
  readonly facts: readonly Fact[];
  readonly indicators: readonly Indicator[];
  readonly statements: readonly Statement[];
  /** What it says of its department's earlier names; missing where it says nothing. */
  readonly successions?: readonly Succession[];
  readonly checks: readonly Check[];
}

/** Why a document gives nothing. */
export interface Failure {
  readonly source: string;
  readonly sha256?: string;
  /** One line that names the page, where there is one, and the reason. */
  readonly reason: string;
  /** What it prints and nobody read. */
  readonly checks?: readonly Check[];
}

/** Success and failure have one shape, so that a batch can go on and report both. */
export type Result =
  | { readonly outcome: "done"; readonly disclosure: Disclosure }
  | { readonly outcome: "failed"; readonly failure: Failure };
