import { inBoth, type Language, type Message } from "../model/message.ts";
import type { Flaw } from "../model/page.ts";
import { type Place, placeWords } from "../model/place.ts";
import type { Table } from "../model/table.ts";
import { TABLE_NAMES } from "../taxonomy/tables/declarations.ts";
import type { Lost, LostIn } from "./lost.ts";

type Sentence<A extends readonly unknown[]> = Readonly<Record<Language, (...of: A) => string>>;

/** What is lost (a number of amounts, a title and a place in words), and why. */
const LOST: Readonly<Record<LostIn, Sentence<[count: number, title: string, place: string]>>> = {
  table: {
    zh: (n, title, at) =>
      `${at}${quoted(title, "zh")}的${n}个金额没有成为数据：这张表不在标准表之列，或者标题、表头没有认出`,
    en: (n, title, at) =>
      `${amounts(n)} of the table${quoted(title, "en")} on ${at} ${are(n)} in no fact: it is none of the standard tables, or its title and headings are not recognised`,
  },
  rows: {
    zh: (n, title, at) =>
      `${at}${quoted(title, "zh")}的${n}个金额没有成为数据：所在的行、列被当作表头、说明或增减变动`,
    en: (n, title, at) =>
      `${amounts(n)} of the table${quoted(title, "en")} on ${at} ${are(n)} in no fact: they stand in rows or columns that were taken for headings, remarks or changes`,
  },
  lines: {
    zh: (n, title, at) =>
      `${at}${quoted(title, "zh")}下的${n}个金额没有成为数据：所在的各行没有识别为表格`,
    en: (n, title, at) =>
      `${amounts(n)} below${quoted(title, "en") || " the line"} on ${at} ${are(n)} in no fact: they stand in lines that were not recognised as a table`,
  },
  words: {
    zh: (n, _, at) => `${at}的文字中有${n}个金额没有读出：它们在附注、说明、名词解释或标题里`,
    en: (n, _, at) =>
      `${amounts(n)} in the text on ${at} ${are(n)} not read: they stand in notes, explanations, remarks or headings`,
  },
  refused: {
    zh: (n, title, at) => `${at}${quoted(title, "zh")}的${n}个金额没有读出：整个文件没有读`,
    en: (n, title, at) =>
      `${amounts(n)} of the table${quoted(title, "en")} on ${at} ${are(n)} not read, as the whole document is not`,
  },
  unreadable: {
    zh: (n, title, at) =>
      `${at}${quoted(title, "zh")}有${n}个数字含有无法识别的字符：字体没有给出它们是什么字，或者上面盖有图片`,
    en: (n, title, at) =>
      `${n} number${n === 1 ? "" : "s"}${quoted(title, "en") && ` of${quoted(title, "en")}`} on ${at} hold characters that cannot be read: their font does not say what they are, or a picture was pasted over them`,
  },
};

export function lostMessage({ where, title, amounts, place }: Lost): Message {
  const at = placeWords(place);
  return inBoth((language) => LOST[where][language](amounts.length, title, at[language]));
}

const FLAWS: Readonly<
  Record<Flaw["kind"], Sentence<[at: string, percent: string, whole: boolean]>>
> = {
  picture: {
    zh: (at, percent, whole) =>
      `${at}有图片（占页面${percent}），图中内容没有读出${whole ? "；本页几乎没有其他文字，需要文字识别（OCR）" : ""}`,
    en: (at, percent, whole) =>
      `a picture covers ${percent} of ${at}, and what it shows is not read${whole ? "; the page has hardly any other text and needs recognition (OCR)" : ""}`,
  },
  behind: {
    zh: (at, percent) => `${at}的文字下面有图片（占页面${percent}）；只读出了文字`,
    en: (at, percent) =>
      `a picture that covers ${percent} of ${at} lies behind its text; only the text is read`,
  },
  outlines: {
    zh: (at) => `${at}的文字画成了图形，没有字符，没有读出`,
    en: (at) => `the text of ${at} is drawn as outlines, without characters, and is not read`,
  },
  damaged: {
    zh: (at, _, whole) => `${at}的内容已损坏、中断，${whole ? "没有读出" : "可能没有全部读出"}`,
    en: (at, _, whole) =>
      `the content of ${at} is damaged and breaks off: ${whole ? "it is not read" : "a part of it may be missing"}`,
  },
  pattern: {
    zh: (at) => `${at}布满细密的线条，无法从中分辨表格，没有读出`,
    en: (at) => `${at} is covered with fine lines in which no table can be told, and is not read`,
  },
  hidden: {
    zh: (at, _, whole) =>
      whole
        ? `工作表${at}被隐藏，其中的数字没有读出`
        : `工作表${at}有不显示的数字（在隐藏的行、列中，或被合并单元格盖住），没有读出`,
    en: (at, _, whole) =>
      whole
        ? `the sheet ${at} is hidden, and its numbers are not read`
        : `the sheet ${at} holds numbers that it does not show, in hidden rows or columns or below merged cells: they are not read`,
  },
  embedded: {
    zh: () => "文档中有图片，图中内容没有读出",
    en: () => "the document holds pictures, and what they show is not read",
  },
  uncomputed: {
    zh: (at) => `工作表${at}有公式没有保存计算结果，没有读出；请用WPS或Excel打开并保存后再试`,
    en: (at) =>
      `the sheet ${at} has formulas without a result, which are not read: open and save it in Excel or WPS first`,
  },
  outdated: {
    zh: (at) => `工作表${at}的数字不是其求和公式的结果：改动后没有重新计算；按文件中保存的数字读出`,
    en: (at) =>
      `the sheet shows at ${at} what is not the result of the sum in it: it was changed and not computed again; it is read as it stands in the file`,
  },
  unformatted: {
    zh: (at) => `工作表${at}有数字的显示格式无法识别，不知道显示为多少，没有读出`,
    en: (at) =>
      `the sheet ${at} has numbers whose format cannot be applied: nobody knows what they are displayed as, and they are not read`,
  },
};

export function flawMessage({ kind, share = 0, whole, cells = [] }: Flaw, place: Place): Message {
  const at = placeWords(place);
  const percent = `${Math.round(share * 100)}%`;
  return inBoth((language) => {
    const where = at[language] + (cells.length > 0 ? `!${cellList(cells, language)}` : "");
    return FLAWS[kind][language](where, percent, whole);
  });
}

/** So many cells are named; of more, the rest is counted. */
const NAMED = 20;

function cellList(cells: readonly string[], language: Language): string {
  const more = cells.length - NAMED;
  const rest = { zh: `等${cells.length}格`, en: ` and ${more} more` };
  return cells.slice(0, NAMED).join(", ") + (more > 0 ? rest[language] : "");
}

const ALONE: Sentence<[title: string, at: string]> = {
  zh: (title, at) => `${at}印有表题${quoted(title, "zh")}和金额单位，下面没有识别出表格`,
  en: (title, at) =>
    `the title${quoted(title, "en")} and its unit stand on ${at}, and no table was recognised below them`,
};

export function aloneMessage(title: string, place: Place): Message {
  const at = placeWords(place);
  return inBoth((language) => ALONE[language](title, at[language]));
}

const NO_FIGURE: Sentence<[name: string, at: string, rows: number]> = {
  zh: (name, at, rows) =>
    `${at}的${name}没有任何数据，${rows > 0 ? `虽有${rows}行名称` : "表下只有空行"}，也没有说明为空表`,
  en: (name, at, rows) =>
    `the ${name} table on ${at} holds no figure, ${rows > 0 ? `though it names ${rows} row${rows === 1 ? "" : "s"}` : "nothing but its headings"}, and no sentence declares it empty`,
};

/** `rows`: how many of its rows have words. */
export function noFigureMessage({ id, place }: Table, rows: number): Message {
  const at = placeWords(place);
  return inBoth((language) => NO_FIGURE[language](TABLE_NAMES[id][language], at[language], rows));
}

function quoted(title: string, language: Language): string {
  const short = title.length > 60 ? `${title.slice(0, 60)}…` : title;
  if (short === "") return "";
  return language === "zh" ? `“${short}”` : ` “${short}”`;
}

function amounts(n: number): string {
  return `${n} amount${n === 1 ? "" : "s"}`;
}

function are(n: number): string {
  return n === 1 ? "is" : "are";
}
