import { PUT } from "../report/format.ts";

/** What the scripts of a report call: it is there before the first of them. */
const values = new Map<string, unknown>();
const put = Object.assign((name: string, value: unknown) => values.set(name, value), { values });
Object.assign(globalThis, { [PUT]: put });
