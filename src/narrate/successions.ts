import type { Block } from "../model/block.ts";
import type { Identity } from "../model/disclosure.ts";
import type { Succession } from "../model/narrative.ts";
import { divisionsOf, nameWithin, placeBefore, realName } from "../normalise/identity/index.ts";
import { OWN_OFFICES, RELATIVE } from "../normalise/identity/words.ts";
import {
  AND,
  DUTIES,
  FORMED,
  FORMER,
  JOINED,
  NOT_YET,
  RENAMED,
  SELF,
} from "../taxonomy/words/successions.ts";

const any = (words: readonly string[]): string => `(?:${words.join("|")})`;
const NAME = "([^,。;:、()“”]{2,30})";
/** A and what goes over of it, B …: up to what is done with them. */
const LIST = "([^。;:]{3,160}?)";
const OF = "(?:进行)?";

/** `原市旅游局更名为市文化和旅游局`, `单位名称由甲局变更为乙局` */
const RENAMING = new RegExp(`${NAME}(?:正式|整体)?${any(RENAMED)}为${NAME}`, "g");
/** `将市文化局、市旅游局的职责整合,组建市文化和旅游局`, `整合甲局、乙局的职责,组建丙局` */
const FORMING = [
  new RegExp(
    `(?:将|把|由)${LIST}${OF}${any(JOINED)},?(?:重新)?${any(FORMED)}(?:新的)?${NAME}`,
    "g",
  ),
  new RegExp(`${any(JOINED)}(?:了)?${LIST},?(?:重新)?${any(FORMED)}(?:新的)?${NAME}`, "g"),
];
/** `市文化和旅游局由原市文化局和市旅游局合并组建` */
const FORMED_OF = new RegExp(
  `${NAME}(?:是)?由${LIST}${OF}${any(JOINED)}?(?:而成|${any(FORMED)})`,
  "g",
);

/** Any word of what is done with bodies: most paragraphs have none. */
const SPEAKS = new RegExp(any([...RENAMED, ...JOINED, ...FORMED]));

const PIECES = new RegExp(`[、,](?:${any(AND)})?|以及`);
const WHOLE = new RegExp(`的?${any(DUTIES)}$`);
const UNSURE = new RegExp(any(NOT_YET));
/** What may stand before a name in its clause: 2019年3月原…, 由…. */
const BEFORE = new RegExp(`^.*?(?:\\d(?:年|月|日)起?(?!\\d)|由|将|把|${any(FORMER)})`);
/** What may stand behind one: 市文化和旅游局为市政府工作部门. */
const BEHIND = /(?:作为|为|是|并|的|加挂|挂|负责|承担|系).*$/;

/**
 * What the text says of the publisher's earlier names and of what it was made of, and of its units. Two departments are one only
 * where a sentence says that all of one goes on under the other's name; where it was made of several, or of a part of one, it
 * is another. Whoever else is spoken of is left alone.
 */
export function readSuccessions(
  blocks: readonly Block[],
  identity: Identity,
  units: readonly string[],
): Succession[] {
  const own = new Set([identity.department, ...units].map((name) => keyOf(name, identity)));
  const found = new Map<string, Succession>();
  for (const block of blocks) {
    if (block.type !== "paragraph") continue;
    if (!SPEAKS.test(block.text.replace(/\s+/g, ""))) continue;
    for (const sentence of block.text.split(/(?<=[。；;])/)) {
      for (const { from, to, merged, since } of saidIn(fold(sentence), identity)) {
        const names = [to, ...from].map((name) => fullName(name, identity));
        const [department = "", ...before] = names;
        if (before.length === 0 || before.includes(department)) continue;
        if (!names.some((name) => own.has(keyOf(name, identity)))) continue;
        const key = JSON.stringify([department, before]);
        if (!found.has(key))
          found.set(key, {
            ...{ department, from: before, merged, ...(since && { since }) },
            ...{ sentence: sentence.trim(), place: block.place },
          });
      }
    }
  }
  return [...found.values()];
}

interface Said {
  readonly to: string;
  readonly from: readonly string[];
  readonly merged: boolean;
  readonly since?: string;
}

/** Titles, numbers of papers and asides say nothing of it. */
function fold(sentence: string): string {
  return sentence
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/《[^》]*》|[〔[][^〕\]]*[〕\]]|\([^()]*\)|[“”"]/g, "");
}

function saidIn(text: string, identity: Identity): Said[] {
  const body = (said: string): string | undefined => bodyIn(said, identity);
  const said: Said[] = [];
  const add = ({ 0: all, index }: RegExpExecArray, earlier: Earlier, later?: string): void => {
    if (!later || earlier.names.length === 0 || UNSURE.test(all)) return;
    const year = yearAt(text, index + all.length);
    const merged = earlier.others || earlier.names.length > 1;
    said.push({ to: later, from: earlier.names, merged, ...(year && { since: year }) });
  };
  for (const match of text.matchAll(RENAMING)) {
    const name = body(match[1] ?? "");
    add(match, { names: name ? [name] : [], others: false }, body(match[2] ?? ""));
  }
  for (const match of FORMING.flatMap((form) => [...text.matchAll(form)]))
    add(match, earlierIn(match[1] ?? "", identity), body(match[2] ?? ""));
  for (const match of text.matchAll(FORMED_OF))
    add(match, earlierIn(match[2] ?? "", identity), body(match[1] ?? ""));
  return said;
}

interface Earlier {
  /** Those of which all went over. */
  readonly names: readonly string[];
  /** Whether something else did. */
  readonly others: boolean;
}

function earlierIn(list: string, identity: Identity): Earlier {
  const names: string[] = [];
  let others = /等$/.test(list);
  for (const piece of list.replace(/等$/, "").split(PIECES).flatMap(partsOf)) {
    const whole = piece.replace(WHOLE, "");
    const name = BEHIND.test(whole) ? undefined : bodyIn(whole, identity);
    if (name) names.push(name);
    else others = true;
  }
  return { names, others };
}

/** 旅游局和文化局 are two; 文化和旅游局 is one. */
function partsOf(piece: string): string[] {
  for (const { 0: and, index } of piece.matchAll(new RegExp(any(AND), "g"))) {
    const [left, right] = [piece.slice(0, index), piece.slice(index + and.length)];
    if (realName(left.replace(WHOLE, "")) && right !== "") return [left, ...partsOf(right)];
  }
  return [piece];
}

/** The body that a clause begins or ends with. */
function bodyIn(said: string, identity: Identity): string | undefined {
  const name = said.replace(BEHIND, "");
  if (SELF.test(name)) return name;
  const own = placeBefore(name, identity.divisionCode) !== "";
  const rest = own ? undefined : BEFORE.exec(name)?.[0];
  if (rest !== undefined && rest.length < name.length)
    return bodyIn(name.slice(rest.length), identity);
  return realName(name);
}

/** The last year that is said up to there. */
function yearAt(text: string, end: number): string | undefined {
  return [...text.slice(0, end).matchAll(/((?:19|20)\d\d)年/g)].at(-1)?.[1];
}

/** 市旅游局 and 旅游局 are those of the publisher's place; those of another place keep theirs. */
function fullName(name: string, { department, divisionCode, division }: Identity): string {
  if (SELF.test(name)) return department;
  const place = placeBefore(department, divisionCode) || division;
  if (RELATIVE.test(name)) return division.endsWith(name.charAt(0)) ? place + name.slice(1) : name;
  return place === "" || divisionsOf(name, "").length > 0 ? name : place + name;
}

function keyOf(name: string, { divisionCode }: Identity): string {
  const plain = name.normalize("NFKC").replace(OWN_OFFICES, "");
  return nameWithin(plain, divisionCode);
}
