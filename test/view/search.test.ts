import fc from "fast-check";
import { expect, test } from "vitest";
import { outputIn } from "../../src/view/output.ts";
import { cellsOf } from "../../src/view/search/csv-lines.ts";
import { figureFile } from "../../src/view/search/figure-file.ts";
import { csvFile } from "../../src/write/csv.ts";
import { appOn, ask, sandboxWith } from "./fixture.ts";

const FIELDS =
  "fact,document,disclosure,division,department,year,stage,table_id,function_code,function_name,project_name,label,amount_yuan,published,unit,status,reason";
const FIGURES = `\uFEFF${FIELDS}
d1-t1-r1-c1,d1,2024/甲局/budget,泾县,甲局,2024,budget,income-summary,205,教育支出,,教育支出,12345000,1234.50,万元,proved,
d1-t1-r2-c1,d1,2024/甲局/budget,泾县,甲局,2024,budget,income-summary,208,社会保障和就业支出,,其他,200000,20.00,万元,conflict,identity-fails
d2-t1-r1-c1,d2,2023/乙局/budget,蔚县,乙局,2023,budget,project-expenditure,,,"教育""专项"",一期",项目,900000,90,万元,unproved,no-sum
d2-t1-r2-c1,d2,2023/乙局/budget,蔚县,乙局,2023,final,income-summary,,,,合计,100000,10,万元,unproved,no-sum
`;

interface Answer {
  count: number;
  figures: { fact: string; project_name: string }[];
  facets: Record<string, [string, number][]>;
  sentences: { disclosure: string; sentence: string }[];
}

/** The same in a file for each part, as a run writes many documents. */
const PARTS = Object.fromEntries(
  ["2024", "2023"].map((year) => [
    `out/csv/figures/${year}/none.csv`,
    `${FIGURES.split("\n")
      .filter((line, at) => at === 0 || line.includes(`,${year},`))
      .join("\n")}\n`,
  ]),
);

async function found(
  query: Record<string, string>,
  figures: Record<string, string> = { "out/figures.csv": FIGURES },
): Promise<Answer> {
  const folder = sandboxWith({
    ...figures,
    "out/disclosures.csv":
      "disclosure,department,year,documents\n2024/甲局/budget,甲局,2024,d1\n2023/乙局/budget,乙局,2023,d2\n",
    "out/statements.csv":
      'document,department,year,sentence,page,line\nd1,甲局,2024,"教育支出1234.50万元,增加。",3,\nd1,甲局,2024,"教育支出1234.50万元,增加。",3,\n',
  });
  const answer = await ask(appOn(folder), `/api/search?${new URLSearchParams(query)}`);
  return (await answer.json()) as Answer;
}

const ids = async (query: Record<string, string>) =>
  (await found(query)).figures.map(({ fact }) => fact);

test.each([
  ["nothing", {}, ["d1-t1-r1-c1", "d1-t1-r2-c1", "d2-t1-r1-c1", "d2-t1-r2-c1"]],
  ["a subject or a project", { q: "教育" }, ["d1-t1-r1-c1", "d2-t1-r1-c1"]],
  ["a code", { q: "208" }, ["d1-t1-r2-c1"]],
  ["words of department and subject", { q: "乙局 教育" }, ["d2-t1-r1-c1"]],
  ["an amount as printed", { q: "1,234.5" }, ["d1-t1-r1-c1"]],
  ["an amount in 元", { q: "900000" }, ["d2-t1-r1-c1"]],
  ["a facet", { year: "2023", stage: "final" }, ["d2-t1-r2-c1"]],
  ["a value that is none", { year: "1999" }, []],
  [
    "what needs a look",
    { order: "weight", open: "1" },
    ["d1-t1-r2-c1", "d2-t1-r1-c1", "d2-t1-r2-c1"],
  ],
])("finds by %s", async (_, query, facts) => {
  expect(await ids(query as Record<string, string>)).toEqual(facts);
});

test("counts what each value of a facet would leave", async () => {
  const { facets, count } = await found({ year: "2023" });
  expect(count).toBe(2);
  expect(facets.year).toEqual([
    ["2024", 2],
    ["2023", 2],
  ]);
  expect(facets.status).toEqual([["unproved", 2]]);
});

test("finds a sentence once, with its disclosure, however many figures it states", async () => {
  const { sentences } = await found({ q: "增加" });
  expect(sentences).toMatchObject([
    { disclosure: "2024/甲局/budget", sentence: "教育支出1234.50万元,增加。" },
  ]);
});

test("a text with quotes and commas is read from its place in the file", async () => {
  const { figures } = await found({ q: "专项" });
  expect(figures[0]?.project_name).toBe('教育"专项",一期');
});

test.each([
  ["all", {}],
  ["a word of both parts", { q: "教育" }],
  ["what needs a look", { order: "weight", open: "1" }],
])("finds in parts what it finds in one file: %s", async (_, query) => {
  const [parts, whole] = [await found(query, PARTS), await found(query)];
  expect(parts.count).toBe(whole.count);
  expect(new Set(parts.figures)).toEqual(new Set(whole.figures));
});

test("an output without figures is searched for nothing", async () => {
  const folder = sandboxWith({ "out/disclosures.csv": "disclosure\n" });
  expect(await figureFile(outputIn(`${folder}/out`)).search({})).toBeUndefined();
});

test("cells are read as they were written", async () => {
  const text = fc.string({ unit: fc.constantFrom("a", '"', ",", "预", "'", "=", " ", "\n") });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 4 }), async (cells) => {
      const file = await csvFile(["a"], [cells]);
      const line = file.replace(/^.*?\n/, "").replace(/\n$/, "");
      expect(cellsOf(line)).toEqual(cells);
    }),
    { numRuns: 100 },
  );
});
