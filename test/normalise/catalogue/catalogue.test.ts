import { describe, expect, it } from "vitest";
import {
  catalogueFor,
  economicMapping,
  plainName,
  searchCodes,
} from "../../../src/normalise/catalogue/index.ts";

const in2024 = catalogueFor("2024");

describe("a code", () => {
  it.each([
    ["2018", "医疗卫生与计划生育支出"],
    ["2019", "卫生健康支出"],
    ["2024", "卫生健康支出"],
  ])("has its name of %s", (year, name) => {
    expect(catalogueFor(year).function("210")?.name).toBe(name);
  });

  it("has its place in the hierarchy", () => {
    expect(in2024.function("2101501")).toMatchObject({
      name: "行政运行",
      level: 3,
      parent: "21015",
    });
    expect(in2024.economic("30101")).toMatchObject({ name: "基本工资", level: 2, parent: "301" });
    expect(in2024.govEconomic("501")).toMatchObject({ name: "机关工资福利支出", level: 1 });
    expect(in2024.govEconomic("501")?.parent).toBeUndefined();
  });

  it("moved in the reform of 2018", () => {
    expect(catalogueFor("2017").economic("30311")?.name).toBe("住房公积金");
    expect(in2024.economic("30113")?.name).toBe("住房公积金");
    expect(in2024.economic("30311")?.name).toBe("代缴社会保险费");
  });

  it("is undefined where the catalogue does not know it", () => {
    expect(in2024.function("2999999")).toBeUndefined();
    expect(in2024.economic("413")).toBeUndefined();
  });

  it("built for a year is built once", () => {
    expect(catalogueFor("2024")).toBe(in2024);
  });
});

describe("the 类 of a line of a summary table", () => {
  it.each([
    ["一、一般公共服务支出", "201"],
    ["一、一般公共服务", "201"],
    ["（七）文化体育旅游与传媒支出", "207"],
    ["七、文化体育与传媒支出", "207"],
    ["九、社会保险基金支出", "209"],
    ["（九）医疗卫生与计划生育支出", "210"],
    ["（十）卫生健康支出", "210"],
    ["十、卫生健康", "210"],
    ["十二、城乡社区事务", "212"],
    ["十三、农林水事务", "213"],
    ["十五、资源勘探信息等", "215"],
    ["十五、资源勘探工业信息等支出", "215"],
    ["十九、国土海洋气象等支出", "220"],
    ["二十三、国有资本经营预算", "223"],
    ["二十四、灾害防治及应急管理", "224"],
    ["二十七、预备费", "227"],
    ["(三十三) 债务发行费用支出", "233"],
    ["三十四、抗疫特别国债安排的支出", "234"],
    ["二十九、其他支出", "229"],
    ["三十、转移性支出", "230"],
    ["二 、 外 交 支 出", "202"],
  ])("%s is %s", (printed, code) => {
    expect(in2024.functionClass(printed)?.code).toBe(code);
  });

  it.each(["三十一、人行专用科目", "本年支出合计", "一、本年支出", "", "住房公积金"])(
    "%s is none",
    (printed) => {
      expect(in2024.functionClass(printed)).toBeUndefined();
    },
  );
});

describe("a printed name", () => {
  it.each([
    ["function", "2101599", "其他医疗保障管理事务支", true],
    ["function", "210", "医疗卫生与计划生育", true],
    ["function", "2082799", "其他财政对社会保险基金的 补助", true],
    ["economic", "30213", "维修(护)费", true],
    ["economic", "30239", "其他交通费", true],
    ["economic", "303", "对个人和家庭补助", true],
    ["economic", "30302", "（二）退休费", true],
    ["gov-economic", "50102", "社会保障缴费", true],
    ["economic", "313", "安阳市医疗保障局", false],
    ["economic", "30299", "医疗保障政策管理", false],
    ["function", "2101501", "行政", false],
    ["function", "2101501", "", false],
  ] as const)("%s %s %s: %s", (dimension, code, printed, same) => {
    expect(in2024.sameName(dimension, code, printed)).toBe(same);
  });

  it("is found under its 款", () => {
    const codes = in2024.findByName("function", "行政运行", "21015").map((entry) => entry.code);
    expect(codes).toEqual(["2101501"]);
    expect(in2024.findByName("function", "行政运行").length).toBeGreaterThan(50);
  });

  it("means the subject of the year before one of other years", () => {
    const codes = (year: string) =>
      catalogueFor(year)
        .findByName("economic", "医疗费")
        .map((entry) => entry.code);
    expect(codes("2017")).toEqual(["30307"]);
    expect(codes("2024")).toEqual(["30114"]);
  });

  it("keeps what is no ordinal", () => {
    expect(plainName("一般公共服务支出")).toBe("一般公共服务");
    expect(plainName("其中：1.因公出国（境）费用")).toBe("因公出国境费用");
  });
});

describe("searchCodes", () => {
  it("finds by the beginning of a code in every classification", () => {
    expect(searchCodes("5010").map((found) => [found.dimension, found.code])).toEqual([
      ["gov-economic", "50101"],
      ["gov-economic", "50102"],
      ["gov-economic", "50103"],
    ]);
  });

  it("finds names of other years, with their years, unless a year is asked for", () => {
    const names = (year?: string) =>
      searchCodes("210", year).filter((found) => found.code === "210");
    expect(names().map((found) => [found.name, found.validTo])).toEqual([
      ["医疗卫生与计划生育支出", "2018"],
      ["卫生健康支出", undefined],
    ]);
    expect(names("2024").map((found) => found.name)).toEqual(["卫生健康支出"]);
  });

  it("finds by alias, and nothing for nothing", () => {
    expect(searchCodes("农林水事务").map((found) => found.code)).toContain("213");
    expect(searchCodes(" ")).toEqual([]);
    expect(searchCodes("没有这个科目")).toEqual([]);
  });
});

it("maps a department's economic code to the government's", () => {
  expect(economicMapping("30101")).toEqual(["50101", "50501"]);
  expect(economicMapping("31203", "2024")).toEqual(["50805"]);
  expect(economicMapping("31203", "2019")).toEqual(["50801"]);
  expect(economicMapping("2101501")).toEqual([]);
});
