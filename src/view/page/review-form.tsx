import { useState } from "preact/hooks";
import { type Review, reviewKey } from "../review.ts";
import type { SearchResult } from "../search/search.ts";
import { send, useJson } from "./data.ts";
import { type Disclosure, documentOf, type Fact } from "./disclosure-data.ts";
import { say } from "./language.ts";
import { disclosureLink, type Route } from "./route.ts";
import { SITE } from "./site.ts";

interface Known {
  readonly by: string;
  readonly reviews: readonly Review[];
}

interface Props {
  readonly disclosure: Disclosure;
  readonly fact: Fact;
  readonly route: Route;
}

const ACTS: Readonly<Record<string, string>> = {
  confirm: say("已人工确认", "confirmed by hand"),
  correct: say("已人工更正", "corrected by hand"),
  "publisher-error": say("发布者有误", "the publisher's error"),
};

const WHO = "yusuan-who";

/** What was found by hand of a figure, and the ways to note it. Where nothing can be noted, what was is shown. */
export function ReviewForm({ disclosure, fact, route }: Props) {
  const [changes, setChanges] = useState(0);
  const loaded = useJson<Known | null>(`/api/reviews?${changes}`);
  const [failed, setFailed] = useState("");
  if (loaded.state !== "there" || loaded.value === null) return null;
  const { by, reviews } = loaded.value;
  const key = reviewKey({ ...fact, document: documentOf(disclosure, fact) });
  const review = reviews.find((each) => reviewKey(each) === key);

  if (!review && !SITE.isServer) return null;

  async function note(form: HTMLFormElement | undefined, act: string): Promise<void> {
    const given = (name: string) => String((form && new FormData(form).get(name)) ?? "").trim();
    const who = given("by") || localStorage.getItem(WHO) || by;
    localStorage.setItem(WHO, who);
    const amount = act === "correct" ? { amount: given("amount").replaceAll(/[,，]/g, "") } : {};
    const reason = given("reason") === "" ? {} : { reason: given("reason") };
    const asked = { act, disclosure: route.id, fact: fact.fact, by: who, ...amount, ...reason };
    try {
      await send("/api/reviews", JSON.stringify(asked));
      setFailed("");
      setChanges((count) => count + 1);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <section class="review" aria-label={say("人工核对", "Check by hand")}>
      {review ? (
        <p role="status">
          <b>{ACTS[review.act]}</b>
          {review.amount !== undefined && ` ${review.amount} ${review.unit}`}
          {review.reason !== undefined && `：${review.reason}`}
          <small>
            {review.by} {review.at.slice(0, 16).replace("T", " ")}
          </small>
          {SITE.isServer && (
            <button type="button" onClick={() => note(undefined, "undo")}>
              {say("撤销", "Undo")}
            </button>
          )}
        </p>
      ) : (
        SITE.isServer && <Choices by={localStorage.getItem(WHO) || by} note={note} />
      )}
      {failed !== "" && (
        <p role="alert" class="alert">
          {failed}
        </p>
      )}
      {SITE.isServer && (
        <button type="button" onClick={toNext}>
          {say("下一个待核对的数字", "The next figure to be checked")}
        </button>
      )}
    </section>
  );
}

function Choices({
  by,
  note,
}: {
  readonly by: string;
  readonly note: (form: HTMLFormElement, act: string) => void;
}) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = event.submitter as HTMLButtonElement | null;
        note(event.currentTarget, chosen?.value ?? "confirm");
      }}
    >
      <button type="submit" value="confirm">
        {say("确认无误", "Confirm")}
      </button>
      <details>
        <summary>{say("有误…", "It is wrong …")}</summary>
        <label>
          {say("应为", "It should read")} <input name="amount" inputMode="decimal" size={12} />
        </label>
        <label>
          {say("理由", "Reason")} <input name="reason" maxLength={2000} />
        </label>
        <label>
          {say("核对人", "Checked by")} <input name="by" value={by} maxLength={100} size={12} />
        </label>
        <button type="submit" value="correct">
          {say("更正（读错了）", "Correct (it was misread)")}
        </button>
        <button type="submit" value="publisher-error">
          {say("发布者有误", "The publisher's error")}
        </button>
      </details>
    </form>
  );
}

/** To the figure that needs a look most, of those that nobody has looked at. */
async function toNext(): Promise<void> {
  const found = (await SITE.json("/api/search?order=weight&open=1&shown=1")) as SearchResult | null;
  const next = found?.figures[0];
  location.hash = next
    ? disclosureLink(next.disclosure, { figure: next.fact })
    : "#/search?order=weight&open=1";
}
