import type { Overview } from "../overview.ts";
import { useJson } from "./data.ts";
import { compare, type Difference } from "./differences.ts";
import type { Disclosure, Fact } from "./disclosure-data.ts";
import { say } from "./language.ts";
import { Await, Facet, StatusSign } from "./parts.tsx";
import { disclosureLink, linkTo, type Route } from "./route.ts";
import { fundTerm, itemTerm, kindTerm, procurementTerm, scopeTerm, stageTerm } from "./terms.ts";
import { grouped, text } from "./text.ts";

const SHOWN = 200;

/** Two disclosures side by side, editions too: what differs, by amount. */
export function CompareView({ route }: { readonly route: Route }) {
  const { a = "", b = "" } = route.query;
  return (
    <>
      <h1>{say("比较", "Compare")}</h1>
      <Await of={useJson<Overview>("/api/overview")}>
        {(overview) => {
          const choices = choicesOf(overview);
          return (
            <div class="filters">
              <Choice {...{ route, name: "a", choices }} label={say("甲", "A")} />
              <Choice {...{ route, name: "b", choices }} label={say("乙", "B")} />
              {a !== "" && b !== "" && (
                <a class="button" href={linkTo(route, { a: b, b: a })}>
                  {say("对调", "Swap")}
                </a>
              )}
            </div>
          );
        }}
      </Await>
      {a !== "" && b !== "" ? (
        <Both {...{ a, b, route }} />
      ) : (
        <p>
          {say(
            "选两份公开信息：两年、预算与决算、两个部门，或同一份的两个版本",
            "Choose two disclosures: two years, a budget and its final account, two departments, or two editions",
          )}
        </p>
      )}
    </>
  );
}

interface Choosable {
  readonly id: string;
  readonly words: string;
}

function choicesOf({ disclosures }: Overview): Choosable[] {
  return disclosures
    .flatMap(({ disclosure, department, year, stage, scope, editions }) => {
      const unit = scope === "department" ? "" : ` ${scopeTerm(scope)}`;
      const words = `${department} ${year} ${stageTerm(stage)}${unit}`;
      const others = editions.split(" ").filter(Boolean);
      return [
        { id: disclosure, words },
        ...others.map((edition) => ({
          id: `${disclosure}.${edition}`,
          words: `${words} ${say("另一版本", "another edition")} ${edition}`,
        })),
      ];
    })
    .sort((x, y) => x.words.localeCompare(y.words, "zh"));
}

interface ChoiceProps {
  readonly route: Route;
  readonly name: "a" | "b";
  readonly label: string;
  readonly choices: readonly Choosable[];
}

/** By typing a part of the name: there may be thousands. */
function Choice({ route, name, label, choices }: ChoiceProps) {
  const chosen = choices.find(({ id }) => id === route.query[name]);
  return (
    <label class="search">
      <span>{label}</span>
      <input
        list={`choices-${name}`}
        size={34}
        value={chosen?.words ?? ""}
        onChange={({ currentTarget: { value } }) => {
          const found = choices.find(({ words }) => words === value);
          location.hash = linkTo(route, { [name]: found?.id ?? "" });
        }}
      />
      <datalist id={`choices-${name}`}>
        {choices.map(({ words }) => (
          <option value={words} />
        ))}
      </datalist>
    </label>
  );
}

function Both({ a, b, route }: { readonly a: string; readonly b: string; readonly route: Route }) {
  const address = (id: string) => `/api/disclosure?id=${encodeURIComponent(id)}`;
  const [one, other] = [useJson<Disclosure>(address(a)), useJson<Disclosure>(address(b))];
  return (
    <Await of={one}>
      {(ofA) => <Await of={other}>{(ofB) => <Table {...{ a, b, ofA, ofB, route }} />}</Await>}
    </Await>
  );
}

interface TableProps {
  readonly a: string;
  readonly b: string;
  readonly ofA: Disclosure;
  readonly ofB: Disclosure;
  readonly route: Route;
}

function Table({ a, b, ofA, ofB, route }: TableProps) {
  const { differing: all, same } = compare(ofA, ofB);
  const differing = route.query.both ? all.filter((each) => each.a && each.b) : all;
  const shown = Number(route.query.shown) || SHOWN;
  return (
    <>
      <Facet
        {...{ route, name: "both", label: say("只看", "Only") }}
        values={["1"]}
        words={() => say("两份都有的", "what both have")}
      />
      <p role="status">
        {say(
          `${differing.length}个数字不同，${same}个相同`,
          `${differing.length} figures differ, ${same} are the same`,
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section class="scroll" tabIndex={0} aria-label={say("不同之处", "Differences")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("数字", "Figure")}</th>
              <th scope="col">{headOf(ofA)}</th>
              <th scope="col">{headOf(ofB)}</th>
              <th scope="col">{say("乙减甲（元）", "B less A (元)")}</th>
            </tr>
          </thead>
          <tbody>
            {differing.slice(0, shown).map((each) => (
              <tr>
                <th scope="row">{nameOf(each)}</th>
                <td class="number">
                  <Side fact={each.a} id={a} />
                </td>
                <td class="number">
                  <Side fact={each.b} id={b} />
                </td>
                <td class="number">{signed(each)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {differing.length > shown && (
        <a href={linkTo(route, { shown: String(shown + SHOWN) })}>{say("更多", "More")}</a>
      )}
    </>
  );
}

function Side({ fact, id }: { readonly fact: Fact | undefined; readonly id: string }) {
  if (fact === undefined) return <span class="nil">{say("未见", "not found")}</span>;
  return (
    <a href={disclosureLink(id, { figure: fact.fact })}>
      {fact.status !== "proved" && <StatusSign status={fact.status} />}
      {grouped(text(fact.published))} {fact.unit}
    </a>
  );
}

function headOf({ identity: { department, year, stage } }: Disclosure): string {
  return `${department} ${year} ${stageTerm(stage)}`;
}

function signed({ by }: Difference): string {
  const digits = grouped(by.abs().toFixed());
  return by.isNegative() ? `−${digits}` : `+${digits}`;
}

function nameOf({ a, b }: Difference): string {
  const fact = a ?? b;
  if (fact === undefined) return "";
  const subject = [
    `${text(fact.function_code)} ${text(fact.function_name)}`.trim(),
    `${text(fact.economic_code)} ${text(fact.economic_name)}`.trim(),
    `${text(fact.gov_economic_code)} ${text(fact.gov_economic_name)}`.trim(),
    text(fact.project_name),
    itemTerm(text(fact.item)),
    procurementTerm(text(fact.procurement)),
  ].filter(Boolean);
  const named = (id: string, words: (id: string) => string) =>
    id === "" || id === "total" ? "" : words(id);
  const of = [named(text(fact.fund), fundTerm), named(text(fact.kind), kindTerm)].filter(Boolean);
  const name = subject.join(" › ") || text(fact.label);
  return of.length > 0 ? `${name} · ${of.join(" · ")}` : name;
}
