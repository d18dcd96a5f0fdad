import type { ThreePublicLine } from "../overview.ts";
import { linesFor, size, yearBefore } from "../three-public-lines.ts";
import { useJson } from "./data.ts";
import { CsvButton, PictureButtons } from "./download.tsx";
import { say } from "./language.ts";
import { Await, distinct, Facet, Search, StatusSign } from "./parts.tsx";
import { linkTo, type Route } from "./route.ts";
import { SITE } from "./site.ts";
import { stageTerm } from "./terms.ts";
import { ThreePublicChart } from "./three-public-chart.tsx";
import { csvOf } from "./three-public-csv.ts";
import { amountLink, FIGURES, type Figure } from "./three-public-figures.ts";

/** As many lines as the table shows at once. */
const SHOWN = 200;
/** Bars that one picture takes: more are none that anyone reads. */
const BARS = 60;

/** Departments side by side and over years: the six figures of 三公, the change against last year and its reason. */
export function ThreePublicView({ route }: { readonly route: Route }) {
  return (
    <Await of={useJson<readonly ThreePublicLine[]>("/api/three-public")}>
      {(lines) => {
        const shown = linesFor(lines, route.query);
        const { department } = route.query;
        const title = say("“三公”经费（万元）", "Three-public figures (万元)");
        return (
          <>
            <h1>{title}</h1>
            <div class="filters">
              <Search route={route} label={say("部门或地区", "Department or division")} />
              <Facet
                {...{ route, name: "year", label: say("年度", "Year") }}
                values={distinct(lines.map(({ year }) => year))}
              />
              <Facet
                {...{ route, name: "stage", label: say("阶段", "Stage"), words: stageTerm }}
                values={distinct(lines.map(({ stage }) => stage))}
              />
              {department && (
                <Facet
                  {...{ route, name: "department", label: say("部门", "Department") }}
                  values={[department]}
                />
              )}
              <span class="downloads">
                <a class="button" href={SITE.workbook(route.query)} download="three-public.xlsx">
                  {say("下载 xlsx", "Download xlsx")}
                </a>
                <CsvButton name="three-public.csv" text={() => csvOf(shown)} />
              </span>
            </div>
            <details class="told" open>
              <summary>
                <h2>{say("图", "Chart")}</h2>
              </summary>
              <div>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
                <section class="scroll" tabIndex={0} aria-label={say("图", "Chart")}>
                  <ThreePublicChart lines={inYears(shown).slice(0, BARS)} title={title} />
                </section>
                {shown.length > BARS && (
                  <p>{say(`图中是前${BARS}行`, `The chart has the first ${BARS} lines`)}</p>
                )}
                <PictureButtons name="three-public" />
              </div>
            </details>
            <Lines lines={shown} all={lines} route={route} />
          </>
        );
      }}
    </Await>
  );
}

/** The years of a department below each other, departments in the order of their first line. */
function inYears(lines: readonly ThreePublicLine[]): ThreePublicLine[] {
  const groups = new Map<string, ThreePublicLine[]>();
  for (const line of lines) {
    const key = `${line.division_code} ${line.department}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) =>
    group.sort((a, b) => `${a.year} ${a.stage}`.localeCompare(`${b.year} ${b.stage}`)),
  );
}

interface LinesProps {
  readonly lines: readonly ThreePublicLine[];
  /** Those of the years before among them. */
  readonly all: readonly ThreePublicLine[];
  readonly route: Route;
}

function Lines({ lines, all, route }: LinesProps) {
  const most = Math.max(0, ...lines.map(({ total }) => size(total)));
  const shown = Number(route.query.shown) || SHOWN;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section class="scroll" tabIndex={0} aria-label={say("表", "Table")}>
      <table class="three-public">
        <thead>
          <tr>
            <th scope="col">{say(`部门（${lines.length}）`, `Department (${lines.length})`)}</th>
            {FIGURES.map(({ words }) => (
              <th scope="col">{words}</th>
            ))}
            <th scope="col">{say("比上年", "Against last year")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map((line) => (
            <tr>
              <th scope="row">
                <a
                  class="plain"
                  href={linkTo(route, { department: line.department, year: "", stage: "", q: "" })}
                  title={say("这个部门的各年", "All years of this department")}
                >
                  {line.department}
                </a>
                <small>
                  {line.division} {line.year} {stageTerm(line.stage)}{" "}
                  <StatusSign status={line.status} />
                </small>
              </th>
              {FIGURES.map((figure) => (
                <td>
                  <Amount line={line} figure={figure} most={most} />
                </td>
              ))}
              <td class="change">
                <Change line={line} before={yearBefore(all, line)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > shown && (
        <a href={linkTo(route, { shown: String(shown + SHOWN) })}>
          {say("更多部门", "More departments")}
        </a>
      )}
    </section>
  );
}

/** What is printed with its bar; a blank (无) and what nobody found are two things. */
function Amount({ line, figure, most }: { line: ThreePublicLine; figure: Figure; most: number }) {
  const state = line[`${figure.name}_state`];
  if (state === "nil") return <span class="nil">{say("空白", "blank")}</span>;
  if (state === "not-found") return <span class="not-found">{say("未找到", "not found")}</span>;
  const width = most > 0 ? `${(size(line[figure.name]) / most) * 100}%` : "0";
  return (
    <a class="amount" href={amountLink(line, figure.name)}>
      {line[figure.name]}
      <span class="track">
        <i style={{ width }} />
      </span>
    </a>
  );
}

const SIGN: Readonly<Record<string, string>> = { increase: "▲", decrease: "▼", none: "＝" };
const CHANGES: Readonly<Record<string, string>> = {
  increase: say("增加", "up"),
  decrease: say("减少", "down"),
  none: say("持平", "the same"),
};

/** The change that the text states, with its reason; and last year's total where the table prints it. */
function Change({
  line: { change, change_amount, change_percent, reason },
  before,
}: {
  readonly line: ThreePublicLine;
  readonly before: ThreePublicLine | undefined;
}) {
  return (
    <>
      {change !== "" && (
        <>
          <span aria-hidden="true">{SIGN[change]}</span> {CHANGES[change] ?? change} {change_amount}
          {change_percent !== "" && ` (${change_percent}%)`}
        </>
      )}
      {reason !== "" && <small>{reason}</small>}
      {before?.total_state === "printed" && (
        <small>
          {say("上年 ", "Last year ")}
          <a href={amountLink(before, "total")}>{before.total}</a>
        </small>
      )}
    </>
  );
}
