/** The trees and words of the data contract: what a figure is about. A tree id's parent is part of the declaration. */

export const STAGES = ["budget", "adjusted", "final"] as const;
export type Stage = (typeof STAGES)[number];

/** `government`: a county's, city's or district's roll-up over its departments. */
export const SCOPES = ["department", "unit", "government"] as const;
export type Scope = (typeof SCOPES)[number];

export const FLOWS = ["income", "expenditure"] as const;
export type Flow = (typeof FLOWS)[number];

export const PERIODS = ["current", "previous"] as const;
export type Period = (typeof PERIODS)[number];

export const PROJECT_TYPES = [
  "other_operation",
  "specific_purpose",
  "personnel",
  "public",
] as const;
export type ProjectType = (typeof PROJECT_TYPES)[number];

/** `part` marks a 其中 line: it bounds its parent and does not have to add up to it with its sisters. */
export interface TreeNode {
  readonly parent?: string;
  readonly part?: true;
}

/** Where the money comes from. */
export const FUNDS = {
  total: {},
  current: { parent: "total" },
  fiscal: { parent: "current" },
  general_public: { parent: "fiscal" },
  "general_public.appropriation": { parent: "general_public", part: true },
  "general_public.transfer": { parent: "general_public", part: true },
  government_fund: { parent: "fiscal" },
  state_capital: { parent: "fiscal" },
  special_account: { parent: "current" },
  unit: { parent: "current" },
  institutional: { parent: "unit" },
  "institutional.tuition": { parent: "institutional", part: true },
  business: { parent: "unit" },
  superior_subsidy: { parent: "unit" },
  subordinate_remittance: { parent: "unit" },
  other: { parent: "unit" },
  "other.donation": { parent: "other", part: true },
  carry_over: { parent: "total" },
  "carry_over.general_public": { parent: "carry_over" },
  "carry_over.government_fund": { parent: "carry_over" },
  "carry_over.state_capital": { parent: "carry_over" },
  "carry_over.special_account": { parent: "carry_over" },
  "carry_over.unit": { parent: "carry_over" },
  surplus: { parent: "total" },
} as const satisfies Record<string, TreeNode>;
export type Fund = keyof typeof FUNDS;

/** What the money is spent on. */
export const KINDS = {
  total: {},
  current: { parent: "total" },
  basic: { parent: "current" },
  "basic.personnel": { parent: "basic" },
  "basic.personnel.wages": { parent: "basic.personnel" },
  "basic.personnel.family": { parent: "basic.personnel" },
  "basic.operating": { parent: "basic" },
  "basic.operating.goods": { parent: "basic.operating" },
  "basic.operating.capital": { parent: "basic.operating" },
  project: { parent: "current" },
  "project.construction": { parent: "project", part: true },
  "project.other_operation": { parent: "project" },
  "project.specific_purpose": { parent: "project" },
  business: { parent: "current" },
  remittance: { parent: "current" },
  subsidy: { parent: "current" },
  reserve: { parent: "current" },
  distribution: { parent: "total" },
  carried_forward: { parent: "total" },
  "carried_forward.basic": { parent: "carried_forward" },
  "carried_forward.project": { parent: "carried_forward" },
} as const satisfies Record<string, TreeNode>;
export type Kind = keyof typeof KINDS;

/**
 * Rows or columns that no code names. The first group is contract section 5: `table_total` is the total of a three-public
 * table that carries more than the three. `reserved_for_small_firms` (预留中小微企业份额)
 * and `project_budget` (a project's whole budget, repeated on each of its purchases) occur in procurement tables only
 * and are no part of the money beside them.
 */
export const ITEMS = {
  three_public: {},
  "three_public.overseas": { parent: "three_public" },
  "three_public.overseas.academic": { parent: "three_public.overseas" },
  "three_public.overseas.other": { parent: "three_public.overseas" },
  "three_public.vehicle": { parent: "three_public" },
  "three_public.vehicle.purchase": { parent: "three_public.vehicle" },
  "three_public.vehicle.operation": { parent: "three_public.vehicle" },
  "three_public.reception": { parent: "three_public" },
  meeting: {},
  training: {},
  operating_funds: {},
  table_total: {},
  reserved_for_small_firms: { part: true },
  project_budget: {},
} as const satisfies Record<string, TreeNode>;
export type Item = keyof typeof ITEMS;

/** What is bought (contract section 5). */
export const PROCUREMENT_CLASSES = ["goods", "works", "services"] as const;
export type ProcurementClass = (typeof PROCUREMENT_CLASSES)[number];

/** Everything that a table, a column or a row can say about a figure. What is not said is left out. */
export interface Coordinates {
  readonly flow?: Flow;
  readonly period?: Period;
  readonly stage?: Stage;
  readonly fund?: Fund;
  readonly kind?: Kind;
  readonly item?: Item;
  readonly procurement?: ProcurementClass;
  readonly functionCode?: string;
  readonly economicCode?: string;
  readonly govEconomicCode?: string;
  readonly unitCode?: string;
  readonly unitName?: string;
  readonly projectCode?: string;
  readonly projectName?: string;
  readonly projectType?: ProjectType;
}

/** The names of all coordinates, in the order in which people read them. */
export const COORDINATE_NAMES = [
  "flow",
  "period",
  "stage",
  "fund",
  "kind",
  "item",
  "procurement",
  "functionCode",
  "economicCode",
  "govEconomicCode",
  "unitCode",
  "unitName",
  "projectCode",
  "projectName",
  "projectType",
] as const satisfies readonly (keyof Coordinates)[];
