import type { Disclosure } from "../model/disclosure.ts";
import { factId, originsOf } from "../model/ids.ts";
import type { Money } from "../model/money.ts";
import type { Statement } from "../model/narrative.ts";
import type { TableId } from "../model/table-ids.ts";
import type { KeyedFigure } from "./keyed.ts";
import { type LeftOut, type Standing, sentenceKey } from "./standing.ts";

/** One side of a difference. */
export interface Side {
  readonly document: string;
  /** Missing for a sentence. */
  readonly fact?: string;
  readonly money: Money;
}

/** Something that two documents say differently, or that one of them does not say. */
export interface Difference {
  readonly kind: "edition";
  readonly table?: TableId;
  /** The row, or what the sentence is about. */
  readonly label: string;
  readonly sentence?: string;
  /** What stands in the disclosure; missing where it has nothing. */
  readonly stands?: Side;
  readonly other?: Side;
  /** The documents that are compared. */
  readonly documents: readonly [stands: string, other: string];
}

/** Every figure and every stated amount in which the editions of a disclosure differ from what stands in it. */
export function differencesOf(
  disclosure: Disclosure,
  standings: readonly Standing[],
): Difference[] {
  return standings.flatMap((standing) => [
    ...standing.leftOut.flatMap((left) => tableDifferences(disclosure, standing.document, left)),
    ...textDifferences(disclosure, standing),
  ]);
}

/** Both as printed: a repair that one of them needed is no difference. */
function tableDifferences(
  disclosure: Disclosure,
  document: string,
  { table, instead }: LeftOut,
): Difference[] {
  const idOf = factIds(disclosure, instead);
  return pairsOf(instead.table.figures, table.figures).flatMap(([here, there]) => {
    if (here && there && here.money.yuan.eq(there.money.yuan)) return [];
    const id = there && factId(document, { ...there, tableIndex: table.index });
    return {
      kind: "edition",
      table: table.table.id,
      label: here?.label ?? there?.label ?? "",
      ...(here && { stands: { document: instead.document, fact: idOf(here), money: here.money } }),
      ...(there && id && { other: { document, fact: id, money: there.money } }),
      documents: [instead.document, document],
    };
  });
}

/** The ids under which figures of a table stand in the disclosure: a repair may have moved one within its row. */
function factIds(
  disclosure: Disclosure,
  { document, table }: LeftOut["instead"],
): (figure: KeyedFigure) => string {
  const origins = originsOf(disclosure);
  const facts = disclosure.facts.filter(({ tableIndex }) => {
    const { number = tableIndex + 1 } = disclosure.tables[tableIndex] ?? {};
    return origins.ofTable(tableIndex) === document && number === table.index + 1;
  });
  return ({ row, column, money }) => {
    const same = facts.filter(
      (fact) => fact.row === row && fact.money.published === money.published,
    );
    const fact = same.find((each) => each.column === column) ?? same[0];
    return fact ? origins.factId(fact) : factId(document, { tableIndex: table.index, row, column });
  };
}

/** Figures of two editions of one table about the same, and those that only one of them has. */
function pairsOf(
  standing: readonly KeyedFigure[],
  others: readonly KeyedFigure[],
): [KeyedFigure | undefined, KeyedFigure | undefined][] {
  const byKey = new Map(others.map((figure) => [figure.key, figure]));
  const known = new Set(standing.map(({ key }) => key));
  return [
    ...standing.map((figure): [KeyedFigure, KeyedFigure | undefined] => [
      figure,
      byKey.get(figure.key),
    ]),
    ...others
      .filter(({ key }) => !known.has(key))
      .map((figure): [undefined, KeyedFigure] => [undefined, figure]),
  ];
}

function textDifferences(disclosure: Disclosure, standing: Standing): Difference[] {
  const { textOf, document } = standing;
  if (textOf === undefined) return [];
  const origins = originsOf(disclosure);
  const here = stated(disclosure.statements.filter(({ place }) => origins.at(place) === textOf));
  const there = stated(standing.statements);
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((key) => {
    const [one, other] = [here.get(key), there.get(key)];
    if (one?.money && other?.money && one.money.yuan.eq(other.money.yuan)) return [];
    const either = one ?? other;
    return either
      ? [
          {
            kind: "edition" as const,
            ...{ label: either.subject, sentence: either.sentence },
            ...(one?.money && { stands: { document: textOf, money: one.money } }),
            ...(other?.money && { other: { document, money: other.money } }),
            documents: [textOf, document] as const,
          },
        ]
      : [];
  });
}

/** What sentences state, by the sentence without its figures and by what it is of. */
function stated(statements: readonly Statement[]): Map<string, Statement> {
  const found = new Map<string, Statement>();
  const seen = new Map<string, number>();
  for (const statement of statements) {
    if (!statement.money) continue;
    const { subject, measure, period } = statement;
    const of = [sentenceKey(statement), subject, measure, period].join("|");
    const nth = (seen.get(of) ?? 0) + 1;
    seen.set(of, nth);
    found.set(`${of}|${nth}`, statement);
  }
  return found;
}
