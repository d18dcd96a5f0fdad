import { useState } from "preact/hooks";
import { type Disclosure, documentOf, type Fact, sourceOf } from "./disclosure-data.ts";
import { LANGUAGE, say } from "./language.ts";
import { disclosureLink } from "./route.ts";
import { stageTerm, statusTerm, tableTerm } from "./terms.ts";
import { placeOf, text } from "./text.ts";

/** A figure in one line for a footnote: what it is, where it is printed, how far it is proved, and its link. */
export function citationOf(disclosure: Disclosure, id: string, fact: Fact): string {
  const { department, year, stage } = disclosure.identity;
  const { name } = sourceOf(disclosure, documentOf(disclosure, fact));
  const amount = `${text(fact.published)}${LANGUAGE === "zh" ? "" : " "}${text(fact.unit)}`;
  const of = text(fact.label);
  const link = `${location.href.split("#")[0]}${disclosureLink(id, { figure: fact.fact })}`;
  const [table, place, status] = [
    tableTerm(text(fact.table_id)),
    placeOf(fact),
    statusTerm(fact.status),
  ];
  return say(
    `${department}${year}年${stageTerm(stage)}，${table}，${place}，“${of}”：${amount}（${status}）。${name}，${fact.fact}。${link}`,
    `${department}, ${year} ${stageTerm(stage)}, ${table}, ${place}, “${of}”: ${amount} (${status}). ${name}, ${fact.fact}. ${link}`,
  );
}

export function Citation({ line }: { readonly line: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <details>
      <summary>{say("引用", "Cite")}</summary>
      <p class="citation">{line}</p>
      <button
        type="button"
        onClick={() =>
          navigator.clipboard?.writeText(line).then(
            () => setCopied(true),
            () => {},
          )
        }
      >
        {copied ? say("已复制", "Copied") : say("复制", "Copy")}
      </button>
    </details>
  );
}
