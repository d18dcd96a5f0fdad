import type { Printed } from "./lines.ts";
import { type Votes, vote, winner } from "./votes.ts";
import { ANNOUNCING, COMPARED, OF_YEAR, WEIGHTS } from "./words.ts";

const LABELLED = /(?:预算|决算|会计|财政)?年度[:](20\d\d)/;
const ALONE = /^[(]?(20\d\d)年度[)]?$/;
const TITLE = new RegExp(`(20\\d\\d)年度?[“"]?(?:${OF_YEAR})`, "g");
/** `2024年某某局部门预算`, `某县2024年度某某局部门预算`, `2016年市国资委财政拨款“三公”经费预算表`, and `某某局2024年` at the end of a line. */
const NAMED =
  /^(?:附件\d*[:]?|第.部分)?(?:[^\d]{1,12}[省市县区州旗])?(20\d\d)年度?.{3,40}(?:预算|决算|三公)|[^\d](20\d\d)年度?$/;
const SENTENCE = new RegExp(`(?<!${COMPARED})(20\\d\\d)年度?[“"]?(?:${OF_YEAR})`, "g");
const FIRST = new RegExp(`(?<!${COMPARED})(20\\d\\d)年`);
/** Headings of columns that compare two years: the later is the document's own. */
const HEADING = /^(20\d\d)年度?(?:预算|决算|执行|安排)/;

/** The fiscal year that most of the evidence says; four digits. */
export function yearOf({ lines, rows }: Printed, titles: readonly string[]): string | undefined {
  const votes: Votes<string> = new Map();
  for (const { text, kind } of lines) {
    const labelled = LABELLED.exec(text)?.[1] ?? ALONE.exec(text)?.[1];
    if (labelled) vote(votes, labelled, WEIGHTS.label);
    else if (kind === "sentence")
      for (const year of spokenYears(text)) vote(votes, year, WEIGHTS.sentence);
    else for (const year of titleYears(text)) vote(votes, year, WEIGHTS[kind]);
  }
  for (const title of titles)
    for (const year of titleYears(title)) vote(votes, year, WEIGHTS.title);
  for (const row of rows) {
    const years = row.flatMap((cell) => HEADING.exec(cell)?.[1] ?? []);
    const latest = years.sort().at(-1);
    if (latest) vote(votes, latest, WEIGHTS.heading);
  }
  return winner(votes);
}

/** A sentence that announces figures is of the first year in it, whatever follows that. */
function spokenYears(text: string): Set<string> {
  const years = yearsIn(SENTENCE, text);
  const announced = ANNOUNCING.test(text) ? FIRST.exec(text)?.[1] : undefined;
  return announced ? years.add(announced) : years;
}

function titleYears(text: string): Set<string> {
  const named = NAMED.exec(text);
  const year = named?.[1] ?? named?.[2];
  const years = yearsIn(TITLE, text);
  return year ? years.add(year) : years;
}

function yearsIn(pattern: RegExp, text: string): Set<string> {
  return new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []));
}
