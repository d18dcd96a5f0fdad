import { z } from "zod";

/**
 * The rules of the Data Package v2 profile (https://datapackage.org/profiles/2.0/datapackage.json, with Data Resource, Table
 * Schema and Table Dialect inside it) for the properties that a descriptor of ours may have, written down by hand. Strict
 * where the profile is open, so that a misspelt property shows; `columnType` and `unit` are Fiscal Data Package's and ours.
 */
const path = z
  .string()
  .regex(/^((?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*|(http|ftp)s?:\/\/.*)$/);

const common = {
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  columnType: z.string().optional(),
  unit: z.string().optional(),
};
const constraints = z.strictObject({
  required: z.boolean().optional(),
  enum: z
    .array(z.string())
    .min(1)
    .refine((values) => new Set(values).size === values.length)
    .optional(),
});
const fieldOf = (type: "string" | "number" | "integer" | "year" | "boolean") =>
  z.strictObject({ ...common, type: z.literal(type), constraints: constraints.optional() });
const field = z.union([
  fieldOf("string"),
  fieldOf("number"),
  fieldOf("integer"),
  fieldOf("year"),
  fieldOf("boolean"),
]);

const resource = z.strictObject({
  name: z.string(),
  path,
  type: z.literal("table").optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  format: z.string().optional(),
  mediatype: z.string().regex(/^(.+)\/(.+)$/),
  encoding: z.string().optional(),
  bytes: z.int().optional(),
  hash: z
    .string()
    .regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/)
    .optional(),
  schema: z
    .strictObject({
      fields: z.array(field).min(1),
      primaryKey: z.string().optional(),
      foreignKeys: z
        .array(
          z.strictObject({
            fields: z.string(),
            reference: z.strictObject({ resource: z.string(), fields: z.string() }),
          }),
        )
        .optional(),
    })
    .optional(),
});

const sentence = z.strictObject({ id: z.string(), zh: z.string(), en: z.string() });

export const dataPackage = z.strictObject({
  $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
  name: z.string(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: z.string(),
  description: z.string(),
  keywords: z.array(z.string()).min(1),
  created: z.iso.datetime().optional(),
  licenses: z.array(z.strictObject({ name: z.string(), path, title: z.string() })).min(1),
  sources: z.array(z.strictObject({ title: z.string() })).min(1),
  // Ours: the profile allows more properties than it knows.
  reasons: z.array(sentence).min(1),
  shortfalls: z.array(sentence).min(1),
  patterns: z.array(
    z.strictObject({
      ...{ pattern: path, title: z.string(), description: z.string(), format: z.string() },
      fields: z.string().optional(),
    }),
  ),
  resources: z.array(resource).min(1),
});

/** The column types of Fiscal Data Package's budget taxonomy that fit this data. */
export const BUDGET_TAXONOMY = new Set([
  "value",
  "date:fiscal-year",
  "direction",
  "phase:id",
  "expenditure-type:code",
  "fin-source:generic:code",
  "functional-classification:generic:code",
  "functional-classification:generic:label",
  "economic-classification:generic:code",
  "economic-classification:generic:label",
  "administrative-classification:generic:level1:code",
  "administrative-classification:generic:level1:label",
  "administrative-classification:generic:level2:code",
  "administrative-classification:generic:level2:label",
  "activity:generic:project:code",
  "activity:generic:project:label",
  "geo:source:code",
  "geo:source:title",
]);
