import type { Check } from "../model/check.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { withWords, wordsFrom } from "../taxonomy/own/own.ts";
import type { DeclaredWords } from "../taxonomy/own/schema.ts";
import { type CheckRecord, checkRecords } from "./checks.ts";
import { type FactRecord, factRecords } from "./facts.ts";
import { type FigureRecord, figureRecords } from "./figures.ts";
import { type IndicatorRecord, indicatorRecords } from "./indicators.ts";
import { type SeriesRecord, seriesRecords } from "./series.ts";
import { type StatementRecord, statementRecords } from "./statements.ts";
import { type SuccessionRecord, successionRecords } from "./successions.ts";
import { type ThreePublicRecord, threePublicRecords } from "./three-public.ts";

/** A disclosure's lines in the datasets that it contributes to; its line in documents.csv is `documentRecord`'s. */
export interface Records {
  readonly facts: readonly FactRecord[];
  readonly figures: readonly FigureRecord[];
  readonly "three-public": readonly ThreePublicRecord[];
  readonly series: readonly SeriesRecord[];
  readonly successions: readonly SuccessionRecord[];
  readonly indicators: readonly IndicatorRecord[];
  readonly statements: readonly StatementRecord[];
  readonly checks: readonly CheckRecord[];
}

/** @param vocabulary the words that the disclosure was read with, if it was read with any */
export function recordsOf(
  disclosure: Disclosure,
  { vocabulary }: { readonly vocabulary?: DeclaredWords } = {},
): Records {
  if (vocabulary) return withWords(wordsFrom(vocabulary), () => recordsOf(disclosure));
  const facts = factRecords(disclosure);
  return {
    facts,
    figures: figureRecords(disclosure, facts),
    "three-public": threePublicRecords(disclosure),
    series: seriesRecords(disclosure, facts),
    successions: successionRecords(disclosure),
    indicators: indicatorRecords(disclosure),
    statements: statementRecords(disclosure),
    checks: checkRecords(disclosure),
  };
}

/** What a document that was refused leaves: what it prints, told in the checks. */
export function refusedRecords(document: string, checks: readonly Check[]): Records {
  const none = {
    facts: [],
    figures: [],
    "three-public": [],
    series: [],
    successions: [],
    indicators: [],
    statements: [],
  };
  return { ...none, checks: checkRecords({ document, checks }) };
}
