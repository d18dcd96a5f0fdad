import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Block } from "../../src/model/block.ts";
import { InputError } from "../../src/model/errors.ts";
import type { Product } from "./product.ts";
import { type KnownFact, type Truth, truthOf } from "./truth.ts";

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const corpus = process.env.YUSUAN_CORPUS;

/** A clean document to start from, and what is true of it. */
export interface Source {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly truth: Truth;
}

/** Files of text that are clean: seeds and forms, where the corpus is there, and our samples. */
export function sourceFiles(): readonly string[] {
  const folders = corpus
    ? [join(corpus, "seeds"), SAMPLES, join(corpus, "forms", "docs", "tsv")]
    : [SAMPLES];
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true }).map((file) => ({ folder, file })),
    )
    .filter(({ file }) => file.isFile() && /\.(?:txt|md)$/.test(file.name))
    .map(({ folder, file }) => join(folder, file.name))
    .sort();
}

const known = new WeakMap<Product, Map<string, Source | undefined>>();

/** Reads a source once; undefined for one that is refused. */
export function sourceOf(file: string, product: Product): Source | undefined {
  const sources = known.get(product) ?? new Map<string, Source | undefined>();
  known.set(product, sources);
  if (!sources.has(file)) sources.set(file, read(file, product));
  return sources.get(file);
}

function read(file: string, product: Product): Source | undefined {
  const name = basename(file);
  const { blocks } = product.layoutText(product.decodeText(readFileSync(file)));
  try {
    const { facts } = product.reconcile(product.printedOf(blocks, name));
    return { name, blocks, truth: truthOf(facts, publishedTruth(file)) };
  } catch (error) {
    if (error instanceof InputError || (error as Error).name === "InputError") return undefined;
    throw error;
  }
}

function publishedTruth(file: string): readonly KnownFact[] | undefined {
  if (!corpus || !file.startsWith(join(corpus, "forms"))) return undefined;
  const forms: Record<string, { facts: KnownFact[] }> = JSON.parse(
    readFileSync(join(corpus, "forms", "truth.json"), "utf8"),
  );
  return forms[basename(file, ".txt")]?.facts;
}
