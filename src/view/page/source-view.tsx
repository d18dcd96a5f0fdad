import { BlocksView } from "./blocks-view.tsx";
import { type Disclosure, documentOf, type Fact, sourceOf } from "./disclosure-data.ts";
import { say } from "./language.ts";
import { PdfPage } from "./pdf-page.tsx";
import { disclosureLink, type Route } from "./route.ts";
import { TextLines } from "./text-lines.tsx";

interface Props {
  readonly disclosure: Disclosure;
  readonly document: string;
  readonly fact: Fact | undefined;
  readonly route: Route;
  readonly page: number;
  readonly line: number;
}

/** How many times as wide as there is room a page may be. */
const ZOOMS = [1, 2, 3];

/** The source itself, where the figure stands in it. */
export function SourceView({ disclosure, document, fact, route, page, line }: Props) {
  const { format, pages } = sourceOf(disclosure, document);
  const address = `/source/${document}`;
  if (format === "text")
    return (
      <TextLines
        {...{ address, line }}
        marked={fact?.line === line || route.query.line !== undefined}
        otherwise={<BlocksView {...{ document, fact }} line={route.query.line ?? ""} />}
      />
    );
  if (format === "pdf") {
    const facts = disclosure.facts.filter(
      (each) => each.page === page && each.bbox && documentOf(disclosure, each) === document,
    );
    const zoom = ZOOMS.find((each) => String(each) === route.query.zoom) ?? 1;
    const link = (to: number, by: number) =>
      disclosureLink(route.id, {
        ...{ figure: fact?.fact ?? "", document, page: String(to) },
        zoom: by === 1 ? "" : String(by),
      });
    return (
      <section aria-label={say("原件", "Source")}>
        <p class="pager">
          {page > 1 && <a href={link(page - 1, zoom)}>{say("上一页", "Previous page")}</a>}
          <span>{say(`第${page}页，共${pages}页`, `Page ${page} of ${pages}`)}</span>
          {page < pages && <a href={link(page + 1, zoom)}>{say("下一页", "Next page")}</a>}
          <span class="zoom">
            {ZOOMS.map((by) => (
              <a href={link(page, by)} aria-current={by === zoom ? "true" : undefined}>
                {by * 100}%
              </a>
            ))}
          </span>
        </p>
        <PdfPage
          {...{ address, page, facts, chosen: fact?.fact ?? "", route, zoom }}
          quote={route.query.quote ?? ""}
        />
      </section>
    );
  }
  if (format === "spreadsheet" || format === "word" || format === "web-archive")
    return <BlocksView {...{ document, fact }} line={route.query.line ?? ""} />;
  return (
    <p>
      {fact?.place} <a href={address}>{say("下载原文件", "Download the source")}</a>
    </p>
  );
}
