import { assemble } from "../assemble/disclosure.ts";
import type { Naming } from "../assemble/naming.ts";
import { partFrom } from "../assemble/part.ts";
import { renamed } from "../assemble/renamed.ts";
import { type DocumentOutcome, type Keeping, storeDocument } from "./document-store.ts";
import { isStored, storedHead, storedPart } from "./store.ts";

/** A document that its set gives another name or place. */
export interface RenameTask extends Keeping {
  readonly document: { readonly store: string; readonly key: string };
  readonly naming: Naming;
}

/** Reads a document that was read before, maybe elsewhere, under another name, and stores what it comes to. */
export async function renameStored(task: RenameTask): Promise<DocumentOutcome> {
  const { state, key, document, naming } = task;
  if (isStored(state, key)) return storedHead(state, key) as DocumentOutcome;
  const part = renamed(partFrom(storedPart(document.store, document.key)), naming);
  return storeDocument({ part, disclosure: assemble([part]) }, part.source.sha256, task);
}
