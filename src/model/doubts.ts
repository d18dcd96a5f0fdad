import type { Message } from "./message.ts";
import type { ReasonId } from "./reasons.ts";

/**
 * What takes a proof away, each with the reason that a figure has then, and what is the matter more closely than the reason
 * says. Data, as the reasons are: the stages that doubt know figures, and no words.
 */
export const DOUBTS = {
  itemless: {
    reason: "heading-doubtful",
    zh: "合计包括哪些事项没有印出",
    en: "which items its total is of is not printed",
  },
  "columns-alike": {
    reason: "heading-doubtful",
    zh: "另有一列表头含义相同，其中一列的表头缺了一层或错位",
    en: "another column of its list means the same: one of the two headings is lost or displaced",
  },
  "without-group": {
    reason: "heading-doubtful",
    zh: "并排的另一列表头多一层，本列的上层表头缺失",
    en: "the list beside it has a heading above the same words: that of its column was lost",
  },
  "below-others": {
    reason: "heading-doubtful",
    zh: "名称列的表头或“合计”之下列有分项，有的表头缺失或错位",
    en: "a heading of names, or a total, stands above the heading of a part: headings were lost or displaced",
  },
  "other-kind": {
    reason: "heading-doubtful",
    zh: "本列表头说的是人员经费或公用经费，而列中各科目全属另一类",
    en: "its column is called personnel or operating, and all of its classes are those of the other",
  },
  "other-funds": {
    reason: "heading-doubtful",
    zh: "本列表头说的是一种资金来源，而行名称是别的来源",
    en: "its column is called by one source of money, and lines of its list by others",
  },
  "unknown-heading": {
    reason: "heading-doubtful",
    zh: "有一列编码或金额的表头不认识，或写作名称，或编码列中写的是文字",
    en: "a column of codes or money has a heading that is not known, or that says names; or a column of codes holds words",
  },
  "named-by-money": {
    reason: "heading-doubtful",
    zh: "项目名称列中写的是资金来源，或单位列中写的是项目类型，表头可能与别列互换",
    en: "its projects are called by a source of money, or its units by a type of project: the heading of their column may be another's",
  },
  "cut-title": {
    reason: "heading-doubtful",
    zh: "本表标题从一个词的中间开始，可能是别的表标题的后半截",
    en: "the title of its table begins in the middle of a word: it may be the end of another's",
  },
  "misnamed-row": {
    reason: "row-damaged",
    zh: "行名称中混入了数字或别处的文字",
    en: "its row is named by a number, or by words that stand where money belongs",
  },
  "stray-code": {
    reason: "row-damaged",
    zh: "编码列中有不属于本行编码的数字",
    en: "a number that is none of the codes of its row stands in a column of codes",
  },
  "fused-code": {
    reason: "row-damaged",
    zh: "编码与名称粘连在一个单元格，名称列中却另有文字",
    en: "its code and its name are fused in one cell, and the column of names holds other words",
  },
  "other-side": {
    reason: "row-damaged",
    zh: "行名称说的是收支的另一方",
    en: "its row is called by the other side of the table: income where expenditure stands, or the reverse",
  },
  "higher-than-row": {
    reason: "row-damaged",
    zh: "图片中这个单元格比同行其他单元格高，行线可能没有认出",
    en: "its cell in the picture is higher than others of its row: a line between two rows may have been lost",
  },
  "nameless-rows": {
    reason: "row-damaged",
    zh: "本表有几行数字而没有任何一列写明各行是什么",
    en: "its table has several rows and no column that names them",
  },
  "strange-unit": {
    reason: "row-damaged",
    zh: "单位名称不像单位",
    en: "what stands as the name of its unit is not written like one",
  },
  "other-unit": {
    reason: "row-damaged",
    zh: "本行的单位编码在别处是另一单位的编码，或不是上方单位行的编码，或在本表中有几个名称",
    en: "the code of its unit is another unit's elsewhere, or not that of the unit whose row it stands below, or has several names in its table",
  },
  "fused-name": {
    reason: "row-damaged",
    zh: "项目名称与其他单元格的文字粘连",
    en: "the name of its project is fused to another cell",
  },
  misnamed: {
    reason: "name-contradicts-code",
    zh: "编码与名称不是同一科目",
    en: "its code and its printed name are those of different subjects",
  },
  "malformed-code": {
    reason: "row-damaged",
    zh: "编码位数不对，或与别的编码粘连",
    en: "its code has a length that no code has, or is fused to another",
  },
  "unknown-code": {
    reason: "unknown-code",
    zh: "科目目录中没有这个编码，其他表也未印证",
    en: "the catalogue does not know its code, and no other table has it",
  },
  nameless: {
    reason: "row-damaged",
    zh: "本行有编码而没有名称，其他表也未印证",
    en: "its row has a code and no name, and no other table has it",
  },
  "uneven-codes": {
    reason: "row-damaged",
    zh: "两种经济分类编码的层级不一致，或缺其中一个",
    en: "a 款 of one classification stands beside a 类 of the other, or beside none",
  },
  "paired-otherwise": {
    reason: "row-damaged",
    zh: "同一数字在别的表中归入另一个政府经济分类",
    en: "another table has the same figure under another government class",
  },
  "nameless-form": {
    reason: "row-damaged",
    zh: "多张项目表中有一张没有项目名称",
    en: "its form names no project, and there are several forms",
  },
  "stated-twice": {
    reason: "coordinates-twice",
    zh: "同一科目、资金来源和支出性质下印有不同的金额",
    en: "different amounts are printed at the same coordinates",
  },
  "fund-elsewhere": {
    reason: "heading-doubtful",
    zh: "其他表中没有这一资金来源，同一金额印在另一来源之下",
    en: "no other table knows this source of money, and one prints the same amount under another source",
  },
  "strange-decimals": {
    reason: "row-damaged",
    zh: "小数位数比本表其他金额多，末尾可能粘连了别的数字",
    en: "it has more decimals than its table prints: other digits may be glued to its end",
  },
  contradicted: {
    reason: "sentence-differs",
    zh: "正文对这个数字另有说法，其他表也未印证",
    en: "a sentence says another amount of it, and no other table has it",
  },
  "periods-apart": {
    reason: "heading-doubtful",
    zh: "本表有几个年度或阶段的栏目，正文与其中的数字不符，栏目可能互换",
    en: "its table has columns of several years or stages, and a sentence contradicts one of them: they may have changed places",
  },
  "scaled-by-sentences": {
    reason: "scale-doubtful",
    zh: "正文的多个数字与本表相差同一个十的整数次方，金额单位存疑",
    en: "several sentences differ from its table by the same power of ten: the unit is in doubt",
  },
  "other-scale": {
    reason: "scale-doubtful",
    zh: "与其他表或正文的同样数字相差十的整数次方，金额单位存疑",
    en: "figures of other tables, or of the text, stand here a power of ten larger or smaller: one unit is wrong",
  },
  "lost-heading": {
    reason: "heading-doubtful",
    zh: "本表有一列缺表头，其余表头可能错位",
    en: "a heading of its table was lost, and others may stand over other columns than they should",
  },
  "beyond-bounds": {
    reason: "heading-doubtful",
    zh: "本列支出超过其资金来源的收入，或在别表中为空",
    en: "its column holds more than its fund has, or what another table leaves blank",
  },
  "slid-column": {
    reason: "heading-doubtful",
    zh: "本列与其他表的同一列不一致，且没有一个数字相同",
    en: "other tables contradict its column, and none confirms it",
  },
  "exchanged-years": {
    reason: "heading-doubtful",
    zh: "本表所印增减额与两个年度的栏目相反，年度栏目互换",
    en: "the printed changes are those of its two years the other way about: their headings changed places",
  },
  "inferred-column": {
    reason: "heading-doubtful",
    zh: "本列没有印出的表头，只是由别的列推断",
    en: "no heading is printed over its column: what it means is inferred from the others",
  },
  astray: {
    reason: "row-damaged",
    zh: "本表有错位、缺行或不平之处，而支持本数的加总只有横向或只有纵向的",
    en: "something is out of place in its table, and only sums along its row or only sums down its column hold it",
  },
  "lost-unit": {
    reason: "lost-rows",
    zh: "本表缺一个单位的行，本行可能属于该单位",
    en: "the row of a unit was lost, and this row may be that unit's",
  },
  "other-project": {
    reason: "row-damaged",
    zh: "本行的项目预算与同一项目的其他行不同，本行可能属于别的项目",
    en: "its row repeats another budget than the other rows of the project: it may be another project's",
  },
  "last-digit": {
    reason: "identity-fails",
    zh: "同一数字在别处印出的末位不同",
    en: "the same figure is printed elsewhere with another last digit",
  },
  "same-gap": {
    reason: "identity-fails",
    zh: "它参与的各项加总都相差同一末位数，可能印错",
    en: "all sums that take it in are off by the same last digit: it may be misprinted",
  },
  "below-lost-rows": {
    reason: "lost-rows",
    zh: "合计之下缺行，且其他表也没有这些行",
    en: "rows are missing below its total, and no other table has them",
  },
  "ruined-table": {
    reason: "sums-fail",
    zh: "本表两项以上的加总大多不成立",
    en: "most sums of two or more parts in its table fail",
  },
} as const satisfies Record<string, Message & { readonly reason: ReasonId }>;

export type DoubtId = keyof typeof DOUBTS;
