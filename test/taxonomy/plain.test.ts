import { expect, it } from "vitest";
import { hasOrdinal, plain, withoutOrdinal } from "../../src/taxonomy/plain.ts";

it.each([
  ["“ 三 公 ”经费（万元）", "三公经费(万元)"],
  ["〝三公〞经费", "三公经费"],
  ["２０２４年", "2024年"],
  ["因 公 出 国 （ 境 ） 费", "因公出国(境)费"],
  ["科目\u3000名称", "科目名称"],
  ["②公务用车运行维护费", "(2)公务用车运行维护费"],
])("plain %s is %s", (text, expected) => {
  expect(plain(text)).toBe(expected);
});

it.each([
  ["一、一般公共服务支出", "一般公共服务支出"],
  ["(二十)、住房保障支出", "住房保障支出"],
  ["三十四、抗疫特别国债安排的支出", "抗疫特别国债安排的支出"],
  ["(一)一般公共预算拨款", "一般公共预算拨款"],
  ["1.人员经费", "人员经费"],
  ["3、公务接待费", "公务接待费"],
  ["(2)公务用车运行费", "公务用车运行费"],
  ["①办公费", "办公费"],
])("%s without its ordinal is %s", (label, rest) => {
  expect(hasOrdinal(label)).toBe(true);
  expect(withoutOrdinal(label)).toBe(rest);
});

it.each(["三公经费", "一般公共预算", "2.15", "12.50", "2024年预算数", "十堰市财政局"])(
  "%s has no ordinal",
  (label) => {
    expect(withoutOrdinal(label)).toBe(label);
  },
);

it("① behind 其中 is an ordinal as well", () => {
  expect(withoutOrdinal(plain("其中：①公务用车运行维护费"))).toBe("其中:公务用车运行维护费");
});
