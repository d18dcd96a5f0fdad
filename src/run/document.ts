import { createHash } from "node:crypto";
import { extractTables } from "../extract/index.ts";
import { layoutText } from "../layout/text.ts";
import type { Layout } from "../model/block.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { InputError } from "../model/errors.ts";
import { catalogueFor } from "../normalise/catalogue/index.ts";
import { factOf } from "../normalise/facts.ts";
import { figuresOf } from "../normalise/figures.ts";
import { identify } from "../normalise/identity/index.ts";
import { knownUnits } from "../normalise/units.ts";
import { decodeText } from "../read/decode.ts";
import { sniff } from "../read/sniff.ts";

/** A source as bytes. Its name is shown to people, and asked for what the text does not say. */
export interface SourceBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ExtractOptions = Record<string, never>;

/** The whole corridor for one source: bytes to a disclosure. Throws InputError with a one-line reason. */
export async function extractDocument(
  source: SourceBytes,
  _options: ExtractOptions = {},
): Promise<Disclosure> {
  const sha256 = createHash("sha256").update(source.bytes).digest("hex");
  const layout = await layoutOf(source);
  const { blocks } = layout;
  const { identity, checks: identityChecks } = identify(blocks, [], source.name);
  const extraction = extractTables(blocks, { year: identity.year, stage: identity.stage });
  if (extraction.tables.length === 0 && extraction.forms.length === 0) {
    throw new InputError("no disclosure: it has none of the standard tables");
  }
  const catalogue = catalogueFor(identity.year);
  const units = knownUnits(extraction.tables, identity.department);
  const figures = extraction.tables.map((table) => figuresOf(table, catalogue, units));
  return {
    document: sha256.slice(0, 16),
    source: {
      name: source.name,
      sha256,
      format: layout.format,
      pages: layout.pages,
      scannedPages: layout.scannedPages,
    },
    identity,
    tables: extraction.tables,
    tablesAbsent: extraction.absent,
    facts: extraction.tables.flatMap((table, tableIndex) =>
      (figures[tableIndex]?.figures ?? []).map((figure) =>
        factOf(figure, { table, tableIndex, catalogue }, "unproved"),
      ),
    ),
    indicators: [],
    statements: [],
    checks: [...identityChecks, ...extraction.checks, ...figures.flatMap((table) => table.checks)],
  };
}

/** A source as blocks in reading order, before anyone asks what they mean. Throws InputError with a one-line reason. */
export async function layoutOf(source: SourceBytes): Promise<Layout> {
  if (sniff(source.bytes) === "text") return layoutText(decodeText(source.bytes));
  throw new InputError("PDF is not read yet");
}
