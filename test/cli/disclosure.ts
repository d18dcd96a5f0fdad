/** A disclosure of two tables: 8 figures that add up, and 4 three-public figures (9 = 6 + 3). */
export const DISCLOSURE = `兰考县档案馆2024年部门预算

表1
2024年部门收支预算表
单位：万元
收入\t\t支出\t
项目\t金额\t项目\t金额
一、一般公共预算\t120.00\t一、一般公共服务\t100.00
\t\t八、社会保障和就业\t20.00
本年收入合计\t120.00\t本年支出合计\t120.00
收入总计\t120.00\t支出总计\t120.00

表9
2024年“三公”经费支出表
单位：万元
合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费
\t\t小计\t公务用车购置费\t公务用车运行费\t
9.00\t\t6.00\t\t6.00\t3.00
`;

/** The same with an expenditure that does not add up. */
export const CONTRADICTION = DISCLOSURE.replace("兰考县档案馆", "兰考县司法局").replace(
  "\t20.00",
  "\t70.00",
);
