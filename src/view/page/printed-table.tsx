import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type Column, type Disclosure, type Fact, factIdAt } from "./disclosure-data.ts";
import { say } from "./language.ts";
import { StatusSign } from "./parts.tsx";
import { figureLink, type Route } from "./route.ts";
import { tableTerm } from "./terms.ts";

interface Props {
  readonly disclosure: Disclosure;
  /** Of the table among the disclosure's. */
  readonly index: number;
  readonly route: Route;
  /** Id of the figure that is looked at. */
  readonly chosen: string;
}

/** Columns of amounts stand under each other, those of words need some width. */
const CLASSES: Readonly<Record<string, string>> = {
  amount: "number",
  label: "words",
  "function-name": "words",
  "economic-name": "words",
  "gov-economic-name": "words",
  "unit-name": "words",
  "project-name": "words",
};

/** A table as printed: each figure is a link to its place, with the sign of its status where it is not proved. */
export function PrintedTable({ disclosure, index, route, chosen }: Props) {
  const table = disclosure.tables[index];
  if (table === undefined) return null;
  const facts = new Map(disclosure.facts.map((fact) => [fact.fact, fact]));
  return (
    <details class="printed" open>
      <summary>
        <h2>
          {table.title || tableTerm(table.id)}{" "}
          <small>
            {tableTerm(table.id)} · {table.unit}
          </small>
        </h2>
      </summary>
      {table.declared_empty !== undefined && (
        <p>
          {say("声明为空：", "Declared empty: ")}
          {table.declared_empty}
        </p>
      )}
      <div class="scroll">
        <table>
          <thead>
            {headingRows(table.columns).map((cells) => (
              <tr>
                {cells.map(({ text, across, down }) => (
                  <th scope={across > 1 ? "colgroup" : "col"} colSpan={across} rowSpan={down}>
                    {text}
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.rows.map(({ row_no, cells }) => (
              <tr>
                {table.columns.map(({ index: column, role }) => {
                  const fact = facts.get(factIdAt(disclosure, index, row_no, column));
                  const text = cells[column] ?? "";
                  return fact ? (
                    <Figure {...{ fact, route }} chosen={fact.fact === chosen}>
                      {text}
                    </Figure>
                  ) : (
                    <td class={CLASSES[role]}>{text}</td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Figure(props: { fact: Fact; route: Route; chosen: boolean; children: ComponentChildren }) {
  const { fact, route, chosen, children } = props;
  const cell = useRef<HTMLTableCellElement>(null);
  useEffect(() => {
    // Where the source stands above the tables, it is the source that is looked at.
    if (chosen && !matchMedia("(max-width: 60rem)").matches)
      cell.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [chosen]);
  return (
    <td ref={cell} class={`number${chosen ? " chosen" : ""}`}>
      <a href={figureLink(route, fact.fact)} aria-current={chosen ? "true" : undefined}>
        {fact.status !== "proved" && <StatusSign status={fact.status} />}
        {children}
      </a>
    </td>
  );
}

interface Heading {
  readonly text: string;
  readonly across: number;
  readonly down: number;
}

/** The headings level by level: one over several columns stands once, the last of a column reaches down to the rows. */
function headingRows(columns: readonly Column[]): Heading[][] {
  const depth = Math.max(0, ...columns.map(({ heading }) => heading.length));
  return Array.from({ length: depth }, (_, level) => {
    const cells: (Heading & { readonly path: string })[] = [];
    for (const { heading } of columns) {
      if (level >= Math.max(heading.length, 1)) continue;
      const isLast = level >= heading.length - 1;
      const path = JSON.stringify([isLast, ...heading.slice(0, level + 1)]);
      const before = cells.at(-1);
      if (before?.path === path && !isLast) {
        cells[cells.length - 1] = { ...before, across: before.across + 1 };
      } else {
        const text = heading[level] ?? "";
        cells.push({ text, across: 1, down: isLast ? depth - level : 1, path });
      }
    }
    return cells;
  });
}
