/** How many ways of putting columns under headings are looked at. */
const LIMIT = 4_000;

/**
 * Two headings in each other's place, one of them over a column that may be blank: beside columns that slid, the other way in
 * which headings come out of order.
 */
export function exchanged(
  slots: number,
  places: readonly number[],
  fixed: readonly (number | undefined)[],
): readonly (readonly number[])[] {
  return places.flatMap((one, i) => {
    if (fixed[i] !== undefined || one < 0) return [];
    const stays = (slot: number): boolean => fixed[places.indexOf(slot)] !== undefined;
    const others = Array.from({ length: slots }, (_, slot) => slot).filter((slot) => {
      return slot !== one && !stays(slot) && !(slot < one && places.includes(slot));
    });
    return others.map((other) => {
      return places.map((at) => (at === one ? other : at === other ? one : at));
    });
  });
}

/**
 * The ways to put columns under headings without changing their order: for each column, the place of its heading. `fixed` are
 * the places that stay.
 */
export function inOrder(places: number, fixed: readonly (number | undefined)[]): number[][] {
  let found: number[][] = [[]];
  for (const [i, stays] of fixed.entries()) {
    const last = places - (fixed.length - i);
    found = found.flatMap((chosen) => {
      const from = (chosen.at(-1) ?? -1) + 1;
      const free = Array.from({ length: Math.max(0, last + 1 - from) }, (_, j) => from + j);
      return free.filter((at) => (stays ?? at) === at).map((at) => [...chosen, at]);
    });
    if (found.length > LIMIT) found.length = LIMIT;
  }
  return found;
}
