import { layoutText } from "../../src/layout/text.ts";
import { decodeText } from "../../src/read/decode.ts";
import { reconcile } from "../../src/reconcile/index.ts";
import { printedOf } from "./seeds.ts";

/** The code that the harnesses try. */
export interface Product {
  readonly layoutText: typeof layoutText;
  readonly decodeText: typeof decodeText;
  readonly printedOf: typeof printedOf;
  readonly reconcile: typeof reconcile;
}

/** This checkout's. */
export const OWN: Product = { layoutText, decodeText, printedOf, reconcile };
