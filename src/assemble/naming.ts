import type { Division } from "../model/disclosure.ts";
import { nameWithin } from "../normalise/identity/division.ts";
import { OWN_OFFICES } from "../normalise/identity/words.ts";
import { groupBy } from "../normalise/ledger/keys.ts";
import { plainUnit } from "./between/shared.ts";
import { compare } from "./standing.ts";

/** A document of a set, and what it says of who published it. */
export interface Named {
  readonly document: string;
  readonly divisionCode: string;
  readonly department: string;
  /** The divisions that bear the name, where the document does not say which is meant. */
  readonly places: readonly Division[];
  /** The units that its tables name. */
  readonly units: readonly string[];
}

/** A name, and a document that has it. */
export interface Witness {
  readonly document: string;
  readonly name: string;
}

/** Who published a document as its set has it, where that is more than the document says. */
export interface Naming {
  readonly department: string;
  /** What has the name in full, if the document has not. */
  readonly called?: Witness;
  /** The division that is meant, if the document leaves that open, and what names it. */
  readonly place?: Division & { readonly by: Witness };
}

/**
 * Who published the documents of a set, of which each says as much as it does. 江北区财政局 is that of 重庆 where another
 * document names the 江北区财政局 of 重庆, as its own name or as a unit in its tables, and none that of 宁波. Whatever names a
 * department has within its place, it stands under the longest. Only what documents say themselves counts, so that neither
 * their order nor their number matters.
 */
export function namingsIn(set: readonly Named[]): Map<string, Naming> {
  const places = placesIn(set);
  const placed = set.map((each) => ({ ...each, place: places.get(each.document) }));
  const bodies = groupBy(placed, ({ department, divisionCode, place }) =>
    bodyKey(department, place?.code ?? divisionCode),
  );
  const namings = new Map<string, Naming>();
  for (const same of bodies.values()) {
    const called = first(
      same.map(({ document, department }) => ({
        document,
        name: department.replace(OWN_OFFICES, ""),
      })),
    );
    for (const { document, department, place } of same) {
      const name = called.name + (OWN_OFFICES.exec(department)?.[0] ?? "");
      const isCalled = name !== department;
      if (isCalled || place)
        namings.set(document, {
          department: name,
          ...(isCalled && { called }),
          ...(place && { place }),
        });
    }
  }
  return namings;
}

/** The divisions of documents that leave open which is meant, where exactly one of them is named elsewhere. */
function placesIn(set: readonly Named[]): Map<string, NonNullable<Naming["place"]>> {
  const open = set.filter(({ places }) => places.length > 0);
  const asked = new Set(open.flatMap(({ places }) => places.map(({ code }) => code)));
  const said = set
    .filter(({ divisionCode }) => asked.has(divisionCode))
    .flatMap(({ document, divisionCode, department, units }) =>
      [department, ...units].map((name) => ({ document, name, divisionCode })),
    );
  const witnesses = groupBy(said, ({ name, divisionCode }) => bodyKey(name, divisionCode));
  const found = new Map<string, NonNullable<Naming["place"]>>();
  for (const { document, department, places } of open) {
    const [place, ...others] = places.flatMap((each) => {
      const by = witnesses.get(bodyKey(department, each.code) ?? "");
      return by ? [{ ...each, by: first(by) }] : [];
    });
    if (place && others.length === 0) found.set(document, place);
  }
  return found;
}

/** What names of one body have in common; undefined without a place, and of the place itself. */
function bodyKey(name: string, code: string): string | undefined {
  const within = code === "" ? "" : nameWithin(plainUnit(name), code);
  return within === "" ? undefined : `${code} ${within}`;
}

/** The longest name; of those alike the first by its letters, and then by its document. */
function first(witnesses: readonly Witness[]): Witness {
  return witnesses.reduce((one, other) =>
    (other.name.length - one.name.length ||
      compare(one.name, other.name) ||
      compare(one.document, other.document)) > 0
      ? other
      : one,
  );
}

/** What documents of one disclosure have in common besides who published them. */
export interface Issued extends Named {
  readonly year: string;
  readonly stage: string;
  readonly scope: string;
}

/** The documents of each disclosure of a set, with the names that it gives them. */
export function disclosuresIn<D extends Issued>(
  set: readonly D[],
): (readonly { readonly of: D; readonly naming?: Naming }[])[] {
  const namings = namingsIn(set);
  const named = set.map((of) => {
    const naming = namings.get(of.document);
    return { of, ...(naming && { naming }) };
  });
  const issues = groupBy(named, ({ of, naming }) => {
    const { divisionCode, department, year, stage, scope } = of;
    const who = [naming?.place?.code ?? divisionCode, naming?.department ?? department];
    return JSON.stringify([...who, year, stage, scope]);
  });
  return [...issues.values()];
}
