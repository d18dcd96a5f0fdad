import { linkTo } from "./route.ts";

/** Figures that were put on the list to hand in, in their order. */
export interface Pick {
  readonly disclosure: string;
  readonly fact: string;
}

const KEY = "yusuan-picked";
/** Between the two ids of one, and between one and the next: no id has them. */
const [WITHIN, BETWEEN] = ["|", "\n"];

export function picked(): Pick[] {
  return picksOf(localStorage.getItem(KEY) ?? "");
}

export function picksOf(list: string): Pick[] {
  return list.split(BETWEEN).flatMap((line) => {
    const [disclosure = "", fact = ""] = line.split(WITHIN);
    return disclosure !== "" && fact !== "" ? [{ disclosure, fact }] : [];
  });
}

/** Puts a figure on the list, or takes it off. */
export function togglePick({ disclosure, fact }: Pick): void {
  const all = picked();
  const rest = all.filter((each) => each.fact !== fact || each.disclosure !== disclosure);
  const now = rest.length < all.length ? rest : [...all, { disclosure, fact }];
  localStorage.setItem(KEY, listOf(now));
}

function listOf(picks: readonly Pick[]): string {
  return picks.map(({ disclosure, fact }) => disclosure + WITHIN + fact).join(BETWEEN);
}

/** The page to print of figures: a link like any other. */
export function handInLink(picks: readonly Pick[]): string {
  return linkTo({ view: "hand-in", id: "", query: { of: listOf(picks) } });
}
