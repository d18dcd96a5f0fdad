import { useEffect, useRef } from "preact/hooks";
import type { ShownBlock, ShownBlocks, ShownRow } from "../blocks.ts";
import { useJson } from "./data.ts";
import type { Fact } from "./disclosure-data.ts";
import { say } from "./language.ts";
import { Await } from "./parts.tsx";
import { text } from "./text.ts";

/** Rows shown before and after the one that is looked at. */
const AROUND = 150;

interface Props {
  readonly document: string;
  readonly fact: Fact | undefined;
  /** Where a sentence stands that is looked at. */
  readonly line: string;
}

/** A sheet, a Word document or a web page: its tables as they are drawn, the figure's cell marked. */
export function BlocksView({ document, fact, line }: Props) {
  const loaded = useJson<ShownBlocks>(`/api/blocks?document=${encodeURIComponent(document)}`);
  const place = line === "" ? text(fact?.place) : `line ${line}`;
  return (
    <Await of={loaded}>
      {({ blocks, cut }) => (
        <Shown {...{ blocks, place, cut }} digits={line === "" ? text(fact?.published) : ""} />
      )}
    </Await>
  );
}

function Shown(props: {
  blocks: readonly ShownBlock[];
  place: string;
  digits: string;
  cut: boolean;
}) {
  const { blocks, place, digits, cut } = props;
  const here = useRef<HTMLElement>(null);
  useEffect(() => {
    const list = here.current;
    const mark = list?.querySelector<HTMLElement>(".chosen");
    if (!list || !mark) return;
    const [a, b] = [mark.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollTop += a.top - b.top - list.clientHeight / 2;
    list.scrollLeft += a.left - b.left - list.clientWidth / 2;
  }, [place, digits]);
  // A workbook is shown sheet by sheet.
  const sheets = [...new Set(blocks.map(({ sheet }) => sheet))];
  const sheet = sheets.find((name) => name !== "" && place.startsWith(`${name}!`)) ?? sheets[0];
  const shown = blocks.filter((block) => block.sheet === sheet);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section ref={here} class="blocks" tabIndex={0} aria-label={say("原件", "Source")}>
      {sheet !== "" && <h3>{sheet}</h3>}
      {shown.map((block) =>
        block.type === "paragraph" ? (
          <p class={block.place === place ? "chosen" : undefined}>{block.text}</p>
        ) : (
          <table>
            <tbody>
              {around(block.rows, place).map((row) => (
                <tr>
                  {row.map((cell) => (
                    <td
                      rowSpan={cell.down}
                      colSpan={cell.across}
                      class={isMarked(cell, place, digits) ? "chosen" : undefined}
                    >
                      {cell.text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ),
      )}
      {cut && <p>{say("后面的内容太多，未显示", "There is more, which is too much to show")}</p>}
    </section>
  );
}

/** A place that is a whole row or line holds the figure in the cell with its digits. */
function isMarked(cell: ShownRow[number], place: string, digits: string): boolean {
  if (cell.place !== place || place === "") return false;
  return place.includes("!") || plain(cell.text) === plain(digits);
}

function plain(printed: string): string {
  return printed.replaceAll(/[\s,，]/g, "");
}

function around(rows: readonly ShownRow[], place: string): readonly ShownRow[] {
  if (rows.length <= 2 * AROUND) return rows;
  const at = Math.max(
    0,
    rows.findIndex((row) => row.some((cell) => cell.place === place)),
  );
  return rows.slice(Math.max(0, at - AROUND), at + AROUND);
}
