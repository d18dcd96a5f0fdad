import { layoutText } from "../../src/layout/text.ts";
import { decodeText } from "../../src/read/decode.ts";
import { printedOf } from "./seeds.ts";
import { told } from "./told.ts";

/** The code that the harnesses try. */
export interface Product {
  readonly layoutText: typeof layoutText;
  readonly decodeText: typeof decodeText;
  readonly printedOf: typeof printedOf;
  readonly reconcile: typeof told;
}

/** This checkout's. */
export const OWN: Product = { layoutText, decodeText, printedOf, reconcile: told };
