import { useJson } from "./data.ts";
import { type Disclosure, documentOf, type Fact, sourceOf, type Table } from "./disclosure-data.ts";
import { FigurePanel } from "./figure-panel.tsx";
import { say } from "./language.ts";
import { Await } from "./parts.tsx";
import { PrintedTable } from "./printed-table.tsx";
import { linkTo, type Route } from "./route.ts";
import { SourceView } from "./source-view.tsx";
import { scopeTerm, stageTerm } from "./terms.ts";
import { Checks, Indicators, Sentences } from "./told.tsx";

/** A disclosure: its tables as printed, beside the page that they are printed on. */
export function DisclosureView({ route }: { readonly route: Route }) {
  const loaded = useJson<Disclosure>(`/api/disclosure?id=${encodeURIComponent(route.id)}`);
  return (
    <Await of={loaded}>{(disclosure) => <Beside disclosure={disclosure} route={route} />}</Await>
  );
}

function Beside({ disclosure, route }: { readonly disclosure: Disclosure; readonly route: Route }) {
  const { identity, tables } = disclosure;
  const fact = factOf(disclosure, route);
  const shown: Partial<Pick<Table, "document" | "page" | "line"> | Fact> =
    fact ?? tables.find(({ page, line }) => page !== undefined || line !== undefined) ?? {};
  const document = route.query.document || documentOf(disclosure, shown);
  return (
    <>
      <h1>
        {identity.department} {identity.year} {stageTerm(identity.stage)}
        <small>
          {identity.division} {scopeTerm(identity.scope)} · {sourceOf(disclosure, document).name}
        </small>
      </h1>
      <p class="screen choose">
        <button type="button" onClick={() => print()}>
          {say("打印", "Print")}
        </button>
        <a href={compareLink(route.id)}>{say("与另一份比较", "Compare with another")}</a>
      </p>
      <div class="beside">
        <section aria-label={say("表", "Tables")}>
          {tables.map((_, index) => (
            <PrintedTable {...{ disclosure, index, route, chosen: fact?.fact ?? "" }} />
          ))}
          <Checks {...{ disclosure, route }} />
          <Sentences {...{ disclosure, route }} />
          <Indicators {...{ disclosure, route }} />
        </section>
        <aside aria-label={say("原件与数字", "Source and figure")}>
          <SourceView
            {...{ disclosure, document, fact, route }}
            page={Number(route.query.page ?? shown.page ?? 1)}
            line={Number(route.query.line ?? shown.line ?? 1)}
          />
          {fact && <FigurePanel {...{ disclosure, fact, route }} />}
        </aside>
      </div>
    </>
  );
}

function compareLink(id: string): string {
  return linkTo({ view: "compare", id: "", query: { a: id } });
}

/** The figure that the address names: by its id, or by what it is in the three-public table. */
function factOf({ facts }: Disclosure, { query }: Route): Fact | undefined {
  const { figure, item, stage, period } = query;
  if (figure) return facts.find(({ fact }) => fact === figure);
  if (!item) return undefined;
  const alike = facts.filter(
    (fact) => fact.item === item && fact.stage === stage && fact.period === period,
  );
  return alike.find(({ table_id }) => table_id === "three-public") ?? alike[0];
}
