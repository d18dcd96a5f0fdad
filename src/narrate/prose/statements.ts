import type { Block, Paragraph } from "../../model/block.ts";
import type { Check } from "../../model/check.ts";
import type { Coordinates, Stage } from "../../model/coordinates.ts";
import { type Money, moneyOf } from "../../model/money.ts";
import type { Statement } from "../../model/narrative.ts";
import { countedUnit } from "../counts.ts";
import type { Assertion, UnreadFigure } from "./assertion.ts";
import { type Figure, figuresOf, moneyUnit } from "./figures.ts";
import type { FunctionPath } from "./function-path.ts";
import { functionSubjectAt } from "./function-path.ts";
import { readParagraph } from "./reader.ts";
import { residueChecks } from "./residue.ts";
import { type Heading, headingOf, type Topic, topicOfName } from "./sections.ts";
import type { ParagraphContext, Whole } from "./state.ts";
import { type Subject, sideName, subjectOf } from "./subject.ts";
import { foldSentence, tokensOf } from "./tokens.ts";
import { UNREAD } from "./unread.ts";
import { NIL } from "./vocabulary.ts";

/** Who and when: `department` is taken out of the sentences, `year` tells the current from the previous period. */
export interface NarrativeContext {
  readonly year: string;
  readonly department: string;
  readonly stage?: Stage;
}

/** A statement with what is needed to check it, and is no part of the data. */
export interface NarrativeStatement extends Statement {
  /** What its percentage is a share of. */
  readonly whole?: Coordinates;
}

export interface NarrativeReading {
  readonly statements: readonly NarrativeStatement[];
  /** Figures of the narrative that no rule reads, each with its sentence. */
  readonly unread: readonly Check[];
  /** What cannot be true of this disclosure, whatever its figures are: another year's heading, a placeholder. */
  readonly checks: readonly Check[];
}

/**
 * Reads the prose of a disclosure. A figure is a number with a unit of money, `%`, 倍, or a counting word; dates, years, ordinals,
 * document numbers and limits (单价50万元以上) are none. Duties, organisation, explanations of terms and notes of tables are
 * left out; of everything else each figure becomes a statement or is listed as unread.
 */
export function readStatements(
  blocks: readonly Block[],
  context: NarrativeContext,
): NarrativeReading {
  const statements: NarrativeStatement[] = [];
  const unread: Check[] = [];
  const checks: Check[] = [];
  let sections: readonly Section[] = [];
  let path: FunctionPath = {};
  let whole: Whole | undefined;
  const stage = context.stage ?? "budget";
  for (const block of joinFigures(blocks)) {
    if (isNote(block.text)) continue;
    const folded = foldSentence(block.text);
    checks.push(...residueChecks(folded, block.place, { year: context.year, stage }));
    const figures = figuresOf(folded);
    const heading = headingOf(
      folded,
      figures.some((figure) => figure.kind !== "bare"),
    );
    if (heading) {
      sections = enter(sections, heading);
      path = functionSubjectAt(heading.text, 0, context.year, path)?.path ?? path;
      whole = undefined;
      continue;
    }
    const section = sections.findLast((one) => one.known);
    if (section && section.topic === undefined) continue;
    if (!figures.some((figure) => figure.kind !== "bare") && !WITHOUT_FIGURE.test(folded)) continue;
    if (!section && !figures.some(tellsItself)) continue;
    const sentences = sentencesOf(block.text);
    const reading = readParagraph(sentences, {
      ...{ year: context.year, department: context.department, stage, path },
      ...(whole && { whole }),
      ...(section?.subject && { subject: section.subject }),
      ...(section?.measure && { measure: section.measure }),
      assets: section?.topic === "assets",
      general: !section || GENERAL.has(section.topic ?? "other"),
      section: Object.assign({}, ...sections.map((one) => one.gives)),
    } satisfies ParagraphContext);
    path = reading.path;
    whole = reading.announces ?? whole;
    const topic = section?.topic ?? "other";
    for (const assertion of reading.assertions)
      statements.push(...statementsOf(assertion, sentences, topic, block, stage));
    for (const figure of reading.unread) unread.push(unreadCheck(figure, sentences, block));
  }
  return { statements, unread, checks };
}

/** Without a heading above, an amount and a count of the three-public kind still say what they are about. */
function tellsItself({ kind, unit }: Figure): boolean {
  return kind === "money" || (kind === "count" && /^(?:辆|批次?|个批次|人次|个?团组)$/.test(unit));
}

/** A paragraph without a figure says something if it states that nothing changed, or announces a list. */
const WITHOUT_FIGURE =
  /持平|一致|变化|相等|不变|:$|为0(?=[，。；]|$)|(?:未|没有|无).{0,10}(?:三公|因公|公务|公车)|(?:没有|无|未安排|未发生)[，。；]/;

interface Section {
  readonly level: number;
  readonly topic: Topic | undefined;
  readonly known: boolean;
  /** Fund and flow that the heading names: 四、财政拨款收支总体情况. */
  readonly gives: Coordinates;
  /** The heading says that its figures were spent: 2023年“三公”经费决算情况. */
  readonly measure?: "final";
  /** The item that the heading is about, if it names one: 公务接待费支出情况. */
  readonly subject?: Subject;
}

/** Sections whose 支出 is the department's. */
const GENERAL: ReadonlySet<Topic> = new Set([
  ...(["totals", "structure", "subject", "other", "performance"] as const),
  ...(["government-fund", "state-capital"] as const),
]);

/** A heading closes the sections of its level and below. A line without a number stands below the numbered ones. */
function enter(sections: readonly Section[], heading: Heading): Section[] {
  const parts = tokensOf(heading.text).flatMap((token) => (token.type === "part" ? [token] : []));
  const [first] = parts;
  const subject = first && subjectOf({ parts, start: 0, end: 0 }, "", {});
  const [one, other] = subject?.coordinates ?? [];
  const gives: Coordinates = {
    ...(one?.fund && { fund: one.fund }),
    ...(one?.flow && !other && { flow: one.flow }),
  };
  const items = parts.filter((part) => part.word.gives.item);
  const item =
    items.length === 1 && subject?.own ? { ...subject, name: items[0]?.text ?? "" } : undefined;
  const { level, topic, known } = heading;
  const above = sections.filter((section) => section.level < level);
  const words = heading.text;
  const spent = /决算|执行情况/.test(words) && !/预算(?!执行)/.test(words);
  const measure = spent ? ({ measure: "final" } as const) : {};
  return [...above, { level, topic, known, gives, ...measure, ...(item && { subject: item }) }];
}

/** A paragraph that begins with an amount goes on with the line above it, which a page or a gap cut off. */
function joinFigures(blocks: readonly Block[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let above: Block | undefined;
  for (const block of blocks) {
    const last = paragraphs.at(-1);
    if (block.type === "paragraph") {
      const [first] = figuresOf(foldSentence(block.text));
      const goesOn = first?.start === 0 && first.kind === "money" && last === above;
      if (goesOn && last && !/[。；：:]$/.test(last.text))
        paragraphs.push({ ...block, text: last.text + block.text });
      else paragraphs.push(block);
    }
    above = block.type === "paragraph" ? paragraphs.at(-1) : block;
  }
  return paragraphs;
}

/** A note below a table, or a row of one that was not read: `合计|44万元|`. */
function isNote(text: string): boolean {
  return (
    /^[（(]?(?:注|备注|说明|附注)\d?[：:.、]/.test(text) ||
    /(?:^|\|)\s*[-\d,.]+\s*(?:[万亿千]?元|%)?\s*\||\|\s*[-\d,.]+\s*(?:[万亿千]?元|%)?\s*$/.test(
      text,
    )
  );
}

/** Sentences as printed; brackets with a full stop in them are not cut. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。！？])(?![）)”])/).filter((sentence) => sentence.trim() !== "");
}

function statementsOf(
  assertion: Assertion,
  sentences: readonly string[],
  section: Topic,
  { place }: Paragraph,
  stage: Stage,
): NarrativeStatement[] {
  const { subject, measure, period, figure, direction } = assertion;
  const sentence = assertion.sentences.map((i) => sentences[i]?.trim() ?? "").join("");
  const money = figure && moneyFigure(figure);
  const change = unchanged(assertion) ?? (direction === "open" ? undefined : direction);
  const changeMoney = assertion.changeFigure && moneyFigure(assertion.changeFigure);
  const { changePercent, reason } = assertion;
  const of = assertion.whole?.coordinates[0];
  return subject.coordinates.map((given): NarrativeStatement => {
    const coordinates = subject.free ? {} : { ...given, ...timeOf(assertion, stage) };
    return {
      topic: topicOf(given, section, measure === "count" ? subject.name : ""),
      subject: sideName(subject, given),
      measure,
      coordinates,
      period,
      ...(money && { money }),
      ...(figure && !money && { published: figure.published, unit: figure.unit }),
      ...(assertion.none && { published: NIL }),
      ...(figure &&
        measure === "count" && {
          count: figure.published,
          measureUnit: countedUnit(subject.name, figure.unit),
        }),
      ...(change && { change }),
      ...(changeMoney && { changeMoney }),
      ...(changePercent &&
        changePercent.unit === "%" && { changePercent: changePercent.published }),
      ...(change && assertion.base && { base: assertion.base }),
      ...(reason && { reason }),
      sentence,
      place,
      agrees: "alone",
      ...(of && { whole: { ...of, ...timeOf(assertion, stage) } }),
    };
  });
}

/** 增加（减少）0万元, 减少0万元: there is no change, whatever its direction is said to be. */
function unchanged({ changeFigure, changePercent }: Assertion): "none" | undefined {
  const said = [changeFigure, changePercent].flatMap((figure) => (figure ? [figure] : []));
  const nothing = said.length > 0 && said.every(({ published }) => !/[1-9]/.test(published));
  return nothing ? "none" : undefined;
}

function timeOf({ measure, period }: Assertion, stage: Stage): Coordinates {
  return {
    ...((period === "current" || period === "previous") && { period }),
    stage:
      measure === "budget" || measure === "adjusted"
        ? measure
        : measure === "final" || measure === "execution"
          ? "final"
          : stage,
  };
}

function topicOf(coordinates: Coordinates, section: Topic, counted: string): Topic {
  if (section === "other" && counted) return topicOfName(counted) ?? section;
  if (coordinates.item === "operating_funds") return "operating-funds";
  if (coordinates.item) return "three-public";
  if (section !== "totals" && section !== "structure" && section !== "other") return section;
  if (coordinates.functionCode) return "subject";
  if (coordinates.kind) return "structure";
  return section;
}

function moneyFigure(figure: Figure): Money | undefined {
  const unit = moneyUnit(figure);
  return unit && moneyOf(figure.published, unit);
}

function unreadCheck(
  { figure, sentence, reason }: UnreadFigure,
  sentences: readonly string[],
  { place }: Paragraph,
): Check {
  const printed = `${figure.published}${figure.unit}`;
  const said = excerpt(sentences[sentence] ?? "");
  return {
    check: "statement",
    outcome: "noted",
    severity: "note",
    found: printed,
    message: {
      zh: `正文中的${printed}${UNREAD[reason].zh}：${said}`,
      en: `the narrative's ${printed} ${UNREAD[reason].en}: ${said}`,
    },
    figures: [],
    place,
  };
}

const LONGEST_EXCERPT = 200;

function excerpt(sentence: string): string {
  const text = sentence.trim();
  return text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)}…` : text;
}
