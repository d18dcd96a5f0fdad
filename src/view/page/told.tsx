import type { Check, Disclosure, Statement } from "./disclosure-data.ts";
import { LANGUAGE, say } from "./language.ts";
import { figureLink, type Route } from "./route.ts";
import { text } from "./text.ts";

/** As many figures of one check as are named. */
const NAMED = 30;

const SEVERITIES = ["error", "warning", "note"];

/** What was tried and did not simply hold, what is worst first. */
export function Checks({ disclosure, route }: { disclosure: Disclosure; route: Route }) {
  const { checks } = disclosure;
  if (checks.length === 0) return null;
  const rank = ({ severity }: Check) => SEVERITIES.indexOf(text(severity));
  return (
    <details class="told" open>
      <summary>
        <h2>{say(`核对（${checks.length}）`, `Checks (${checks.length})`)}</h2>
      </summary>
      <ul>
        {checks
          .toSorted((a, b) => rank(a) - rank(b))
          .map((check) => (
            <CheckLine {...{ check, disclosure, route }} />
          ))}
      </ul>
    </details>
  );
}

interface CheckLineProps {
  readonly check: Check;
  readonly disclosure: Disclosure;
  readonly route: Route;
  /** Id of a figure that need not be named. */
  readonly but?: string;
}

/** A check in words, and the figures that it names, each a link. */
export function CheckLine({ check, disclosure, route, but = "" }: CheckLineProps) {
  const ids = text(check.figures)
    .split(" ")
    .filter((id) => id !== but);
  const facts = disclosure.facts.filter(({ fact }) => ids.includes(fact)).slice(0, NAMED);
  return (
    <li class={check.severity === "error" ? "failed" : undefined}>
      {text(LANGUAGE === "zh" ? check.message_zh : check.message_en)}
      {facts.length > 0 && (
        <small>
          {facts.map(({ fact, published }) => (
            <a href={figureLink(route, fact)}>{published}</a>
          ))}
        </small>
      )}
    </li>
  );
}

/** Every sentence that states a figure. */
export function Sentences({ disclosure: { statements } }: { disclosure: Disclosure }) {
  const each = new Map(statements.map((statement) => [statement.sentence, statement]));
  if (each.size === 0) return null;
  return (
    <details class="told">
      <summary>
        <h2>{say(`文字说明（${each.size}）`, `Sentences (${each.size})`)}</h2>
      </summary>
      <ul>
        {[...each.values()].map((statement) => (
          <SentenceLine statement={statement} />
        ))}
      </ul>
    </details>
  );
}

export function SentenceLine({ statement: { sentence, page, line } }: { statement: Statement }) {
  return (
    <li>
      {text(sentence)}
      {page !== undefined && <small>{say(`第${page}页`, `page ${page}`)}</small>}
      {line !== undefined && <small>{say(`原文第${line}行`, `line ${line}`)}</small>}
    </li>
  );
}
