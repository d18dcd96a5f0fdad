import { extname } from "node:path";
import { foreignName } from "../read/foreign.ts";
import type { FileRecord } from "../write/files.ts";
import { integer } from "../write/place.ts";
import type { Publishable } from "./assembly.ts";
import { isDone, type PublicationRequest } from "./publication.ts";
import { compare } from "./sources.ts";

/** A line for every file that was seen, by name. */
export function fileLines({
  entries,
  unreadable,
  others,
}: Pick<PublicationRequest, "entries" | "unreadable" | "others">): FileRecord[] {
  const first = new Map<string, string>();
  const lines = [...entries]
    .sort((a, b) => compare(a.source, b.source))
    .map((entry) => {
      const than = first.get(entry.sha256);
      if (than === undefined) first.set(entry.sha256, entry.source);
      return seenLine(entry, than);
    });
  return [
    ...lines,
    ...unreadable.map(({ source, reason, why }) => ({
      ...NOTHING,
      ...{ source, outcome: "failed", reason: why, message: reason },
    })),
    ...others.map(({ name, bytes, member }) => ({
      ...{ ...NOTHING, ...named(name, member), bytes: integer(bytes) },
      ...{ format: endingOf(name), outcome: "not-read", reason: "format" },
      message: foreignName(endingOf(name)),
    })),
  ].sort((a, b) => compare(a.source, b.source));
}

function endingOf(name: string): string {
  return extname(name).slice(1).toLowerCase();
}

/** The archive, and the name in it. */
function named(source: string, member: readonly string[] = []) {
  const inner = member.join("/");
  const archive = inner === "" ? source : source.slice(0, -inner.length - 1);
  return { source: archive, member: inner };
}

const NOTHING: FileRecord = {
  ...{ source: "", member: "", sha256: "", document: "", bytes: "", format: "" },
  ...{ outcome: "", reason: "", message: "" },
};

function seenLine(entry: Publishable, than: string | undefined): FileRecord {
  const { source, member, sha256, line, stamp, why = "damaged" } = entry;
  const line0 = {
    ...{ ...NOTHING, ...named(source, member), sha256, document: line.document },
    ...{ bytes: integer(stamp.size), format: entry.format ?? "" },
  };
  if (than !== undefined)
    return {
      ...line0,
      ...{ outcome: "duplicate", reason: "duplicate", message: `the same bytes as ${than}` },
    };
  if (isDone(entry)) return { ...line0, outcome: "read" };
  return { ...line0, outcome: "failed", reason: why, message: line.reason };
}
