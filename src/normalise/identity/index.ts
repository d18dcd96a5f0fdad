import type { Block } from "../../model/block.ts";
import type { Check } from "../../model/check.ts";
import type { Stage } from "../../model/coordinates.ts";
import type { Identity } from "../../model/disclosure.ts";
import { InputError } from "../../model/errors.ts";
import type { Message } from "../../model/message.ts";
import { departmentCodeOf, departmentOf, placeholderName, realName } from "./department.ts";
import { divisionsOf } from "./division.ts";
import { type Printed, plain, printed } from "./lines.ts";
import { rolledUp } from "./roll-up.ts";
import { scopeOf, stageIn, stageOf } from "./stage.ts";
import { ANNOUNCED, ANNOUNCING, OWN_OFFICES, RELATIVE } from "./words.ts";
import { yearOf } from "./year.ts";

export { realName } from "./department.ts";
export { divisionOf, divisionsOf, nameWithin, placeBefore } from "./division.ts";

/**
 * Who published what, and for which year: read from the text and weighed. The file's name is asked only for what the text
 * does not say, and a check then says so. Throws InputError where there is no department or no year.
 */
export function identify(
  blocks: readonly Block[],
  tables: readonly { readonly title: string; readonly stage?: Stage }[],
  fileName: string,
): { readonly identity: Identity; readonly checks: readonly Check[] } {
  const evidence = printed(blocks);
  const titles = tables.map((table) => plain(table.title));
  const named = fromFileName(fileName);
  const checks: Check[] = [];
  const orNamed = <T extends string>(what: Message, read: T | undefined, given: T | undefined) => {
    if (read === undefined && given !== undefined) checks.push(notInText(what, given));
    return read ?? given;
  };

  const government = rolledUp(evidence);
  const printedName =
    orNamed(NAMED.department, departmentOf(evidence), named.department) ??
    departmentOf(evidence, placeholderName) ??
    government?.name;
  if (printedName === undefined)
    throw new InputError(
      `no department: neither the text nor the file's name gives one${tried(evidence)}`,
      "no-department",
    );
  const sites = evidence.lines.filter(({ kind }) => kind === "site").map(({ text }) => text);
  const department =
    orNamed(
      NAMED.division,
      withPlace(printedName, sites),
      withPlace(printedName, fileName.split(/[\\/]/)),
    ) ?? printedName;
  const year = orNamed(NAMED.year, yearOf(evidence, titles), named.year);
  if (year === undefined)
    throw new InputError(
      `no fiscal year: neither the text nor the file's name gives one${tried(evidence)}`,
      "no-year",
    );
  const stage = orNamed(NAMED.stage, stageOf(evidence, tables), named.stage);
  if (stage === undefined)
    checks.push({
      check: "statement",
      outcome: "noted",
      severity: "warning",
      message: {
        zh: "没有任何文字说明这是预算还是决算，按预算处理",
        en: "nothing says whether this is a budget or a final account; it is taken for a budget",
      },
      figures: [],
    });

  const scope =
    department === government?.name
      ? "government"
      : OWN_OFFICES.test(department)
        ? "unit"
        : scopeOf(evidence, titles);
  const text = evidence.lines.map((line) => line.text).join("\n");
  const open = divisionsOf(department, text, year);
  // 重庆市/江北区财政局.pdf: where the text leaves several, the folder may say which.
  const places = open.length > 1 ? divisionsOf(department, fileName, year) : open;
  if (places.length === 1 && open.length > 1)
    checks.push(notInText(NAMED.division, places[0]?.code ?? ""));
  const division = places.length === 1 ? places[0] : undefined;
  return {
    identity: {
      divisionCode: division?.code ?? "",
      division: division?.name ?? "",
      ...(places.length > 1 && { places }),
      departmentCode: departmentCodeOf(evidence, department, scope),
      department: department.replace(/[(]/g, "（").replace(/[)]/g, "）"),
      year,
      stage: stage ?? "budget",
      scope,
    },
    checks,
  };
}

/** 县财政局 is 泾县财政局 on the site of 泾县人民政府, if that is the only place that is named; undefined if nothing says whose it is. */
function withPlace(department: string, texts: readonly string[]): string | undefined {
  if (!RELATIVE.test(department)) return undefined;
  const named = texts.flatMap((text) => divisionsOf(text, "")).map(({ name }) => name);
  const [place, ...others] = new Set(named.filter((name) => name.endsWith(department.charAt(0))));
  return place && others.length === 0 ? place + department.slice(1) : undefined;
}

/** Titles that a message quotes. */
const QUOTED = 3;

/** What was read for it, for the message of a refusal. */
function tried({ lines }: Printed): string {
  const titles = lines.filter(({ kind }) => kind !== "sentence").slice(0, QUOTED);
  if (titles.length === 0) return "";
  return ` (read: ${titles.map(({ text }) => `“${text.slice(0, 40)}”`).join(", ")})`;
}

/** The first titles of a document in words, for the message of a refusal; empty where it has none. */
export function titlesRead(blocks: readonly Block[]): string {
  return tried(printed(blocks));
}

/** Whether a title says that the document publishes figures of a budget or final account, or a sentence that stands for one. */
export function isAnnounced(blocks: readonly Block[]): boolean {
  return printed(blocks).lines.some(({ text, kind }) =>
    (kind === "sentence" ? ANNOUNCING : ANNOUNCED).test(text),
  );
}

/** `某某局-2024-部门决算.pdf`: the parts of a file's name, as far as they say something. */
function fromFileName(fileName: string) {
  const base = plain(fileName.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, ""));
  const parts = base.split(/[-_—+]|20\d\d年?度?|(?:部门|单位)(?:预算|决算).*/);
  return {
    department: parts.map(realName).find((name) => name !== undefined),
    year: /(?<!\d)(20\d\d)(?!\d)/.exec(base)?.[1],
    stage: stageIn(base),
  };
}

const NAMED = {
  division: { zh: "行政区划", en: "division" },
  department: { zh: "部门名称", en: "department" },
  year: { zh: "财政年度", en: "fiscal year" },
  stage: { zh: "预算阶段", en: "stage" },
} as const satisfies Record<string, Message>;

function notInText({ zh, en }: Message, given: string): Check {
  return {
    check: "statement",
    outcome: "noted",
    severity: "note",
    found: given,
    message: {
      zh: `正文没有写明${zh}，取自文件名：${given}`,
      en: `the text does not say the ${en}; it is taken from the file's name: ${given}`,
    },
    figures: [],
  };
}
