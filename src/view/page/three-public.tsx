import type { ThreePublicLine } from "../overview.ts";
import { useJson } from "./data.ts";
import { say } from "./language.ts";
import { Await, distinct, Facet, Search, StatusSign } from "./parts.tsx";
import { disclosureLink, linkTo, type Route } from "./route.ts";
import { stageTerm } from "./terms.ts";
import { csvOf, Download } from "./three-public-csv.tsx";

const FIGURES = [
  { name: "total", item: "three_public", words: say("合计", "Total") },
  { name: "overseas", item: "three_public.overseas", words: say("因公出国（境）", "Overseas") },
  { name: "vehicle", item: "three_public.vehicle", words: say("公务用车", "Vehicles") },
  {
    name: "vehicle_purchase",
    item: "three_public.vehicle.purchase",
    words: say("其中：购置", "of which bought"),
  },
  {
    name: "vehicle_operation",
    item: "three_public.vehicle.operation",
    words: say("其中：运行", "of which run"),
  },
  { name: "reception", item: "three_public.reception", words: say("公务接待", "Reception") },
] as const;
type Figure = (typeof FIGURES)[number];

const SHOWN = 200;

/** Departments side by side: the six figures of 三公 with bars, the change against last year and its reason. */
export function ThreePublicView({ route }: { readonly route: Route }) {
  return (
    <Await of={useJson<readonly ThreePublicLine[]>("/api/three-public")}>
      {(lines) => {
        const shown = lines
          .filter((line) => fits(line, route))
          .sort((a, b) => amount(b, "total") - amount(a, "total"));
        return (
          <>
            <h1>{say("三公经费（万元）", "Three-public figures (万元)")}</h1>
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
              <Download name="three-public.csv" text={() => csvOf(shown)} />
            </div>
            <Lines lines={shown} route={route} />
          </>
        );
      }}
    </Await>
  );
}

function fits(
  { division, department, year, stage, period }: ThreePublicLine,
  { query }: Route,
): boolean {
  return (
    period === "current" &&
    `${division}${department}`.includes((query.q ?? "").trim()) &&
    (!query.year || year === query.year) &&
    (!query.stage || stage === query.stage)
  );
}

function Lines({
  lines,
  route,
}: {
  readonly lines: readonly ThreePublicLine[];
  readonly route: Route;
}) {
  const most = Math.max(0, ...lines.map((line) => amount(line, "total")));
  const shown = Number(route.query.shown) || SHOWN;
  return (
    <div class="scroll">
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
                {line.department}
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
                <Change line={line} />
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
    </div>
  );
}

/** What is printed with its bar; a blank (无) and what nobody found are two things. */
function Amount({ line, figure, most }: { line: ThreePublicLine; figure: Figure; most: number }) {
  const state = line[`${figure.name}_state`];
  if (state === "nil") return <span class="nil">{say("空白", "blank")}</span>;
  if (state === "not-found") return <span class="not-found">{say("未找到", "not found")}</span>;
  const { item } = figure;
  const query = { item, stage: line.stage, period: line.period, document: line.document };
  const width = most > 0 ? `${(amount(line, figure.name) / most) * 100}%` : "0";
  return (
    <a
      class="amount"
      href={line.disclosure ? disclosureLink(line.disclosure, query) : "#/overview"}
    >
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

function Change({
  line: { change, change_amount, change_percent, reason },
}: {
  readonly line: ThreePublicLine;
}) {
  if (change === "") return null;
  return (
    <>
      <span aria-hidden="true">{SIGN[change]}</span> {CHANGES[change] ?? change} {change_amount}
      {change_percent !== "" && ` (${change_percent}%)`}
      {reason !== "" && <small>{reason}</small>}
    </>
  );
}

/** For lengths and order only. */
function amount(line: ThreePublicLine, name: Figure["name"]): number {
  return Number(line[name]) || 0;
}
