import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { groupBy } from "../../src/write/group.ts";
import { budget } from "./archive.ts";
import { extract, extractInParts } from "./real-run.ts";
import { csv, sandbox, snapshot, write } from "./sandbox.ts";

const OLD = "林州市渠首石刻保护局";
const NEW = "林州市渠首文物局";

/** Budgets of a department that is called otherwise from 2023 on, and says so in 2024. */
function archive(sentence: string): string {
  const folder = sandbox();
  const renamed = (year: 2023 | 2024) => budget(year).replaceAll(OLD, NEW);
  write(folder, "in/2022.txt", budget(2022));
  write(folder, "in/2023.txt", renamed(2023));
  write(folder, "in/2024.txt", renamed(2024).replace("\n\n", `\n\n${sentence}\n\n`));
  return folder;
}

/** The series of 住房公积金, a line a series: its years, and the name that it goes on under. */
function series(folder: string): string[] {
  const points = csv(join(folder, "out/series.csv")).filter(({ label }) => label === "住房公积金");
  const byId = groupBy(points, (point) => point.series);
  return [...byId.values()].map((line) =>
    [
      ...new Set(line.map(({ year }) => year)),
      ...new Set(line.map((each) => each.goes_on_as)),
    ].join(" "),
  );
}

test("the series of a department go on under the name that a document says, as long as it does", async () => {
  const folder = archive(`2023年1月，原${OLD}更名为${NEW}。`);
  await extract(folder, { exclude: ["in/2024.txt"] });
  const apart = series(folder);
  expect(apart).toContain(`2022 ${OLD}`);
  expect(apart).toContain(`2023 ${NEW}`);
  const before = snapshot(join(folder, "out"));

  await extract(folder);
  expect(series(folder)).toContain(`2022 2023 2024 ${NEW}`);
  expect(series(folder)).not.toContain(`2022 ${OLD}`);
  const [first] = csv(join(folder, "out/series.csv"));
  expect(first).toMatchObject({ department: OLD, goes_on_as: NEW });
  expect(first?.rests_on).toMatch(new RegExp(`^d[0-9a-f]{16}: 2023年1月，原${OLD}更名为${NEW}。$`));
  const all = snapshot(join(folder, "out"));
  await extractInParts(folder, "merged");
  expect(snapshot(join(folder, "merged"))).toEqual(all);

  await extract(folder, { exclude: ["in/2024.txt"] });
  expect(snapshot(join(folder, "out"))).toEqual(before);
  for (const each of ["out", "out.state"]) rmSync(join(folder, each), { recursive: true });
  await extract(folder, { sources: ["in/2024.txt", "in/2022.txt", "in/2023.txt"] });
  expect(snapshot(join(folder, "out"))).toEqual(all);
});

test("a merger begins series of its own", async () => {
  const folder = archive(`2023年将原${OLD}、林州市旅游局的职责整合，组建${NEW}。`);
  await extract(folder);
  expect(series(folder)).toContain(`2022 ${OLD}`);
  expect(series(folder)).toContain(`2023 2024 ${NEW}`);
});
