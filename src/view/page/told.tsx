import { type Check, type Disclosure, documentOf, type Statement } from "./disclosure-data.ts";
import { LANGUAGE, say } from "./language.ts";
import { figureLink, linkTo, type Route } from "./route.ts";
import { placeWords, text } from "./text.ts";

/** As many figures of one check as are named. */
const NAMED = 30;

interface Shown {
  readonly disclosure: Disclosure;
  readonly route: Route;
}

const SEVERITIES = ["error", "warning", "note"];

/** What was tried and did not simply hold, what is worst first. */
export function Checks({ disclosure, route }: Shown) {
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

interface CheckLineProps extends Shown {
  readonly check: Check;
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
export function Sentences({ disclosure, route }: Shown) {
  const each = new Map(disclosure.statements.map((statement) => [statement.sentence, statement]));
  if (each.size === 0) return null;
  return (
    <details class="told">
      <summary>
        <h2>{say(`文字说明（${each.size}）`, `Sentences (${each.size})`)}</h2>
      </summary>
      <ul>
        {[...each.values()].map((statement) => (
          <SentenceLine {...{ statement, disclosure, route }} />
        ))}
      </ul>
    </details>
  );
}

/** Every performance target, and the page or line that it stands on as a link. */
export function Indicators({ disclosure, route }: Shown) {
  const { indicators = [] } = disclosure;
  if (indicators.length === 0) return null;
  return (
    <details class="told">
      <summary>
        <h2>
          {say(`绩效指标（${indicators.length}）`, `Performance targets (${indicators.length})`)}
        </h2>
      </summary>
      <ul>
        {indicators.map((indicator) => {
          const { project_name, level1, level2, level3, published, page, line } = indicator;
          const document = documentOf(disclosure, indicator);
          const place = placeWords({ page, line });
          const changes = { document, page: text(page), line: text(line), quote: text(level3) };
          return (
            <li>
              {[level1, level2, level3].filter(Boolean).join(" › ")}：{published}
              <small>
                {project_name} {place !== "" && <a href={linkTo(route, changes)}>{place}</a>}
              </small>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** A sentence, and the page or line that it stands on as a link; the figure that is looked at stays. */
export function SentenceLine({ statement, disclosure, route }: Shown & { statement: Statement }) {
  const { sentence, page, line } = statement;
  const document = documentOf(disclosure, statement);
  const changes = { document, page: text(page), line: text(line), quote: text(sentence) };
  const place = placeWords({ page, line });
  return (
    <li>
      {text(sentence)}
      {place !== "" && (
        <small>
          <a href={linkTo(route, changes)}>{place}</a>
        </small>
      )}
    </li>
  );
}
