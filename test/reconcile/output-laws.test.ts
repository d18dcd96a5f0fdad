import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { extract, type Fact } from "../../src/index.ts";
import { REASONS } from "../../src/model/reasons.ts";
import { keyWithout } from "../../src/normalise/ledger/keys.ts";
import { flagsOf } from "../../src/taxonomy/tables/declarations.ts";

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const corpus = process.env.YUSUAN_CORPUS;

/** The samples, and where the corpus is there the seeds, its PDFs, and inputs that were made to deceive. */
const files = [
  ...listed(SAMPLES, /\.(?:txt|md|pdf)$/),
  ...(corpus ? listed(join(corpus, "seeds"), /\.txt$/) : []),
  ...(corpus ? listed(join(corpus, "corpus"), /\.pdf$/) : []),
  ...(corpus
    ? listed(join(corpus, "cases"), /^(?:form|said|hostile-[dl]|pdf-[01]).*\.(?:txt|pdf)$/)
    : []),
];

function listed(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => wanted.test(name) && name !== "README.md")
    .map((name) => join(folder, name));
}

const TRUSTED: ReadonlySet<string> = new Set(["proved", "repaired", "stated"]);

/** What a fact is about, as contract section 1 has it; things of their own (purchases, assets) are told apart by their row. */
function placeOf(fact: Fact): string {
  return `${fact.table} ${keyWithout(fact)} ${flagsOf(fact.table).things ? fact.row : fact.label}`;
}

/** A document that cannot be read gives nothing, and breaks no law. */
async function factsOf(file: string): Promise<readonly Fact[]> {
  const bytes = new Uint8Array(readFileSync(file));
  return extract({ name: file, bytes }).then(
    ({ facts }) => facts,
    () => [],
  );
}

describe("laws of the output", () => {
  it.each(files)("%s", { timeout: 60_000 }, async (file) => {
    const facts = await factsOf(file);
    const silent = facts.filter(
      ({ status, reasons }) => (status === "proved") !== (reasons.length === 0),
    );
    expect(silent).toEqual([]);
    expect(facts.flatMap(({ reasons }) => reasons).filter((id) => !(id in REASONS))).toEqual([]);
    const amounts = new Map<string, Set<string>>();
    for (const fact of facts.filter(({ status }) => TRUSTED.has(status))) {
      const place = placeOf(fact);
      amounts.set(place, (amounts.get(place) ?? new Set()).add(fact.money.yuan.toFixed()));
    }
    expect([...amounts].filter(([, several]) => several.size > 1)).toEqual([]);
  });
});
