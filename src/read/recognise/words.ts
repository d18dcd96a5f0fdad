import { FUND_CONCEPTS } from "../../taxonomy/words/funds.ts";
import { ITEM_CONCEPTS } from "../../taxonomy/words/items.ts";
import { KIND_CONCEPTS } from "../../taxonomy/words/kinds.ts";

/** Words that head tables and columns: the names of concepts, and what stands around them. */
const WORDS = [
  ...[FUND_CONCEPTS, KIND_CONCEPTS, ITEM_CONCEPTS]
    .flatMap((concepts) => Object.values(concepts))
    .map(({ zh }) => zh)
    .filter((name) => /^\p{Script=Han}{4,}$/u.test(name)),
  ...["年初结转和结余", "年末结转和结余", "结转下年", "收入总计", "支出总计"],
  ...["收入预算", "支出预算", "收支预算", "收入决算", "支出决算", "预算数", "决算数"],
  ...["科目编码", "科目名称", "功能分类", "经济分类", "项目名称", "单位名称", "单位代码"],
  ...["金额单位", "公务用车运行维护费", "因公出国"],
] as const;

/** Characters, and what a recogniser takes them for: no other slip is put right, for 收支 and 收入 are both words. */
const MISTAKEN: Readonly<Record<string, string>> = {
  ...{ 拨: "拔找披泼搜携", 本: "木末夲", 资: "贵货", 营: "莒菅宫", 项: "顶", 预: "顶", 目: "日" },
  ...{ 收: "牧", 入: "人八", 般: "股搬", 基: "墓甚", 性: "惟", 缴: "徽激", 余: "佘", 待: "侍" },
  ...{ 款: "欵歁", 算: "箅", 员: "贝", 构: "枸", 管: "菅", 类: "粪", 编: "偏", 经: "径" },
};

/**
 * A line's characters with slips in known words put right (财政拔款 is 财政拨款). Words alone: no digit is ever touched, and what a
 * column means needs a witness of its own all the same.
 */
export function withKnownWords(characters: readonly string[]): string[] {
  const line = [...characters];
  if (line.join("").length !== line.length) return line;
  for (const word of WORDS)
    for (let from = 0; from + word.length <= line.length; from++)
      if (isSlip(line, from, word)) line.splice(from, word.length, ...word);
  // A narrow heading has a word in several lines.
  const pieces = WORDS.flatMap((word) => [word.slice(0, line.length), word.slice(-line.length)]);
  const isPiece = (one: string) => one.length === line.length && isSlip(line, 0, one);
  return line.length > 1 ? [...(pieces.find(isPiece) ?? line)] : line;
}

/** Whether a word stands there but for characters that are taken for others, at most half of them. */
function isSlip(line: readonly string[], from: number, word: string): boolean {
  let wrong = 0;
  for (let i = 0; i < word.length; i++) {
    const right = word[i] as string;
    const read = line[from + i] as string;
    if (read === right) continue;
    if (!MISTAKEN[right]?.includes(read)) return false;
    wrong++;
  }
  return wrong > 0 && wrong <= word.length / 2;
}
