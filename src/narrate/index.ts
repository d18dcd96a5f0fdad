export type { TableAmount } from "./compare/compare.ts";
export { type Comparison, compareStatements } from "./compare/compare.ts";
export { type FormReading, readForm } from "./forms/form.ts";
export {
  type NarrativeContext,
  type NarrativeReading,
  type NarrativeStatement,
  readStatements,
} from "./prose/statements.ts";
export {
  isThreePublicAmount,
  type ThreePublicStatement,
  threePublicStatements,
} from "./three-public.ts";
