import { createHash } from "node:crypto";
import { accountOf, accountOfRefused } from "../account/index.ts";
import { assemble } from "../assemble/disclosure.ts";
import type { Part } from "../assemble/part.ts";
import { extractTables } from "../extract/index.ts";
import { hasStandardTitle } from "../extract/sections.ts";
import type { Layout } from "../model/block.ts";
import type { Check } from "../model/check.ts";
import type { Stage } from "../model/coordinates.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { InputError } from "../model/errors.ts";
import { documentId } from "../model/ids.ts";
import type { Statement } from "../model/narrative.ts";
import type { Form, Table } from "../model/table.ts";
import { countsOf } from "../narrate/counts.ts";
import { readForm } from "../narrate/forms/form.ts";
import { readStatements } from "../narrate/prose/statements.ts";
import { readSuccessions } from "../narrate/successions.ts";
import { catalogueFor } from "../normalise/catalogue/index.ts";
import { identify, isAnnounced, titlesRead } from "../normalise/identity/index.ts";
import { revisedOn } from "../normalise/identity/revised.ts";
import { joinHalfRows } from "../normalise/rows/half-rows.ts";
import { knownUnits } from "../normalise/units.ts";
import { canRecognise, HOW_TO_ADD } from "../read/recognise/recogniser.ts";
import { withWords, wordsFrom } from "../taxonomy/own/own.ts";
import type { DeclaredWords } from "../taxonomy/own/schema.ts";
import { layoutOf, type SourceBytes } from "./layout-of.ts";

export type { SourceBytes } from "./layout-of.ts";

/** A document by itself: its part of a disclosure, and the disclosure that it is if nothing comes to it. */
export interface ReadDocument {
  readonly part: Part;
  readonly disclosure: Disclosure;
}

export interface ReadOptions {
  /** Words beside those of the taxonomy, as `parseVocabulary` gives them. */
  readonly vocabulary?: DeclaredWords;
}

/** The whole corridor for one source: bytes to a disclosure. Throws InputError with a one-line reason. */
export async function extractDocument(
  source: SourceBytes,
  { vocabulary }: ReadOptions = {},
): Promise<Disclosure> {
  const layout = await layoutOf(source);
  const read = () => disclosureOf(source, layout);
  return vocabulary ? withWords(wordsFrom(vocabulary), read) : read();
}

/** The same, with what is needed to put it together with others. */
export async function readDocument(source: SourceBytes): Promise<ReadDocument> {
  return readLayout(source, await layoutOf(source));
}

/** The corridor from blocks on. Throws InputError with a one-line reason, and an account of the amounts that it leaves unread. */
export function disclosureOf(source: SourceBytes, layout: Layout): Disclosure {
  return readLayout(source, layout).disclosure;
}

function readLayout(source: SourceBytes, layout: Layout): ReadDocument {
  try {
    const { part, forms } = partOf(source, layout);
    const disclosure = assemble([part]);
    const { blocks, flaws = [] } = layout;
    const account = accountOf({ blocks, flaws, forms }, disclosure);
    const scanned = new Set([...layout.scannedPages, ...account.unread]);
    const scannedPages = [...scanned].sort((a, b) => a - b);
    const own = { source: { ...part.source, scannedPages } };
    return {
      part: { ...part, ...own, account: account.checks },
      disclosure: {
        ...disclosure,
        ...own,
        checks: [...disclosure.checks, ...account.checks],
      },
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.message, error.why, accountOfRefused(layout.blocks));
  }
}

function partOf(source: SourceBytes, layout: Layout): { part: Part; forms: readonly Form[] } {
  const sha256 = createHash("sha256").update(source.bytes).digest("hex");
  if (layout.blocks.length === 0) throw notADisclosure(layout);
  const hasGrids = layout.blocks.some((block) => block.type === "grid");
  const { blocks } = layout;
  if (!hasGrids && !hasStandardTitle(blocks) && !isAnnounced(blocks)) throw notADisclosure(layout);
  const { identity, checks: identityChecks } = identify(blocks, [], source.name);
  const { year, stage } = identity;
  const catalogue = catalogueFor(year);
  const classes = catalogue.economicClass;
  const extraction = extractTables(blocks, { year, stage, classes });
  const { tables: extracted, forms } = extraction;
  const narrative = readStatements(blocks, { ...identity });
  const { statements } = narrative;
  const hasTables = extracted.length + forms.length + extraction.absent.length > 0;
  const hasAmounts = hasTables || (statements.some(saysAmount) && isAnnounced(blocks));
  if (!hasAmounts) throw notADisclosure(layout);

  const units = knownUnits(extracted, identity.department);
  const joined = extracted.map((table) => joinHalfRows(table, catalogue, units));
  const readings = forms.map((form, i) => readForm(form, joined.length + i, stage));
  const tables = [
    ...joined,
    ...readings.map((reading, i) => reading.table ?? emptyTable(forms[i], stage)),
  ].filter((table) => table !== undefined);
  const { format, pages, scannedPages, recognisedPages } = layout;
  const recognised = recognisedPages && { recognisedPages };
  const successions = readSuccessions(blocks, identity, [...units.names]);
  const part: Part = {
    document: documentId(sha256),
    source: { name: source.name, sha256, format, pages, scannedPages, ...recognised },
    identity,
    revised: revisedOn(blocks),
    tables,
    tablesAbsent: extraction.absent,
    units: [...units.names],
    indicators: readings.flatMap((reading) => reading.indicators),
    statements,
    ...(successions.length > 0 && { successions }),
    schedules: [...readings.flatMap((reading) => reading.statements), ...countsOf(joined)],
    checks: [
      ...(layout.traditional ? [IN_TRADITIONAL] : []),
      ...identityChecks,
      ...extraction.checks,
    ],
    unread: [
      ...narrative.checks,
      ...narrative.unread,
      ...readings.flatMap((reading) => reading.unread),
    ],
    account: [],
  };
  return { part, forms };
}

const IN_TRADITIONAL: Check = {
  ...{ check: "statement", outcome: "noted", severity: "note", figures: [] },
  message: {
    zh: "正文是繁体字，按简体字读取；输出中的文字是简体字",
    en: "the text is in traditional script; it was read, and is given, in simplified",
  },
};

/** A form without amounts is a table without rows: it was there, and its indicators say where. */
function emptyTable(form: Form | undefined, stage: Stage): Table | undefined {
  if (!form) return undefined;
  const { id, title, place, unit, unitFrom } = form;
  return { id, title, place, unit, unitFrom, stage, gives: {}, columns: [], rows: [], notes: [] };
}

/** An amount of something that the sentence names: what a disclosure without tables lives by. */
function saysAmount({ money, coordinates }: Statement): boolean {
  const { stage: _, period: __, ...about } = coordinates;
  return money !== undefined && Object.keys(about).length > 0;
}

function notADisclosure({ blocks, pages, scannedPages }: Layout): InputError {
  if (scannedPages.length === 0)
    return new InputError(
      `no disclosure: it has none of the standard tables, and no sentence that states a figure of a budget or final account${titlesRead(blocks)}`,
      "no-disclosure",
    );
  const which = scannedPages.length === pages ? "all" : scannedPages.join(", ");
  const how = canRecognise()
    ? "and nothing was recognised in its pictures"
    : `and needs recognition (OCR): ${HOW_TO_ADD} adds it`;
  return new InputError(
    `no text layer on ${which} of ${pages} pages: it is a scan, ${how}`,
    "scan",
  );
}
