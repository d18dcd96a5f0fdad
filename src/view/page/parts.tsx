import type { ComponentChildren } from "preact";
import type { Loaded } from "./data.ts";
import { say } from "./language.ts";
import { linkTo, type Route, replaceRoute } from "./route.ts";
import { SIGNS, STATUSES, statusTerm } from "./terms.ts";

/** What is shown while something is on its way, where it failed, and when it is there. */
export function Await<Value>({
  of,
  children,
}: {
  readonly of: Loaded<Value>;
  readonly children: (value: Value) => ComponentChildren;
}) {
  if (of.state === "loading") return <p role="status">{say("正在读取…", "Reading …")}</p>;
  if (of.state === "failed")
    return (
      <p role="alert" class="alert">
        {of.why}
      </p>
    );
  return <>{children(of.value)}</>;
}

/** Figures by status, as one bar in words. */
export function StatusBar({ counts }: { readonly counts: Readonly<Record<string, string>> }) {
  const some = STATUSES.map((status) => ({ status, count: Number(counts[status] ?? 0) })).filter(
    ({ count }) => count > 0,
  );
  const words = some
    .map(({ status, count }) => `${statusTerm(status)} ${count}`)
    .join(say("，", ", "));
  return (
    <span class="bar" role="img" aria-label={words} title={words}>
      {some.map(({ status, count }) => (
        <i class={`fill ${status}`} style={{ flexGrow: count }} />
      ))}
    </span>
  );
}

export function StatusSign({ status }: { readonly status: string }) {
  return (
    <span class={`sign ${status}`} title={statusTerm(status)}>
      <span aria-hidden="true">{SIGNS[status]}</span>
      <span class="hidden">{statusTerm(status)}</span>
    </span>
  );
}

/** The values of one property as links: each narrows the view to itself, or lets go of it. */
export function Facet({
  route,
  name,
  label,
  values,
  words = (value) => value,
  counts,
}: {
  readonly route: Route;
  readonly name: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly words?: (value: string) => string;
  /** How many there are of each, where that is known. */
  readonly counts?: ReadonlyMap<string, number>;
}) {
  const chosen = route.query[name] ?? "";
  return (
    <fieldset class="facet">
      <legend>{label}</legend>
      {values.map((value) => (
        <a
          href={linkTo(route, { [name]: value === chosen ? "" : value })}
          aria-current={value === chosen ? "true" : undefined}
        >
          {words(value)}
          {counts && <small> {counts.get(value) ?? 0}</small>}
        </a>
      ))}
    </fieldset>
  );
}

export function Search({ route, label }: { readonly route: Route; readonly label: string }) {
  return (
    <label class="search">
      <span>{label}</span>
      <input
        type="search"
        value={route.query.q ?? ""}
        onInput={(event) => replaceRoute(linkTo(route, { q: event.currentTarget.value }))}
      />
    </label>
  );
}

/** Different values, in order. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== "").sort();
}
