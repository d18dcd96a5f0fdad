import type { DocumentRecord } from "../write/documents.ts";
import { compare } from "./sources.ts";

/** A document that was read, as far as its standing among the others depends on it. */
export interface Candidate {
  readonly source: string;
  readonly line: Pick<
    DocumentRecord,
    "document" | "year" | "division_code" | "department" | "stage" | "scope"
  >;
  /** Where its files go, without extension: documents with one place are editions of one disclosure. */
  readonly stem: string;
  /** When the source was last modified, in nanoseconds. */
  readonly modified: string;
}

/**
 * - `current`: stands in the combined files
 * - `older`: another document of the same department, year, stage and scope is newer; its files are kept beside those of
 *   the newer one under names of their own, but the combined files leave it out
 * - `duplicate`: the same bytes as another source
 */
export type Standing =
  | { readonly role: "current" }
  | { readonly role: "older" | "duplicate"; readonly than: string };

/**
 * Who stands for whom, by source. Of two editions the one whose file was modified last is the newer, of equal ones the one
 * whose name sorts last (v1 before v2).
 */
export function standings(candidates: readonly Candidate[]): Map<string, Standing> {
  const standing = new Map<string, Standing>();
  const byName = [...candidates].sort((a, b) => compare(a.source, b.source));

  const firstOf = new Map<string, Candidate>();
  for (const candidate of byName) {
    const first = firstOf.get(candidate.line.document);
    if (first) standing.set(candidate.source, { role: "duplicate", than: first.source });
    else firstOf.set(candidate.line.document, candidate);
  }

  const newestOf = new Map<string, Candidate>();
  for (const candidate of firstOf.values()) {
    const rival = newestOf.get(candidate.stem);
    if (!rival || BigInt(candidate.modified) >= BigInt(rival.modified)) {
      newestOf.set(candidate.stem, candidate);
    }
  }
  for (const candidate of firstOf.values()) {
    const newest = newestOf.get(candidate.stem);
    standing.set(
      candidate.source,
      newest && newest !== candidate ? { role: "older", than: newest.source } : { role: "current" },
    );
  }
  return standing;
}

/** The order of documents in the combined files: that of their content, whatever order they were read in. */
export function compareCandidates({ line: a }: Candidate, { line: b }: Candidate): number {
  return (
    compare(a.year, b.year) ||
    compare(a.division_code, b.division_code) ||
    compare(a.department, b.department) ||
    compare(a.stage, b.stage) ||
    compare(a.scope, b.scope) ||
    compare(a.document, b.document)
  );
}
