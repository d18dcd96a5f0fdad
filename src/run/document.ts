import { createHash } from "node:crypto";
import { accountOf, accountOfRefused } from "../account/index.ts";
import { extractTables } from "../extract/index.ts";
import { hasStandardTitle } from "../extract/sections.ts";
import type { Layout } from "../model/block.ts";
import type { Stage } from "../model/coordinates.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { InputError } from "../model/errors.ts";
import { documentId } from "../model/ids.ts";
import type { Form, Table } from "../model/table.ts";
import { compareStatements } from "../narrate/compare/compare.ts";
import { readForm } from "../narrate/forms/form.ts";
import { readStatements } from "../narrate/prose/statements.ts";
import { catalogueFor } from "../normalise/catalogue/index.ts";
import { identify } from "../normalise/identity/index.ts";
import { joinHalfRows } from "../normalise/rows/half-rows.ts";
import { knownUnits } from "../normalise/units.ts";
import { reconcile } from "../reconcile/index.ts";
import { checksOf } from "../tell/index.ts";
import { layoutOf, type SourceBytes } from "./layout-of.ts";

export type { SourceBytes } from "./layout-of.ts";

/** The whole corridor for one source: bytes to a disclosure. Throws InputError with a one-line reason. */
export async function extractDocument(source: SourceBytes): Promise<Disclosure> {
  return disclosureOf(source, await layoutOf(source));
}

/** The corridor from blocks on. Throws InputError with a one-line reason, and an account of the amounts that it leaves unread. */
export function disclosureOf(source: SourceBytes, layout: Layout): Disclosure {
  try {
    return corridor(source, layout);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.message, accountOfRefused(layout.blocks));
  }
}

function corridor(source: SourceBytes, layout: Layout): Disclosure {
  const sha256 = createHash("sha256").update(source.bytes).digest("hex");
  if (layout.blocks.length === 0) throw notADisclosure(layout);
  const hasTables = layout.blocks.some((block) => block.type === "grid");
  if (!hasTables && !hasStandardTitle(layout.blocks)) throw notADisclosure(layout);
  const { identity, checks: identityChecks } = identify(layout.blocks, [], source.name);
  const { year, stage } = identity;
  const catalogue = catalogueFor(year);
  const classes = catalogue.economicClass;
  const extraction = extractTables(layout.blocks, { year, stage, classes });
  const { tables: extracted, forms } = extraction;
  if (extracted.length === 0 && forms.length === 0 && extraction.absent.length === 0) {
    throw notADisclosure(layout);
  }

  const units = knownUnits(extracted, identity.department);
  const joined = extracted.map((table) => joinHalfRows(table, catalogue, units));
  const readings = forms.map((form, i) => readForm(form, joined.length + i, stage));
  const tables = [
    ...joined,
    ...readings.map((reading, i) => reading.table ?? emptyTable(forms[i], stage)),
  ].filter((table) => table !== undefined);
  const narrative = readStatements(layout.blocks, { ...identity });
  const { statements } = narrative;
  const reconciled = reconcile({ tables, statements, catalogue, units });
  const present = new Set(tables.map((table) => table.id));
  const compared = compareStatements(statements, reconciled.facts, present);
  const disclosure: Disclosure = {
    document: documentId(sha256),
    source: {
      name: source.name,
      sha256,
      format: layout.format,
      pages: layout.pages,
      scannedPages: layout.scannedPages,
    },
    identity,
    tables: reconciled.tables,
    tablesAbsent: extraction.absent,
    facts: reconciled.facts,
    indicators: readings.flatMap((reading) => reading.indicators),
    statements: [...compared.statements, ...readings.flatMap((reading) => reading.statements)],
    checks: [
      ...identityChecks,
      ...extraction.checks,
      ...checksOf(reconciled.findings),
      ...compared.checks,
      ...narrative.checks,
      ...narrative.unread,
      ...readings.flatMap((reading) => reading.unread),
    ],
  };
  const { blocks, flaws = [] } = layout;
  const account = accountOf({ blocks, flaws, forms }, disclosure);
  const scanned = new Set([...layout.scannedPages, ...account.unread]);
  return {
    ...disclosure,
    source: { ...disclosure.source, scannedPages: [...scanned].sort((a, b) => a - b) },
    checks: [...disclosure.checks, ...account.checks],
  };
}

/** A form without amounts is a table without rows: it was there, and its indicators say where. */
function emptyTable(form: Form | undefined, stage: Stage): Table | undefined {
  if (!form) return undefined;
  const { id, title, place, unit, unitFrom } = form;
  return { id, title, place, unit, unitFrom, stage, gives: {}, columns: [], rows: [], notes: [] };
}

function notADisclosure({ pages, scannedPages }: Layout): InputError {
  if (scannedPages.length === 0)
    return new InputError("no disclosure: it has none of the standard tables");
  const which = scannedPages.length === pages ? "all" : scannedPages.join(", ");
  return new InputError(
    `no text layer on ${which} of ${pages} pages: it is a scan, and needs recognition (OCR)`,
  );
}
