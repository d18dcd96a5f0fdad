export { type Catalogue, catalogueFor } from "./catalogue.ts";
export { economicMapping } from "./economic-mapping.ts";
export { type Confidence, DIMENSIONS, type Dimension, type Entry, inForce } from "./entry.ts";
export { plainName } from "./names.ts";
export { type Found, searchCodes } from "./search.ts";
