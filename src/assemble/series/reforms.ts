import type { Message } from "../../model/message.ts";
import type { Dimension } from "../../normalise/catalogue/index.ts";

/** A year from which a subject is not what it was before: something left it or came to it. */
export interface Reform {
  readonly code: string;
  /** The first year in which it is otherwise. */
  readonly since: string;
  readonly why: Message;
}

/**
 * Reforms of subjects. They rest on what the catalogue has of the subjects concerned, which began and ended in these years, and
 * on the reforms themselves: 部门预算支出经济分类改革 (2018), 党和国家机构改革 (2018, in the classification of 2019). All but those of
 * 201, 208, 210, 20805 and 301 are recalled and not yet seen in two years of one department.
 */
export const REFORMS: Readonly<Record<Dimension, readonly Reform[]>> = {
  function: [
    reform(
      "201",
      "2019",
      "市场监督管理（原在201、210）归入20138",
      "20138 takes in food and drugs (21010)",
    ),
    reform("201", "2021", "人力资源事务20110并入20801", "20110 went to 20801"),
    reform("20103", "2024", "信访事务改列20140", "2010308 went to 20140"),
    reform("20134", "2019", "宗教、华侨事务（20124、2012506）并入", "20124 and 2012506 came to it"),
    reform("20125", "2019", "华侨事务改列20134", "2012506 went to 20134"),
    reform("204", "2019", "消防改列22402", "fire services went to 22402"),
    reform("207", "2019", "旅游（21605）并入", "tourism (21605) came to it"),
    reform("20701", "2019", "旅游（21605）并入", "tourism (21605) came to it"),
    reform("208", "2019", "自然灾害生活救助20815改列22407", "20815 went to 22407"),
    reform("208", "2021", "人力资源事务20110并入20801", "20110 came to 20801"),
    reform("20801", "2021", "人力资源事务20110并入", "20110 came to it"),
    reform("2080501", "2020", "未归口管理的离退休2080504并入", "2080504 came to it"),
    reform("210", "2019", "食品药品监管21010改列20138", "21010 went to 20138"),
    reform("215", "2019", "安全生产监管21506改列22401", "21506 went to 22401"),
    reform("216", "2019", "旅游21605改列207", "21605 went to 207"),
    reform("220", "2019", "地震事务22004改列22405", "22004 went to 22405"),
    reform("22001", "2021", "海洋管理事务22002并入", "22002 came to it"),
  ],
  economic: [
    reform(
      "301",
      "2018",
      "住房公积金、医疗费由303改列301",
      "housing fund and medical costs came from 303",
    ),
    reform(
      "303",
      "2018",
      "住房公积金、医疗费由303改列301",
      "housing fund and medical costs went to 301",
    ),
    reform(
      "30112",
      "2018",
      "30104分为30110、30111、30112",
      "30104 was parted into 30110, 30111 and 30112",
    ),
    reform("30307", "2018", "医疗费分为30114和30307", "30307 was parted into 30114 and 30307"),
    reform("310", "2018", "对企业的资本性补助改列312", "capital subsidies for firms went to 312"),
    reform("30311", "2020", "编码改用于代缴社会保险费", "the code was given to another subject"),
  ],
  "gov-economic": [],
};

function reform(code: string, since: string, zh: string, en: string): Reform {
  return { code, since, why: { zh, en } };
}

/** The last reform that a subject of a year has been through. */
export function reformOf(dimension: Dimension, code: string, year: string): Reform | undefined {
  return REFORMS[dimension]
    .filter((one) => one.code === code && one.since <= year)
    .reduce<Reform | undefined>(
      (last, one) => (last && last.since > one.since ? last : one),
      undefined,
    );
}
