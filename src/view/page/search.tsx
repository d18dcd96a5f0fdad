import type { Facet as FacetName, Found, Sentence } from "../search/figure-index.ts";
import { type SearchResult, SHOWN } from "../search/search.ts";
import { useJson, useLast } from "./data.ts";
import { say } from "./language.ts";
import { Await, Facet, Search, StatusSign } from "./parts.tsx";
import { disclosureLink, linkTo, type Route } from "./route.ts";
import { SITE } from "./site.ts";
import {
  figureStageTerm,
  fundTerm,
  kindTerm,
  periodTerm,
  reasonTerm,
  statusTerm,
  tableTerm,
} from "./terms.ts";
import { grouped, placeWords } from "./text.ts";

const FACETS: readonly { name: FacetName; label: string; words?: (id: string) => string }[] = [
  { name: "status", label: say("可信程度", "Status"), words: statusTerm },
  { name: "year", label: say("年度", "Year") },
  { name: "stage", label: say("阶段", "Stage"), words: figureStageTerm },
  { name: "table_id", label: say("表", "Table"), words: tableTerm },
  { name: "reason", label: say("原因", "Reason"), words: reasonsTerm },
  { name: "division", label: say("地区", "Division") },
];

/** As many values of a facet as are shown; the rest is found by words. */
const VALUES = 12;

/** Figures of all disclosures by words and amounts, what is least certain and largest first where that is asked for. */
export function SearchView({ route }: { readonly route: Route }) {
  const { query } = route;
  const loaded = useLast(useJson<SearchResult | null>(`/api/search?${new URLSearchParams(query)}`));
  return (
    <>
      <h1>{say("搜索", "Search")}</h1>
      <div class="filters">
        <Search
          route={route}
          label={say("部门、科目、项目、金额、文字", "Department, subject, project, amount, text")}
        />
        <Facet
          {...{ route, name: "order", label: say("顺序", "Order") }}
          values={["weight"]}
          words={() => say("最需核对的在前", "what needs a look first")}
        />
        <Facet
          {...{ route, name: "open", label: say("只看", "Only") }}
          values={["1"]}
          words={() => say("待核对", "to be checked")}
        />
        {SITE.isServer && (
          <a class="button" href="/api/reviews.csv" download="reviews.csv">
            {say("下载人工核对", "Download checks by hand")}
          </a>
        )}
      </div>
      <Await of={loaded}>
        {(result) =>
          result === null ? (
            <p>{say("没有写出可搜索的数据", "The run wrote no figures to search")}</p>
          ) : (
            <Results result={result} route={route} />
          )
        }
      </Await>
    </>
  );
}

function Results({ result, route }: { readonly result: SearchResult; readonly route: Route }) {
  const { count, figures, facets, sentences, sentenceCount } = result;
  const shown = Number(route.query.shown) || SHOWN;
  return (
    <div class="found">
      <section aria-label={say("筛选", "Narrow down")}>
        {FACETS.map(({ name, ...rest }) => (
          <Facet
            {...{ route, name, ...rest }}
            values={valuesOf(facets[name], route.query[name])}
            counts={new Map(facets[name])}
          />
        ))}
      </section>
      <section aria-label={say("结果", "Results")}>
        <p role="status">{say(`${count}个数字`, `${count} figures`)}</p>
        <ul class="results">
          {figures.map((figure) => (
            <FigureLine figure={figure} />
          ))}
        </ul>
        {count > shown && (
          <a href={linkTo(route, { shown: String(shown + SHOWN) })}>{say("更多", "More")}</a>
        )}
        {sentences.length > 0 && (
          <>
            <h2>{say(`文字（${sentenceCount}）`, `Sentences (${sentenceCount})`)}</h2>
            <ul class="results">
              {sentences.map((sentence) => (
                <SentenceLine sentence={sentence} />
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  );
}

/** The most frequent values, and the one that is chosen: how else would one let go of it. */
function valuesOf(counts: SearchResult["facets"][FacetName], chosen: string | undefined): string[] {
  const values = counts.slice(0, VALUES).map(([value]) => value);
  return !chosen || values.includes(chosen) ? values : [chosen, ...values];
}

function FigureLine({ figure }: { readonly figure: Found }) {
  const { disclosure, fact, department, year, published, unit, status } = figure;
  return (
    <li>
      <a href={disclosureLink(disclosure, { figure: fact })}>
        <b>
          <StatusSign status={status} />
          {grouped(published)} {unit}
        </b>{" "}
        {nameOf(figure)}
      </a>
      <small>
        {department} {year} · {tableTerm(figure.table_id)} · {figureStageTerm(figure.stage)}
        {figure.period !== "current" && ` · ${periodTerm(figure.period)}`}
        {named(figure.fund) && ` · ${fundTerm(figure.fund)}`}
        {named(figure.kind) && ` · ${kindTerm(figure.kind)}`}
        {figure.reason !== "" && ` · ${reasonsTerm(figure.reason)}`}
      </small>
    </li>
  );
}

function SentenceLine({ sentence: each }: { readonly sentence: Sentence }) {
  const { disclosure, document, page, line, department, year, sentence } = each;
  return (
    <li>
      <a href={disclosureLink(disclosure, { document, page, line, quote: sentence })}>{sentence}</a>
      <small>
        {department} {year} {placeWords({ page: page || undefined, line: line || undefined })}
      </small>
    </li>
  );
}

function nameOf(figure: Found): string {
  const { project_name, economic_name, gov_economic_name, function_name, unit_name, label } =
    figure;
  const subjects = [function_name, economic_name || gov_economic_name, project_name, unit_name];
  return subjects.filter(Boolean).join(" › ") || label;
}

/** Whether a coordinate says more than that it is all of it. */
const named = (id: string) => id !== "" && id !== "total";

function reasonsTerm(ids: string): string {
  return ids.split(" ").map(reasonTerm).join(say("；", "; "));
}
