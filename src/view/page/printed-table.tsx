import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type Column, type Disclosure, type Fact, factIdAt } from "./disclosure-data.ts";
import { say } from "./language.ts";
import { StatusSign } from "./parts.tsx";
import { disclosureLink, type Route } from "./route.ts";
import { tableTerm } from "./terms.ts";

interface Props {
  readonly disclosure: Disclosure;
  /** Of the table among the disclosure's. */
  readonly index: number;
  readonly route: Route;
  /** Id of the figure that is looked at. */
  readonly chosen: string;
}

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
                {cells.map(({ text, span }) => (
                  <th scope={span > 1 ? "colgroup" : "col"} colSpan={span}>
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
                    <td class={role === "amount" ? "number" : undefined}>{text}</td>
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
    if (chosen) cell.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [chosen]);
  return (
    <td ref={cell} class={`number${chosen ? " chosen" : ""}`}>
      <a
        href={disclosureLink(route.id, { figure: fact.fact })}
        aria-current={chosen ? "true" : undefined}
      >
        {fact.status !== "proved" && <StatusSign status={fact.status} />}
        {children}
      </a>
    </td>
  );
}

/** The headings level by level, what spans several columns once. */
function headingRows(columns: readonly Column[]): { text: string; span: number }[][] {
  const depth = Math.max(0, ...columns.map(({ heading }) => heading.length));
  return Array.from({ length: depth }, (_, level) => {
    const cells: { text: string; span: number; above: string }[] = [];
    for (const { heading } of columns) {
      const above = JSON.stringify(heading.slice(0, level + 1));
      const last = cells.at(-1);
      if (last && last.above === above && level < heading.length - 1) last.span++;
      else cells.push({ text: heading[level] ?? "", span: 1, above });
    }
    return cells;
  });
}
