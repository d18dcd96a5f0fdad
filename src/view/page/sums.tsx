import { Decimal } from "decimal.js";
import type { Sum } from "../sums.ts";
import { useJson } from "./data.ts";
import { type Disclosure, documentOf, type Fact } from "./disclosure-data.ts";
import { say } from "./language.ts";
import { StatusSign } from "./parts.tsx";
import { figureLink, type Route } from "./route.ts";
import { tableTerm } from "./terms.ts";
import { text } from "./text.ts";

interface Props {
  readonly disclosure: Disclosure;
  readonly fact: Fact;
  readonly route: Route;
}

/** As many sums of one figure, and terms of one sum, as are shown. */
const SUMS = 20;
const TERMS = 40;

/** The sums that a figure takes part in, each term a link: those that fail first, with the gap and what would close them. */
export function Sums({ disclosure, fact, route }: Props) {
  const document = documentOf(disclosure, fact);
  const loaded = useJson<readonly Sum[]>(`/api/sums?document=${encodeURIComponent(document)}`);
  // Without the source there are no sums to show: the view of the source says so.
  if (loaded.state === "failed") return null;
  const title = <h3>{say("它参与的等式", "What must hold with it")}</h3>;
  if (loaded.state === "loading")
    return (
      <>
        {title}
        <p role="status">{say("正在计算…", "Working it out …")}</p>
      </>
    );
  const facts = new Map(disclosure.facts.map((each) => [each.fact, each]));
  const sums = loaded.value
    .filter(({ whole, parts }) => whole.includes(fact.fact) || parts.includes(fact.fact))
    .sort((a, b) => Number(a.holds) - Number(b.holds) || size(b) - size(a));
  if (sums.length === 0) return null;
  return (
    <>
      {title}
      <ul class="sums">
        {sums.slice(0, SUMS).map((sum) => (
          <li class={sum.holds ? undefined : "failed"}>
            <Terms {...{ ids: sum.whole, facts, fact, route }} />
            <b> {sum.holds ? sum.relation : "≠"} </b>
            <Terms {...{ ids: sum.parts, facts, fact, route }} />
            {!sum.holds && <Gap {...{ sum, fact }} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function size({ whole, parts }: Sum): number {
  return whole.length + parts.length;
}

interface TermsProps {
  readonly ids: readonly string[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly fact: Fact;
  readonly route: Route;
}

function Terms({ ids, facts, fact, route }: TermsProps) {
  return (
    <>
      {ids.slice(0, TERMS).map((id, index) => {
        const term = facts.get(id);
        const where = term?.table_id === fact.table_id ? "" : tableTerm(text(term?.table_id));
        return (
          <>
            {index > 0 && " + "}
            {term === undefined ? (
              "…"
            ) : id === fact.fact ? (
              <mark>{term.published}</mark>
            ) : (
              <a href={figureLink(route, id)} title={`${where} ${text(term.label)}`.trim()}>
                {term.status !== "proved" && <StatusSign status={term.status} />}
                {term.published}
                {where !== "" && <small> {where}</small>}
              </a>
            )}
          </>
        );
      })}
      {ids.length > TERMS && " + …"}
    </>
  );
}

/** By how much a sum fails, and what the figure would have to be; whether it is to blame, the checks say where they know. */
function Gap({ sum, fact }: { readonly sum: Sum; readonly fact: Fact }) {
  const gap = new Decimal(sum.difference);
  const isWhole = sum.whole.includes(fact.fact);
  const printed = new Decimal(text(fact.published) || 0);
  const closing = isWhole ? printed.minus(gap) : printed.plus(gap);
  const unit = text(fact.unit);
  return (
    <small>
      {say(
        `相差${gap.toFixed()}${unit}；若此处为${closing.toFixed()}${unit}，等式成立`,
        `off by ${gap.toFixed()} ${unit}; it would hold with ${closing.toFixed()} ${unit} here`,
      )}
    </small>
  );
}
