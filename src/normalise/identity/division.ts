import type { Division } from "../../model/disclosure.ts";
import { groupBy } from "../ledger/keys.ts";
import divisionRows from "./data/divisions.json" with { type: "json" };
import lateRows from "./data/late-divisions.json" with { type: "json" };
import retiredRows from "./data/retired-divisions.json" with { type: "json" };
import { PARTY, PEOPLES } from "./words.ts";

const AUTONOMOUS = new RegExp(`(?:${PEOPLES})+自治(?=[州县旗区]$)`);
const CURRENT = byName(divisionRows);
/** Divisions that are no more (merged, renamed, made districts), under the last code they had. */
const RETIRED = byName(retiredRows);
/** Divisions that are no more, whose name another place bears today, with the last year of theirs. */
const LATE = lateRows.map(([code, name, until]) => ({
  code: String(code),
  name: String(name),
  until: Number(until),
}));
const LATE_BY_NAME = byName(LATE.map(({ code, name }) => [code, name]));
const ALL = [...divisionRows, ...retiredRows].map(([code = "", name = ""]) => ({ code, name }));
const BY_CODE = groupBy(ALL, ({ code }) => code);
const LONGEST = Math.max(...ALL.map(({ name }) => name.length));

/** Bodies of the state at large, whose names may go on with a place that is not theirs. */
const CENTRAL =
  /^(?:中华人民共和国|国家(?!税务|统计|安全)|国务院|中央|全国|中国(?!共产党|人民政治协商))/;
/** A part of a body that is named after a place without 县, 区 or 市: 某市医疗保障局兰考分局. */
const BRANCH = /(?:分局|支局|分院|分中心|分会|分校|分站)$/;
/** Bodies of a place itself, which may leave 县, 区 or 市 out of its name. */
const LOCAL = /(?:局|委员会|人民政府|办公室|人民法院|人民检察院)$/;

/** Where a body belongs; several places if nothing tells which, none if its name names none. */
export function divisionsOf(body: string, text: string, year?: string): readonly Division[] {
  if (CENTRAL.test(body)) return [];
  const found = named(body, CURRENT, text, year) ?? named(body, RETIRED, text, year);
  if (found && found.length !== 1) return found;
  const [only] = found ?? [shortened(body)];
  return only ? [branch(body, only) ?? only] : [];
}

/**
 * The division that a body belongs to, by its name: the names of divisions that follow one another from the first one on,
 * each within the one before it (上海市普陀区…), and the place of a branch. A name that several divisions bear is
 * decided by which of their superiors the text names; undefined where nothing decides, or no division is named.
 */
export function divisionOf(body: string, text: string, year?: string): Division | undefined {
  const found = divisionsOf(body, text, year);
  return found.length === 1 ? found[0] : undefined;
}

function named(
  body: string,
  index: Index,
  text: string,
  year: string | undefined,
): readonly Division[] | undefined {
  for (let at = 0; at < body.length; at++) {
    const first = longestAt(body, at, index, () => true);
    if (!first) continue;
    let chain = first;
    for (;;) {
      const isBelow = (code: string) => chain.divisions.some((upper) => isWithin(code, upper.code));
      const within =
        longestAt(body, chain.end, CURRENT, isBelow) ??
        longestAt(body, chain.end, LATE_BY_NAME, isBelow) ??
        longestAt(body, chain.end, RETIRED, isBelow);
      if (!within) break;
      chain = within;
    }
    // 城区 and 郊区 are words as well as names of districts: alone they name none.
    const name = body.slice(at, first.end);
    if (chain === first && /^.(?![县市]).$/.test(name)) continue;
    const late = LATE.filter((one) => one.name === name && Number(year ?? 0) <= one.until);
    const all = chain === first ? [...chain.divisions, ...late] : chain.divisions;
    return all.length === 1 ? all : bySuperior(all, text);
  }
  return undefined;
}

/** Of divisions with one name, the one whose superior the text names, if it is one; otherwise all. */
function bySuperior(candidates: readonly Division[], text: string): readonly Division[] {
  const supported = candidates.filter(({ code }) =>
    superiors(code).some((name) => text.includes(name)),
  );
  return supported.length === 1 ? supported : candidates;
}

/** A place named without 县, 区 or 市 at the beginning of a local body's name, if only one place is called so. */
function shortened(body: string): Division | undefined {
  if (!LOCAL.test(body)) return undefined;
  const places = divisionRows
    .map(([code = "", name = ""]) => ({ code, name }))
    .filter(({ name }) => stem(name).length >= 2 && body.startsWith(stem(name)))
    .filter(({ name }) => !/^[州县市区盟旗省]/.test(body.slice(stem(name).length)));
  const longest = Math.max(0, ...places.map(({ name }) => stem(name).length));
  const best = places.filter(({ name }) => stem(name).length === longest);
  return best.length === 1 ? best[0] : undefined;
}

/** The place of a branch within the division of its parent body. */
function branch(body: string, upper: Division): Division | undefined {
  if (!BRANCH.test(body)) return undefined;
  const place = body.replace(BRANCH, "");
  const places = divisionRows
    .map(([code = "", name = ""]) => ({ code, name }))
    .filter(({ code }) => code !== upper.code && isWithin(code, upper.code))
    .filter(
      ({ name }) => place.endsWith(name) || (stem(name).length >= 2 && place.endsWith(stem(name))),
    );
  return places.length === 1 ? places[0] : undefined;
}

/** 兰考县 → 兰考, 广西壮族自治区 → 广西. */
function stem(name: string): string {
  return everyday(name).replace(/(?:自治)?[县区市州旗盟]$|特别行政区$|省$/, "");
}

/** 大理白族自治州 → 大理州. */
function everyday(name: string): string {
  return name.replace(AUTONOMOUS, "");
}

type Index = ReadonlyMap<string, readonly Division[]>;

/** Divisions that bear one name, and where the name ends. */
interface Match {
  readonly divisions: readonly Division[];
  readonly end: number;
}

/** All divisions of the longest name that begins at a position. */
function longestAt(
  body: string,
  at: number,
  index: Index,
  allowed: (code: string) => boolean,
): Match | undefined {
  for (let end = Math.min(at + LONGEST, body.length); end >= at + 2; end--) {
    const divisions = index.get(body.slice(at, end))?.filter(({ code }) => allowed(code));
    if (divisions?.length) return { divisions, end };
  }
  return undefined;
}

function isWithin(code: string, upper: string): boolean {
  return code !== upper && code.startsWith(upper.replace(/(?:00)+$/, ""));
}

function superiors(code: string): readonly string[] {
  const uppers = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`];
  return uppers.filter((upper) => upper !== code).flatMap(namesOf);
}

function namesOf(code: string): string[] {
  return (BY_CODE.get(code) ?? []).map(({ name }) => name);
}

/**
 * What a body is called within its division: 重庆市江北区财政局 and 江北区财政局 are 财政局 there, 中共江苏省委员会办公厅 and
 * 江苏省委办公厅 are 委办公厅.
 */
export function nameWithin(body: string, code: string): string {
  return body.slice(placeBefore(body, code).length).replaceAll("委员会", "委");
}

/** The places that a name begins with, its own division and what is above it: 重庆市江北区 of 重庆市江北区财政局. */
export function placeBefore(body: string, code: string): string {
  const places = [...superiors(code), ...namesOf(code)].flatMap((name) => [name, everyday(name)]);
  let at = PARTY.exec(body)?.[0].length ?? 0;
  for (;;) {
    const place = places.find((each) => body.startsWith(each, at));
    if (place === undefined) return body.slice(0, at);
    at += place.length;
  }
}

function byName(rows: readonly (readonly string[])[]): Index {
  const index = new Map<string, Division[]>();
  for (const [code = "", name = ""] of rows)
    for (const called of new Set([name, everyday(name)])) {
      const divisions = index.get(called);
      if (divisions) divisions.push({ code, name });
      else index.set(called, [{ code, name }]);
    }
  return index;
}
