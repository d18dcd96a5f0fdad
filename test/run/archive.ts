/**
 * The disclosures of one invented department through three years, and of its units. Every amount stands once in `SPENT`; the texts
 * repeat it as real ones do: a final account the budget, a year the year before, a department its units.
 */

export type Year = 2022 | 2023 | 2024;
type Stage = "budget" | "final";

const DEPARTMENT = "林州市渠首石刻保护局";
const UNITS = ["林州市渠首石刻保护局本级", "林州市石刻博物馆", "林州市石刻修复中心"] as const;

/** Amounts in 万元 with two decimals, as cents: every sum below is exact. */
interface Amounts {
  /** 行政运行 2070101 basic, 文物保护 2070204 project, 住房公积金 2210201 basic, of each unit. */
  readonly units: readonly (readonly [number, number, number])[];
  /** 因公出国, 购置, 运行, 接待. */
  readonly three: readonly [number, number, number, number];
}

const SPENT: Readonly<Record<Stage, Readonly<Record<Year, Amounts>>>> = {
  budget: {
    2022: {
      units: [
        [20211, 10133, 1507],
        [8117, 6029, 611],
        [5023, 12307, 409],
      ],
      three: [0, 0, 917, 311],
    },
    2023: {
      units: [
        [21307, 11211, 1613],
        [8309, 6607, 701],
        [5119, 13411, 503],
      ],
      three: [0, 1803, 937, 289],
    },
    2024: {
      units: [
        [22409, 9127, 1709],
        [8513, 7103, 809],
        [5303, 14519, 607],
      ],
      three: [419, 0, 953, 271],
    },
  },
  final: {
    2022: {
      units: [
        [20119, 10007, 1507],
        [8101, 5903, 611],
        [4919, 12203, 409],
      ],
      three: [0, 0, 883, 197],
    },
    2023: {
      units: [
        [21201, 11003, 1613],
        [8209, 6503, 701],
        [5101, 13309, 503],
      ],
      three: [0, 1797, 907, 203],
    },
    2024: {
      units: [
        [22301, 9011, 1709],
        [8419, 7001, 809],
        [5209, 14401, 607],
      ],
      three: [401, 0, 929, 223],
    },
  },
};

/** What one document prints otherwise than it should: in a line of a table, one of its amounts, counted from 0. */
export interface Planted {
  readonly table: string;
  readonly line: string;
  readonly at: number;
  readonly as: string;
}

/** A text with something planted. Throws where there is nothing to plant it in. */
export function plant(text: string, { table, line, at, as }: Planted): string {
  const lines = text.split("\n");
  const title = lines.findIndex((each) => each.endsWith(table));
  const row = lines.findIndex((each, i) => i > title && each.split("\t").includes(line));
  const cells = lines[row]?.split("\t") ?? [];
  const from = cells.indexOf(line);
  const amounts = cells.flatMap((cell, i) => (i > from && /^\d+\.\d\d$/.test(cell) ? [i] : []));
  const cell = amounts[at];
  if (title < 0 || cell === undefined) throw new Error(`nothing is printed at ${line} of ${table}`);
  cells[cell] = as;
  lines[row] = cells.join("\t");
  return lines.join("\n");
}

function of(stage: Stage, year: number, unit?: number): readonly number[] {
  const { units } = SPENT[stage][year as Year];
  const chosen = unit === undefined ? units : units.slice(unit, unit + 1);
  return [0, 1, 2].map((i) => chosen.reduce((sum, each) => sum + (each[i] ?? 0), 0));
}

function threeOf(stage: Stage, year: number): readonly number[] {
  const [overseas, purchase, operation, reception] = SPENT[stage][year as Year].three;
  const vehicle = purchase + operation;
  return [overseas + vehicle + reception, overseas, vehicle, purchase, operation, reception];
}

const THREE = [
  "合计",
  "因公出国（境）费",
  "公务用车购置及运行费",
  "公务用车购置费",
  "公务用车运行费",
  "公务接待费",
];

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
const money = (cents: number | undefined): string =>
  cents === undefined ? "" : (cents / 100).toFixed(2);

/** Lines of a table, with its title and unit above. */
function table(title: string, by: string, lines: readonly (readonly string[])[]): string {
  const body = lines.map((cells) => cells.join("\t")).join("\n");
  const unit = UNITS.some((name) => name === by) ? "单位" : "部门";
  return `${title}\n\n编制${unit}：${by}\n\n单位：万元\n\n${body}\n`;
}

/** By subject: 合计, 基本支出, 项目支出 of one year, and all of the year before where a column has it. */
function bySubject(now: readonly number[], before: readonly number[] | undefined) {
  const [run = 0, project = 0, housing = 0] = now;
  const [oldRun, oldProject, oldHousing] = before ?? [];
  const old = (...all: (number | undefined)[]): string[] =>
    before ? [money(sum(all.map((one) => one ?? 0)))] : [];
  const line = (code: string, name: string, basic: number, extra: number, was: string[]) => [
    ...[code, name, ...was],
    ...[money(basic + extra), basic ? money(basic) : "", extra ? money(extra) : ""],
  ];
  return [
    line("", "合计", run + housing, project, old(oldRun, oldProject, oldHousing)),
    line("207", "文化旅游体育与传媒支出", run, project, old(oldRun, oldProject)),
    line("20701", "文化和旅游", run, 0, old(oldRun)),
    line("2070101", "行政运行", run, 0, old(oldRun)),
    line("20702", "文物", 0, project, old(oldProject)),
    line("2070204", "文物保护", 0, project, old(oldProject)),
    line("221", "住房保障支出", housing, 0, old(oldHousing)),
    line("22102", "住房改革支出", housing, 0, old(oldHousing)),
    line("2210201", "住房公积金", housing, 0, old(oldHousing)),
  ];
}

function summary(now: readonly number[], by: readonly (readonly number[])[]) {
  const all = [...by, now];
  const cells = (pick: (each: readonly number[]) => number): string[] =>
    all.map((each) => money(pick(each)));
  const total = cells(sum);
  return [
    [
      "一、一般公共预算拨款收入",
      ...total,
      "一、文化旅游体育与传媒支出",
      ...cells(([a = 0, b = 0]) => a + b),
    ],
    ["", ...all.map(() => ""), "二、住房保障支出", ...cells(([, , c = 0]) => c)],
    ["本年收入合计", ...total, "本年支出合计", ...total],
    ["收入总计", ...total, "支出总计", ...total],
  ];
}

/** Two rows of headings where there are two years, one where there is one. */
function heads(year: Year, two: boolean): string[][] {
  const kinds = ["合计", "基本支出", "项目支出"];
  if (!two) return [["科目编码", "科目名称", ...kinds]];
  return [
    ["科目编码", "科目名称", `${year - 1}年预算数`, `${year}年预算数`, "", ""],
    ["", "", "", ...kinds],
  ];
}

/** A budget of the department, or of one of its units: columns of the year before where it was published. */
export function budget(year: Year, unit?: number, opening = ""): string {
  const by = unit === undefined ? DEPARTMENT : (UNITS[unit] ?? "");
  const whose = unit === undefined ? "部门" : "单位";
  const now = of("budget", year, unit);
  const before = year > 2022 && unit === undefined ? of("budget", year - 1) : undefined;
  const threes = threeOf("budget", year);
  const olds = before ? threeOf("budget", year - 1) : undefined;
  const units = UNITS.map((name, i) => {
    const total = money(sum(of("budget", year, i)));
    return [`32100${i + 1}`, name, total, total];
  });
  const total = money(sum(now));
  return [
    `${year}年度${by}${whose}预算公开\n${opening}`,
    table(`${year}年${whose}收支总表`, by, [
      ["收入", "", "支出", ""],
      ["项目", `${year}年预算数`, "项目", `${year}年预算数`],
      ...summary(now, []),
    ]),
    ...(unit === undefined
      ? [
          table(`${year}年部门收入总表`, by, [
            ["单位编码", "单位名称", "合计", "一般公共预算"],
            ["", "合计", total, total],
            ...units,
          ]),
        ]
      : []),
    table(`${year}年一般公共预算支出表`, by, [
      ...heads(year, before !== undefined),
      ...bySubject(now, before),
    ]),
    ...(unit === undefined
      ? [
          table(`${year}年一般公共预算“三公”经费预算表`, by, [
            ["项目", ...(olds ? [`${year - 1}年预算数`] : []), `${year}年预算数`],
            ...THREE.map((name, i) => [name, ...(olds ? [money(olds[i])] : []), money(threes[i])]),
          ]),
        ]
      : []),
  ].join("\n");
}

/** A final account of the department: it repeats the budget, and the final account of the year before. */
export function final(year: Year, note = ""): string {
  const now = of("final", year);
  const [planned, spent] = [threeOf("budget", year), threeOf("final", year)];
  const last = year > 2022 ? threeOf("final", year - 1) : undefined;
  return [
    `${year}年度${DEPARTMENT}部门决算公开\n`,
    table(`${year}年度收入支出决算总表`, DEPARTMENT, [
      ["收入", "", "", "支出", "", ""],
      ["项目", "预算数", "决算数", "项目", "预算数", "决算数"],
      ...summary(now, [of("budget", year)]),
    ]),
    table(`${year}年度一般公共预算财政拨款支出决算表`, DEPARTMENT, [
      ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
      ...bySubject(now, undefined),
    ]),
    table(`${year}年度一般公共预算财政拨款“三公”经费支出决算表`, DEPARTMENT, [
      ["项目", "预算数", "决算数", ...(last ? ["上年决算数"] : [])],
      ...THREE.map((name, i) => [
        ...[name, money(planned[i]), money(spent[i])],
        ...(last ? [money(last[i])] : []),
      ]),
    ]),
    note,
  ].join("\n");
}
