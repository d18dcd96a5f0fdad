/**
 * The type of a field, with what follows from it in every format:
 * - `text`, `code`: a string; a code keeps its leading zeros everywhere
 * - `integer`: a count or a position
 * - `decimal`: an exact decimal string, never a floating-point number
 * - `year`: four digits
 * - `boolean`: `true` or `false`
 */
export type FieldType = "text" | "code" | "integer" | "decimal" | "year" | "boolean";

/** One column of a published dataset: all formats are derived from this declaration. */
export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly type: FieldType;
  /** What a Chinese reader calls it. */
  readonly title: string;
  readonly description: string;
  /** Fiscal Data Package column type (budget taxonomy), where one fits. */
  readonly columnType?: string;
  /** Unit of measurement of a decimal. */
  readonly unit?: string;
  /** The closed list of its values, where there is one. */
  readonly values?: readonly string[];
  /** True if no record leaves it empty. */
  readonly required?: true;
}

export interface Dataset<Name extends string = string> {
  /** Name of the resource; its file is `<name>.csv`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Field<Name>[];
  /** The field that no two lines have alike. */
  readonly key?: Name;
  /** Fields that a line of another dataset has as well, and which dataset. */
  readonly refers?: Readonly<Partial<Record<Name, string>>>;
}

/** A line of a dataset: every field as the text that all formats carry; empty where nothing is said. */
export type RecordOf<D> = D extends Dataset<infer Name> ? Readonly<Record<Name, string>> : never;

type More = Pick<Field, "columnType" | "unit" | "values" | "required">;

/** A declaration of a field: `field("code", "unit_code", "单位编码", "…")`. */
export function field<Name extends string>(
  type: FieldType,
  name: Name,
  title: string,
  description: string,
  more: More = {},
): Field<Name> {
  return { name, type, title, description, ...more };
}

/** Keeps the literal names of the fields, so that a record with a field too few does not compile. */
export function dataset<Name extends string>(declaration: Dataset<Name>): Dataset<Name> {
  return declaration;
}
