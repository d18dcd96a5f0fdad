import { describe, expect, it } from "vitest";
import { columnsOf } from "../../../src/extract/headings/columns.ts";
import { declarationOf } from "../../../src/taxonomy/tables/declarations.ts";
import { matchTitle } from "../../../src/taxonomy/tables/match.ts";
import { HEADINGS } from "./headings.ts";
import { TITLES } from "./titles.ts";

describe("titles of tables", () => {
  it.each(TITLES.map(([title, id]) => ({ title, id })))("$title", ({ title, id }) => {
    expect(matchTitle(title)?.id).toBe(id);
  });
});

describe("headings of columns", () => {
  const probes = HEADINGS.map(([table, path, role, gives = {}]) => ({ table, path, role, gives }));
  it.each(probes)("$table: $path", ({ table, path, role, gives }) => {
    const context = { declaration: declarationOf(table), year: "2024" };
    const [column] = columnsOf([path.split("/")], context);
    expect(column?.role).toBe(role);
    if (role === "amount") expect(column?.gives).toMatchObject(gives);
  });
});
