import { ordinalOf } from "../../extract/words.ts";
import type { RuleId } from "../../model/rules.ts";
import {
  type Dimension,
  groupBy,
  keyWithout,
  plainName,
  saysPart,
} from "../../normalise/ledger/keys.ts";
import type { Entry, Reading } from "../../normalise/ledger/ledger.ts";
import { flagsOf, PERSONNEL_CLASSES } from "../../taxonomy/tables.ts";
import { type Constraint, equation } from "../constraint.ts";

/** A sum that the orders do not give: one figure of a table against others that agree with it in all but some dimensions. */
interface NamedRule {
  readonly because: RuleId;
  readonly besides: readonly Dimension[];
  /** Which side of which sum a figure stands on. */
  readonly side: (
    entry: Entry,
    rowSaysKind: boolean,
  ) => readonly ["whole" | "part", string] | undefined;
  readonly fits?: (whole: Entry, parts: readonly Entry[]) => boolean;
}

const NAMED: readonly NamedRule[] = [
  {
    // One list by 功能分类 and one by 支出用途 side by side are the same money, and its total is printed once.
    because: "list-beside",
    besides: ["functionCode", "kind"],
    side: ({ coordinates: { flow, functionCode, kind } }) => {
      if (flow !== "expenditure") return undefined;
      if (functionCode === undefined) return kind === "current" ? ["whole", ""] : undefined;
      return functionCode.length === 3 && kind === "total" ? ["part", ""] : undefined;
    },
    fits: ({ figure }, parts) => {
      const blocks = new Set(parts.map((part) => part.figure.block));
      return blocks.size === 1 && !blocks.has(figure.block);
    },
  },
  {
    // 人员经费合计 and 公用经费合计 of classes in lists side by side stand once, below one of the lists.
    because: "classes-beside",
    besides: ["economicCode", "kind"],
    side: ({ coordinates: { economicCode: code, govEconomicCode, kind } }, rowSaysKind) => {
      if (code === undefined) return rowSaysKind ? ["whole", `${kind}`] : undefined;
      if (code.length !== 3 || govEconomicCode !== undefined) return undefined;
      const side = PERSONNEL_CLASSES.has(code) ? "basic.personnel" : "basic.operating";
      return kind === "basic" || kind === side ? ["part", side] : undefined;
    },
  },
];

/** The named rules for one table. */
export function namedSums(reading: Reading, entries: readonly Entry[]): Constraint[] {
  return [
    ...NAMED.flatMap((rule) => sumsBy(rule, reading, entries)),
    ...numberedRows(reading, entries),
    ...repeatedBudgets(entries),
  ];
}

function sumsBy(rule: NamedRule, { keys }: Reading, entries: readonly Entry[]): Constraint[] {
  const { because, besides, side, fits } = rule;
  const saying = keys.filter(({ coordinates }) => coordinates.kind !== undefined);
  const rows = new Set(saying.map(({ block, row }) => `${block}:${row}`));
  const placed = entries.flatMap((entry) => {
    const { block, row } = entry.figure;
    const [of, sum] = side(entry, rows.has(`${block}:${row}`)) ?? [];
    return of ? [{ entry, of, key: `${sum} ${keyWithout(entry.coordinates, ...besides)}` }] : [];
  });
  return [...groupBy(placed, ({ key }) => key).values()].flatMap((group): Constraint[] => {
    const at = (side: string) => group.flatMap(({ of, entry }) => (of === side ? [entry] : []));
    const [whole, ...more] = at("whole");
    const parts = at("part");
    if (!whole || more.length > 0 || parts.length === 0 || fits?.(whole, parts) === false)
      return [];
    return [equation("tree", because, [whole], parts)];
  });
}

const REST = /其\s*[他它]/;

/**
 * The total of a table whose rows repeat each other's money in part (其中) against its numbered rows, where they are numbered
 * without a gap: 资产总额 = 1、房屋 + 2、车辆 + 3、设备 + 4、其他. A list that ends in 其他, beside nothing but parts, is
 * all of the whole. Whether others divide it is the publisher's habit: where their sum does not close it says nothing.
 */
function numberedRows({ table, keys }: Reading, entries: readonly Entry[]): Constraint[] {
  const [total, ...others] = keys.filter(({ role }) => role === "total");
  if (!total || others.length > 0 || !flagsOf(table.id).repeats) return [];
  const rows = keys.filter(({ block }) => block === total.block);
  const numbered = rows.filter(({ label }) => ordinalOf(label) !== undefined);
  if (numbered.some(({ label }, i) => ordinalOf(label) !== i + 1)) return [];
  const all =
    REST.test(numbered.at(-1)?.label ?? "") &&
    rows.every((row) => {
      const { label } = row;
      return row === total || numbered.includes(row) || label.trim() === "" || saysPart(label);
    });
  const among = new Set(numbered.map(({ row }) => row));
  const own = entries.filter(({ figure }) => figure.block === total.block);
  const columns = groupBy(own, ({ figure }) => figure.column);
  return [...columns.values()].flatMap((column): Constraint[] => {
    const whole = column.filter(({ figure }) => figure.row === total.row);
    const parts = column.filter(({ figure }) => among.has(figure.row));
    if (whole.length === 0 || parts.length < 2) return [];
    return [equation("column", "numbered", whole, parts, { strength: all ? "hard" : "soft" })];
  });
}

/** A project's budget is printed again with each of its purchases: always the same, and what most of them print is right. */
function repeatedBudgets(entries: readonly Entry[]): Constraint[] {
  const projects = groupBy(entries, ({ coordinates: { item, projectName } }) => {
    return item === "project_budget" && projectName !== undefined
      ? plainName(projectName)
      : undefined;
  });
  return [...projects.values()].flatMap((all) => {
    const equals = [...groupBy(all, ({ amount }) => amount).values()];
    const [common] = equals.reduce((a, b) => (b.length > a.length ? b : a));
    const others = all.filter((entry) => entry !== common);
    return common ? others.map((entry) => equation("same", "repeated", [common], [entry])) : [];
  });
}
