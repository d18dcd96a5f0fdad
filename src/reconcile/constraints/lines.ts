import { coarser, isAbove, type Subject, signatureOf, subjectId } from "../../taxonomy/subjects.ts";
import type { Entry } from "../ledger.ts";
import type { Comparable } from "./comparable.ts";

/** The figures of one table that differ in their subject only. */
export interface Lines {
  readonly kind: string;
  readonly bySubject: ReadonlyMap<string, readonly Comparable[]>;
  /** The nearest lines below a subject; none where they are classified in more than one way. */
  readonly below: (subject: Subject) => readonly Entry[];
}

export function linesOf(all: readonly Comparable[]): Lines {
  const bySubject = new Map<string, Comparable[]>();
  for (const one of all) push(bySubject, subjectId(one.subject), one);
  let byAncestor: ReadonlyMap<string, readonly Comparable[]> | undefined;
  const below = (subject: Subject): readonly Entry[] => {
    byAncestor ??= index(all);
    const lines = byAncestor.get(subjectId(subject)) ?? [];
    const top = lines.filter((line) => {
      const between = coarser(line.subject).filter((at) => bySubject.has(subjectId(at)));
      return !between.some((at) => isAbove(subject, at) && isAbove(at, line.subject));
    });
    const ways = new Set(top.map((line) => signatureOf(line.subject)));
    return ways.size === 1 ? top.map(({ entry }) => entry) : [];
  };
  return { kind: all[0]?.kind ?? "", bySubject, below };
}

/** The entry of a subject; none where the table has several that differ: then it is a key of repeated rows. */
export function only(all: readonly Comparable[] | undefined): Entry | undefined {
  const first = all?.[0]?.entry;
  return first && all?.every(({ entry }) => entry.amount === first.amount) ? first : undefined;
}

function index(all: readonly Comparable[]): Map<string, Comparable[]> {
  const byAncestor = new Map<string, Comparable[]>();
  for (const one of all) {
    const self = subjectId(one.subject);
    for (const at of coarser(one.subject)) {
      const id = subjectId(at);
      if (id !== self) push(byAncestor, id, one);
    }
  }
  return byAncestor;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
