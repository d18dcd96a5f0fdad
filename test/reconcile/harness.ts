import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { mutated } from "./mutation.ts";
import { OWN, type Product } from "./product.ts";
import { randomOfCase } from "./random.ts";
import { sourceFiles, sourceOf } from "./sources.ts";
import { Tally } from "./tally.ts";
import { TRIALS, tried } from "./trials.ts";

/**
 * The harnesses outside the suite, on this checkout or another:
 * `npx tsx test/reconcile/harness.ts --trial pairs --count 300 --seed 77 [--from N | --case N] [--only KIND] [--files TEXT]
 * [--checkout DIR]`. Trials: single, pairs, fonts, mutations (`--share 0.2` of the proved figures).
 */
const { values } = parseArgs({
  options: {
    trial: { type: "string", default: "single" },
    count: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    case: { type: "string" },
    only: { type: "string" },
    files: { type: "string", default: "" },
    share: { type: "string", default: "0.2" },
    checkout: { type: "string" },
  },
});

async function productOf(folder: string): Promise<Product> {
  const at = (path: string) => pathToFileURL(join(resolve(folder), path)).href;
  const { layoutText } = (await import(at("src/layout/text.ts"))) as Pick<Product, "layoutText">;
  const { decodeText } = (await import(at("src/read/decode.ts"))) as Pick<Product, "decodeText">;
  const { told } = (await import(at("test/reconcile/told.ts"))) as {
    readonly told: Product["reconcile"];
  };
  const seeds = (await import(at("test/reconcile/seeds.ts"))) as Pick<Product, "printedOf">;
  return { layoutText, decodeText, reconcile: told, printedOf: seeds.printedOf };
}

const product = values.checkout ? await productOf(values.checkout) : OWN;
const files = sourceFiles().filter((file) => file.includes(values.files));
const seed = Number(values.seed);
const tally = new Tally((line) => console.log(line));
if (values.trial === "mutations") {
  for (const [i, file] of files.entries()) {
    const source = sourceOf(file, product);
    if (source) mutated(product, source, Number(values.share), randomOfCase(seed, i), tally);
  }
} else {
  const trial = TRIALS.find((name) => name === values.trial);
  if (!trial) throw new Error(`no trial ${values.trial}`);
  const from = Number(values.case ?? values.from);
  const count = values.case ? 1 : Number(values.count);
  const figures = values.case ? 1_000 : 3;
  tried(product, files, trial, { seed, from, count, only: values.only, figures }, tally);
}
console.table(tally.table());
