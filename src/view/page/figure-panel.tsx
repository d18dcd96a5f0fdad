import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Citation, citationOf } from "./citation.tsx";
import {
  checksOf,
  type Disclosure,
  type Fact,
  samePlaces,
  sentencesOf,
} from "./disclosure-data.ts";
import { say } from "./language.ts";
import { StatusSign } from "./parts.tsx";
import { handInLink, type Pick, picked, togglePick } from "./picked.ts";
import { ReviewForm } from "./review-form.tsx";
import { figureLink, type Route } from "./route.ts";
import { Sums } from "./sums.tsx";
import {
  flowTerm,
  fundTerm,
  itemTerm,
  kindTerm,
  periodTerm,
  procurementTerm,
  projectTypeTerm,
  reasonTerm,
  stageTerm,
  statusTerm,
  tableTerm,
  witnessTerm,
} from "./terms.ts";
import { grouped, placeOf, text } from "./text.ts";
import { CheckLine, SentenceLine } from "./told.tsx";

interface Props {
  readonly disclosure: Disclosure;
  readonly fact: Fact;
  readonly route: Route;
}

/** Everything that is known of a figure: what it is, how far it can be trusted and why, and where else it stands. */
export function FigurePanel({ disclosure, fact, route }: Props) {
  const reasons = text(fact.reason).split(" ").filter(Boolean);
  const others = samePlaces(disclosure, fact);
  const checks = checksOf(disclosure, fact);
  const sentences = sentencesOf(disclosure, fact);
  return (
    <section class="panel" aria-label={say("数字", "Figure")} aria-live="polite">
      <p class="headline">
        <b>
          {text(fact.published)} {text(fact.unit)}
        </b>{" "}
        <span>
          <StatusSign status={fact.status} /> {statusTerm(fact.status)}
        </span>
      </p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li>{reasonTerm(reason)}</li>
          ))}
        </ul>
      )}
      {fact.checked_by && <p>{witnessTerm(text(fact.checked_by))}</p>}
      <dl>
        {coordinates(fact).map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <Citation line={citationOf(disclosure, route.id, fact)} />
      <PickButton pick={{ disclosure: route.id, fact: fact.fact }} />
      <ReviewForm {...{ disclosure, fact, route }} />
      <Sums {...{ disclosure, fact, route }} />
      <Part title={say("有关的核对", "Checks that name it")} of={checks}>
        {(check) => <CheckLine {...{ check, disclosure, route }} but={fact.fact} />}
      </Part>
      <Part title={say("同一金额的文字", "Sentences that state this amount")} of={sentences}>
        {(statement) => <SentenceLine {...{ statement, disclosure, route }} />}
      </Part>
      <Part title={say("同一数字的他处", "Where else it stands")} of={others}>
        {(other) => (
          <li>
            <a href={figureLink(route, other.fact)}>
              {tableTerm(text(other.table_id))} {text(other.published)} {placeOf(other)}
            </a>{" "}
            <StatusSign status={other.status} />
          </li>
        )}
      </Part>
    </section>
  );
}

/** Puts the figure on the list to hand in, or takes it off, and leads to the list. */
function PickButton({ pick }: { readonly pick: Pick }) {
  const [, again] = useState(0);
  const all = picked();
  const isOn = all.some(
    ({ fact, disclosure }) => fact === pick.fact && disclosure === pick.disclosure,
  );
  return (
    <p class="choose">
      <button
        type="button"
        aria-pressed={isOn}
        onClick={() => {
          togglePick(pick);
          again((count) => count + 1);
        }}
      >
        {isOn ? say("移出清单", "Take off the list") : say("加入清单", "Put on the list")}
      </button>
      {all.length > 0 && (
        <a href={handInLink(all)}>{say(`清单（${all.length}）`, `The list (${all.length})`)}</a>
      )}
    </p>
  );
}

interface PartProps<Of> {
  readonly title: string;
  readonly of: readonly Of[];
  readonly children: (each: Of) => ComponentChildren;
}

function Part<Of>({ title, of, children }: PartProps<Of>) {
  if (of.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>{of.map(children)}</ul>
    </>
  );
}

/** What a figure is of, in words: one line for each of its coordinates that says something. */
export function coordinates(fact: Fact): (readonly [string, string])[] {
  const named = (code: keyof Fact, name: keyof Fact) =>
    `${text(fact[code])} ${text(fact[name])}`.trim();
  const lines: readonly (readonly [string, string])[] = [
    [say("表", "Table"), tableTerm(text(fact.table_id))],
    [say("行", "Row"), text(fact.label)],
    [say("阶段", "Stage"), stageTerm(text(fact.stage))],
    [say("期间", "Period"), periodTerm(text(fact.period))],
    [say("收支", "Flow"), flowTerm(text(fact.flow))],
    [say("功能科目", "Function"), named("function_code", "function_name")],
    [say("部门经济科目", "Economic"), named("economic_code", "economic_name")],
    [say("政府经济科目", "Government economic"), named("gov_economic_code", "gov_economic_name")],
    [say("单位", "Budget unit"), named("unit_code", "unit_name")],
    [say("项目", "Project"), named("project_code", "project_name")],
    [say("项目类型", "Project type"), projectTypeTerm(text(fact.project_type))],
    [say("事项", "Item"), itemTerm(text(fact.item))],
    [say("采购类别", "Procurement"), procurementTerm(text(fact.procurement))],
    [say("资金来源", "Fund"), fundTerm(text(fact.fund))],
    [say("支出性质", "Kind"), kindTerm(text(fact.kind))],
    [say("金额", "Amount"), `${grouped(text(fact.amount_yuan))} 元`],
    [say("位置", "Place"), placeOf(fact)],
    [say("编号", "Id"), fact.fact],
  ];
  return lines.filter(([, value]) => value !== "");
}
