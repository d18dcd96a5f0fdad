import { DATASETS, type DatasetName } from "./datasets.ts";
import { csvPart, IN_PARQUET, PARTED, parquetPart } from "./parts.ts";

/** Files of one kind, as many as there are disclosures or parts: datapackage.json describes the kind, and not each of them. */
export interface Pattern {
  /** A path with `{columns}` of disclosures.csv in it; `none` stands for a division that is not known. */
  readonly pattern: string;
  readonly title: string;
  readonly description: string;
  readonly format: string;
  /** The resource or the pattern whose fields its columns are. */
  readonly fields?: string;
}

export interface PatternOptions {
  readonly formats: readonly string[];
  readonly datasets: readonly DatasetName[];
  readonly departments: boolean;
  readonly parts: boolean;
}

/** The part of a year and division, in words of the pattern. */
const PART = "{year}/{division_code}";

const DEPARTMENT: readonly Pattern[] = [
  {
    ...{ pattern: "{disclosure}.json", title: "全部数据", format: "json" },
    description: "Everything of one disclosure: its tables, facts, targets, statements and checks.",
  },
  {
    ...{ pattern: "{disclosure}.facts.csv", title: DATASETS.facts.title, format: "csv" },
    description: "The facts of one disclosure, with the columns of facts.csv.",
    fields: "facts",
  },
  {
    ...{ pattern: "{disclosure}/{table}.csv", title: "标准表", format: "csv" },
    description:
      "One of its tables as a clean rectangle. A heading names its unit where its cells are amounts; the last columns are status and place. A table that occurs several times has a number behind its id.",
  },
  {
    ...{ pattern: "{disclosure}.xlsx", title: "工作簿", format: "xlsx" },
    description: "The same tables as sheets of a workbook.",
  },
];

export function patternsOf({ formats, datasets, departments, parts }: PatternOptions): Pattern[] {
  const own = departments ? DEPARTMENT.filter(({ format }) => formats.includes(format)) : [];
  const inParts =
    parts && formats.includes("csv") ? PARTED.filter((name) => datasets.includes(name)) : [];
  const parquet = formats.includes("parquet")
    ? IN_PARQUET.filter((name) => datasets.includes(name))
    : [];
  return [
    ...own,
    ...inParts.map((name) => pattern(name, csvPart(name, PART), "csv")),
    ...parquet.map((name) => pattern(name, parquetPart(name, PART), "parquet")),
  ];
}

function pattern(name: DatasetName, path: string, format: string): Pattern {
  const { title, description } = DATASETS[name];
  return { pattern: path, title, description, format, fields: name };
}

/** Whether a path is one of the files of a pattern, whatever its columns say. */
export function isOfPattern(path: string, { pattern }: Pick<Pattern, "pattern">): boolean {
  const escaped = pattern.replace(/[.*+?^$|()[\]\\]/g, "\\$&");
  const source = escaped.replace(/\{(\w+)\}/g, (_, name) =>
    name === "disclosure" ? "[^/]+/[^/]+/[^/]+" : "[^/]+",
  );
  return new RegExp(`^${source}$`).test(path);
}
