/** How documents say what a department was called before, or what it was made of. */

/** A 为 B after one of these: A goes on as B. */
export const RENAMED = ["更名", "改名", "改称", "名称变更", "变更"] as const;

/** 由 or 将 A、B before one of these … */
export const JOINED = ["整合", "合并", "重组", "归并"] as const;

/** … and one of these: C is made of A and B. */
export const FORMED = ["组建成立", "组建成", "组建", "组成", "成立", "设立", "合并为"] as const;

/** What of a department goes over with all of it: 将市旅游局的职责整合. Words between 的 and one of these narrow it to a part. */
export const DUTIES = ["职责", "职能", "机构", "行政职能", "全部职责"] as const;

/** Before an earlier name. */
export const FORMER = ["原来的", "原"] as const;

/** Between the names of several. */
export const AND = ["以及", "和", "与", "及"] as const;

/** What is not, or not yet. */
export const NOT_YET = ["拟", "计划", "申请", "建议", "筹备", "筹建", "不得", "如", "未"] as const;

/** The publisher, as it speaks of itself. */
export const SELF =
  /^(?:我|本)(?:局|委|办|厅|部|院|会|中心|单位|部门|镇|乡|街道|机关|校|馆|站|所)$/;
