import { expect } from "vitest";

/** Lines of a list, lines that were read, and how many of both are the same. */
export interface Score {
  hits: number;
  right: number;
  read: number;
}

/** What is asked of the sentences of a list of documents: so much of it found, and so much of what was found right. */
const ASKED = { amounts: 0.97, changes: 0.95, reasons: 0.9, counts: 0.95 } as const;
export type Kind = keyof typeof ASKED;

export function expectAsked(scores: Readonly<Record<Kind, Score>>): void {
  for (const [kind, least] of Object.entries(ASKED)) {
    const { hits, right, read } = scores[kind as Kind];
    expect(hits / right, `${kind}: ${hits} of ${right}`).toBeGreaterThanOrEqual(least);
    expect(hits / read, `${kind}: ${hits} of ${read} that were read`).toBeGreaterThanOrEqual(least);
  }
}

export function noScores(): Record<Kind, Score> {
  const none = (): Score => ({ hits: 0, right: 0, read: 0 });
  return { amounts: none(), changes: none(), reasons: none(), counts: none() };
}
