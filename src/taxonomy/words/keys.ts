import { plain } from "../plain.ts";
import type { Entry } from "./meaning.ts";
import { whole } from "./notation.ts";

/** One column of names for units and, below each, its subjects. */
const UNITS_AND_SUBJECTS = `
  科目名称（单位[名称]） 单位[名称](（|/)[功能[分类]]科目[名称]）? 科目（单位）名称`;
const UNITS_AND_SUBJECTS_WHOLE = whole(UNITS_AND_SUBJECTS);

/** Does a heading say that units and subjects are named below it? */
export function namesUnitsAndSubjects(heading: string): boolean {
  return UNITS_AND_SUBJECTS_WHOLE.test(plain(heading));
}

const CODE = "(编码|代码)";
/** What a classification by economic nature is called, in whole or in part. */
const ECONOMIC = "经济[分类][科目]";

/** 预算科目 headings: which code, which level of it, which name. */
export const KEY_WORDS: readonly Entry[] = [
  { words: "类", role: "label", level: 1 },
  { words: "款", role: "label", level: 2 },
  { words: "项", role: "label", level: 3 },
  {
    words: `
      [支出]功能[分类][科目]${CODE}[（…）] [支出]功能分类[科目][（按…）] [支出]功能科目`,
    role: "function",
  },
  { words: `[预算]科目${CODE}[（…）] 编码 代码 类款项?`, role: "function" },
  {
    words: `
      [部门预算][支出][部门][预算]${ECONOMIC}${CODE} [部门预算][支出][部门]经济分类[科目]`,
    role: "economic",
  },
  { words: `政府[预算][支出]${ECONOMIC}${CODE}?`, role: "gov-economic" },
  { words: "[支出]功能[分类][科目]名称", role: "function-name" },
  {
    words: `
      [部门预算][支出][部门][预算]经济(分类[科目]|科目)名称 经济科目
      [支出]按[部门][预算][支出]${ECONOMIC}[分类][名称] [支出][项目]（按[部门][预算][支出]${ECONOMIC}…）
      [部门预算|部门][支出]${ECONOMIC}（按…）`,
    role: "economic-name",
  },
  {
    words: `
      政府[预算][支出]${ECONOMIC}(名称|（按…）) [支出][项目]（?按政府预算[支出]${ECONOMIC}[分类]）?`,
    role: "gov-economic-name",
  },
  {
    words: `
      科目 项目 名称 [预算]科目名称[（…）] ${UNITS_AND_SUBJECTS} (收入|支出|经费|费用)项目[名称|类别]
      [收入|支出]项目（?按…(分类[科目]|科目…|性质|用途|类别)）? [支出]按[支出]功能[分类][科目][分类][名称]
      支出（按…(分类|性质|用途|类别)…） 按支出(性质|用途|类别)[分类][和经济分类] [收入|支出]内容
      资产(名称|类别|分类) 采购类别 [支出]功能分科目[（按…）]`,
    role: "label",
  },
  {
    words: `
      [部门|预算][（单位）][单位]${CODE} 单位[（项目）]${CODE}`,
    role: "unit-code",
  },
  // Units and, below each, its projects.
  { words: "单位[名称]（项目[名称]）[名称]", role: "project-name" },
  {
    words: `
      [项目|预算|主管|用款][实施|责任]单位[名称] 部门（单位）名称 部门名称 预算部门 主管部门[名称] 单位名称（…）`,
    role: "unit-name",
  },
  {
    words: "[预算|子|采购]项目名称 专项名称 (一|二|三)级项目[名称] 采购项目",
    role: "project-name",
  },
  { words: `[预算]项目${CODE}`, role: "project-code" },
  { words: "类型 项目(类别|类型|分类|性质)", role: "project-type" },
  {
    words: `
      序号 行次 栏次 [采购]数量 单价 计量单位 资金性质[名称] 项目(级别|年度|内容|概况|简介) [预算]年(份|度) 备注 说明
      绩效目标 分配方式 预算来源 经费[保障](形式|来源) (主管|业务|归口)(处|科)室 (定额|开支)标准 [立项|政策|设立]依据
      …(目录|品目)[序号|编码|名称|大类] [采购]物品[名称] 采购(组织形式|方式|内容) 规格… [占用|建筑]面积…
      单位(性质|规格) 人员编制… …人数 …(起止|时间|日期|年限|期限) …原因 是否…
      …(批次|人次|台次|辆数?|个数|购置数|保有量|团组数?)…`,
    role: "attribute",
  },
];
