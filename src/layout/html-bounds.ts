import { InputError } from "../model/errors.ts";

/**
 * Bounds on HTML, looked at before it is parsed: a parser searches through all elements that are open at each new one, and
 * through all attributes of an element at each new one, so that nesting and attributes multiply. Far above any page that
 * people publish (browsers go 512 deep).
 */
const MOST = { characters: 20_000_000, elements: 300_000, depth: 500, attributes: 1_000 } as const;

/** Elements without an end, and those whose end may be left out. */
const UNNESTED = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dd dt tr td th thead tbody tfoot colgroup option html head body".split(
    " ",
  ),
);
/** Elements whose content is no markup. */
const RAW = new Set(["script", "style", "textarea", "title"]);

/** Throws InputError for HTML beyond the bounds, in one pass over its characters. */
export function checkHtml(text: string): void {
  if (text.length > MOST.characters) throw beyond("characters");
  let [elements, depth] = [0, 0];
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    if (text.startsWith("<!--", at)) {
      at = after(text, "-->", at);
      continue;
    }
    const tag = TAG.exec(text.slice(at, at + LONGEST_NAME));
    if (!tag) {
      at++;
      continue;
    }
    const name = (tag[2] ?? "").toLowerCase();
    at = endOfTag(text, at + tag[0].length);
    if (tag[1]) {
      if (!UNNESTED.has(name)) depth = Math.max(0, depth - 1);
      continue;
    }
    if (++elements > MOST.elements) throw beyond("elements");
    if (RAW.has(name)) at = endOfRaw(text, name, at);
    else if (!UNNESTED.has(name) && ++depth > MOST.depth) throw beyond("depth");
  }
}

const TAG = /^<(\/?)([a-z][a-z0-9]*)/i;
const LONGEST_NAME = 40;

/** Behind the `>` of a tag; quotes may hold one. */
function endOfTag(text: string, from: number): number {
  let quote = "";
  let attributes = 0;
  let gap = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at] as string;
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === ">") return at + 1;
    else if (char === '"' || char === "'") quote = char;
    else if (/[\s/]/.test(char)) gap = true;
    else if (gap) {
      gap = false;
      if (++attributes > MOST.attributes) throw beyond("attributes");
    }
  }
  return text.length;
}

function endOfRaw(text: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

function beyond(what: keyof typeof MOST): InputError {
  const most = MOST[what].toLocaleString("en");
  const reasons = {
    characters: `HTML of more than ${most} characters`,
    elements: `HTML of more than ${most} elements`,
    depth: `HTML with more than ${most} elements inside each other`,
    attributes: `HTML with an element of more than ${most} attributes`,
  };
  return new InputError(reasons[what], "too-large");
}
