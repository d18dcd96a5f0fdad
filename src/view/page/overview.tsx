import { useState } from "preact/hooks";
import type { DisclosureRecord } from "../../write/disclosures.ts";
import type { Overview } from "../overview.ts";
import { useLast, useLoaded } from "./data.ts";
import { FilesView } from "./files.tsx";
import { say } from "./language.ts";
import { Await, distinct, Facet, Search, StatusBar } from "./parts.tsx";
import { disclosureLink, linkTo, type Route } from "./route.ts";
import { SITE } from "./site.ts";
import { fileReasonTerm, STATUSES, scopeTerm, stageTerm, statusTerm } from "./terms.ts";

/** As many departments as a page shows at once. */
const SHOWN = 200;

/** Departments × years: what each published, and how far its figures can be trusted; conflicts first. */
export function OverviewView({ route }: { readonly route: Route }) {
  // Files that were read since this was opened.
  const [reads, setReads] = useState(0);
  const load = () => SITE.json("/api/overview") as Promise<Overview>;
  return (
    <Await of={useLast(useLoaded(`overview ${reads}`, load))}>
      {({ disclosures, unread, takesFiles }) => (
        <>
          {takesFiles && (disclosures.length === 0 || reads > 0) && (
            <FilesView onRead={() => setReads((count) => count + 1)} />
          )}
          <h1>{say("总览", "Overview")}</h1>
          <div class="filters">
            <Search route={route} label={say("部门或地区", "Department or division")} />
            <Facet
              {...{ route, name: "year", label: say("年度", "Year") }}
              values={distinct(disclosures.map(({ year }) => year))}
            />
            <Facet
              {...{ route, name: "stage", label: say("阶段", "Stage"), words: stageTerm }}
              values={distinct(disclosures.map(({ stage }) => stage))}
            />
            <Facet
              {...{ route, name: "status", label: say("含有", "With"), words: statusTerm }}
              values={STATUSES}
            />
          </div>
          <Departments
            route={route}
            disclosures={disclosures.filter((each) => fits(each, route))}
          />
          <Unread files={unread} />
        </>
      )}
    </Await>
  );
}

function fits(disclosure: DisclosureRecord, { query }: Route): boolean {
  const { q = "", year, stage, status } = query;
  const text = `${disclosure.division}${disclosure.department}${disclosure.department_code}`;
  return (
    text.includes(q.trim()) &&
    (!year || disclosure.year === year) &&
    (!stage || disclosure.stage === stage) &&
    (!status || Number((disclosure as Readonly<Record<string, string>>)[status]) > 0)
  );
}

function Departments({
  route,
  disclosures,
}: {
  readonly route: Route;
  readonly disclosures: readonly DisclosureRecord[];
}) {
  const years = distinct(disclosures.map(({ year }) => year)).reverse();
  const departments = [...byDepartment(disclosures)].sort((a, b) => conflicts(b) - conflicts(a));
  const shown = Number(route.query.shown) || SHOWN;
  if (departments.length === 0) return <p>{say("没有符合的部门", "No department is like this")}</p>;
  return (
    <div class="scroll">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">
              {say(`部门（${departments.length}）`, `Department (${departments.length})`)}
            </th>
            {years.map((year) => (
              <th scope="col">{year}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {departments.slice(0, shown).map((all) => (
            <tr>
              <th scope="row">
                {all[0]?.department}
                <small>{all[0]?.division}</small>
              </th>
              {years.map((year) => (
                <td data-year={year}>
                  {all
                    .filter((each) => each.year === year)
                    .map((each) => (
                      <DisclosureLink of={each} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {departments.length > shown && (
        <a href={linkTo(route, { shown: String(shown + SHOWN) })}>
          {say("更多部门", "More departments")}
        </a>
      )}
    </div>
  );
}

function DisclosureLink({ of }: { readonly of: DisclosureRecord }) {
  const scope = of.scope === "department" ? "" : ` · ${scopeTerm(of.scope)}`;
  const conflict = Number(of.conflict);
  return (
    <a class="disclosure" href={disclosureLink(of.disclosure)}>
      <span>
        {stageTerm(of.stage)}
        {scope}
      </span>
      <StatusBar counts={of} />
      <small>
        {say(`${of.facts}个数字`, `${of.facts} figures`)}
        {conflict > 0 && (
          <b class="conflict"> {say(`矛盾${conflict}`, `${conflict} in conflict`)}</b>
        )}
      </small>
    </a>
  );
}

function Unread({ files }: Pick<{ files: Overview["unread"] }, "files">) {
  if (files.length === 0) return null;
  return (
    <details>
      <summary>
        {say(`未能读取的文件（${files.length}）`, `Files that gave nothing (${files.length})`)}
      </summary>
      <ul>
        {files.slice(0, 1000).map(({ source, reason, message }) => (
          <li>
            {source}: {fileReasonTerm(reason) || message}
          </li>
        ))}
      </ul>
    </details>
  );
}

function byDepartment(disclosures: readonly DisclosureRecord[]): Iterable<DisclosureRecord[]> {
  const groups = new Map<string, DisclosureRecord[]>();
  for (const disclosure of disclosures) {
    const key = JSON.stringify([disclosure.division_code, disclosure.department]);
    const group = groups.get(key);
    if (group) group.push(disclosure);
    else groups.set(key, [disclosure]);
  }
  return groups.values();
}

function conflicts(disclosures: readonly DisclosureRecord[]): number {
  return disclosures.reduce((sum, { conflict }) => sum + Number(conflict), 0);
}
