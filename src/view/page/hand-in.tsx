import { citationOf } from "./citation.tsx";
import { useJson } from "./data.ts";
import { checksOf, type Disclosure, type Fact, sentencesOf } from "./disclosure-data.ts";
import { coordinates } from "./figure-panel.tsx";
import { LANGUAGE, say } from "./language.ts";
import { Await, StatusSign } from "./parts.tsx";
import { type Pick, picksOf } from "./picked.ts";
import { disclosureLink, type Route } from "./route.ts";
import { reasonTerm, stageTerm, statusTerm } from "./terms.ts";
import { text } from "./text.ts";

/** A selection of figures as a page to print: what each is, its status and why, its sentences, and a line to cite it by. */
export function HandInView({ route }: { readonly route: Route }) {
  const picks = picksOf(route.query.of ?? "");
  return (
    <>
      <h1>{say("数字清单", "Figures to hand in")}</h1>
      {picks.length === 0 ? (
        <p>
          {say(
            "清单是空的：在一个数字旁按“加入清单”",
            "The list is empty: press “Put on the list” beside a figure",
          )}
        </p>
      ) : (
        <p class="screen">
          <button type="button" onClick={() => print()}>
            {say("打印", "Print")}
          </button>
        </p>
      )}
      <ol class="hand-in">
        {picks.map((pick) => (
          <Picked key={`${pick.disclosure} ${pick.fact}`} pick={pick} />
        ))}
      </ol>
    </>
  );
}

function Picked({ pick }: { readonly pick: Pick }) {
  const { disclosure: id, fact: name } = pick;
  const loaded = useJson<Disclosure>(`/api/disclosure?id=${encodeURIComponent(id)}`);
  return (
    <li>
      <Await of={loaded}>
        {(disclosure) => {
          const fact = disclosure.facts.find((each) => each.fact === name);
          if (fact === undefined) return <p class="alert">{name}</p>;
          return <Figure {...{ disclosure, id, fact }} />;
        }}
      </Await>
    </li>
  );
}

interface FigureProps {
  readonly disclosure: Disclosure;
  readonly id: string;
  readonly fact: Fact;
}

function Figure({ disclosure, id, fact }: FigureProps) {
  const { department, year, stage } = disclosure.identity;
  const reasons = text(fact.reason).split(" ").filter(Boolean).map(reasonTerm);
  return (
    <>
      <h2>
        <a href={disclosureLink(id, { figure: fact.fact })}>
          {text(fact.published)} {text(fact.unit)}
        </a>{" "}
        {department} {year} {stageTerm(stage)}
      </h2>
      <p>
        <StatusSign status={fact.status} /> {statusTerm(fact.status)}
        {reasons.length > 0 && `：${reasons.join(say("；", "; "))}`}
      </p>
      <dl>
        {coordinates(fact).map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <ul>
        {checksOf(disclosure, fact).map((check) => (
          <li>{text(LANGUAGE === "zh" ? check.message_zh : check.message_en)}</li>
        ))}
        {sentencesOf(disclosure, fact).map(({ sentence }) => (
          <li>{text(sentence)}</li>
        ))}
      </ul>
      <p class="citation">{citationOf(disclosure, id, fact)}</p>
    </>
  );
}
