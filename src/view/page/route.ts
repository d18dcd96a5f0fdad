import { useEffect, useState } from "preact/hooks";

/** Views that are reached by their name alone; a disclosure has an id besides. */
const VIEWS = ["overview", "search", "three-public", "compare", "hand-in", "files"] as const;
export type View = (typeof VIEWS)[number] | "disclosure";

/** What the page shows, as its address has it after `#`: every state of the page is a link. */
export interface Route {
  readonly view: View;
  /** The disclosure; empty for other views. */
  readonly id: string;
  readonly query: Readonly<Record<string, string>>;
}

export function routeOf(hash: string): Route {
  const [path = "", search = ""] = split(hash.replace(/^#\/?/, ""), "?");
  const [view = "", id = ""] = split(path, "/");
  const query = Object.fromEntries(new URLSearchParams(search));
  if (view === "disclosure") return { view, id: decoded(id), query };
  return { view: VIEWS.find((name) => name === view) ?? "overview", id: "", query };
}

/** The address of a route with some of its query changed; what is empty is left out. */
export function linkTo(route: Route, changes: Readonly<Record<string, string>> = {}): string {
  const query = Object.entries({ ...route.query, ...changes }).filter(([, value]) => value !== "");
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : "";
  const id = route.id === "" ? "" : `/${encodeURIComponent(route.id)}`;
  return `#/${route.view}${id}${search}`;
}

export function disclosureLink(id: string, query: Readonly<Record<string, string>> = {}): string {
  return linkTo({ view: "disclosure", id, query });
}

/** To a figure of the disclosure that is shown, as large as the page is now. */
export function figureLink({ id, query }: Route, figure: string): string {
  return disclosureLink(id, { figure, zoom: query.zoom ?? "" });
}

export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    addEventListener("hashchange", changed);
    // It may have changed before anyone listened.
    changed();
    return () => removeEventListener("hashchange", changed);
  }, []);
  return routeOf(hash);
}

/** Changes the address without a new step to go back to: for what is typed letter by letter. */
export function replaceRoute(link: string): void {
  history.replaceState(null, "", link);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
