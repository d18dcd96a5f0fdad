import { createHash } from "node:crypto";
import type { Disclosure } from "../model/disclosure.ts";

/** Leaves room in the 255 bytes of a file name for the mark of a changed name. */
const MAX_BYTES = 180;

/** Characters that some file system refuses or that deceive the eye: separators, controls, bidirectional and zero-width marks. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const MARKED = /-[0-9a-f]{8}$/;

/**
 * A text from a document as the name of one file or folder, on every file system, inside the folder it is meant for.
 * A name that had to be changed carries a mark of its original (as does one that looks marked), so that two names never meet.
 */
export function safeName(text: string): string {
  const name = shorten(
    text
      .normalize("NFC")
      .replace(UNSAFE, "_")
      .replace(/^[.\s~]+/, "_")
      .replace(/[.\s]+$/, "_"),
  );
  const safe = name === "" || RESERVED.test(name) ? `_${name}` : name;
  return safe === text && !MARKED.test(text) ? safe : `${safe}-${mark(text)}`;
}

/**
 * Where a disclosure's files are, without extension: `2024/410500-安阳市医疗保障局/budget`, `….unit` for a unit's own.
 * Two documents with the same stem are about the same department, year, stage and scope.
 */
export function stemOf({ identity }: Pick<Disclosure, "identity">): string {
  const { divisionCode, department, year, stage, scope } = identity;
  const folder = divisionCode === "" ? department : `${divisionCode}-${department}`;
  return `${safeName(year)}/${safeName(folder)}/${stage}${scope === "department" ? "" : `.${scope}`}`;
}

/** The stem of a document that a newer one of the same stem replaces: `…/budget.711beeb760ee6476`. */
export function supersededStem(stem: string, document: string): string {
  return `${stem}.${safeName(document)}`;
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  let short = "";
  let bytes = 0;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_BYTES) break;
    short += character;
  }
  return short.replace(/[.\s]+$/, "_");
}

function mark(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 8);
}
