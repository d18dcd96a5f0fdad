import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { glossary } from "./glossary.ts";
import { identities } from "./identities.ts";
import { tables } from "./tables.ts";

/** Pages that are made from the program: `npm run reference` writes them, a test keeps them current. */
export const PAGES: Readonly<Record<string, () => string>> = {
  "glossary.md": glossary,
  "tables.md": tables,
  "identities.md": identities,
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, page] of Object.entries(PAGES))
    writeFileSync(new URL(`../${name}`, import.meta.url), page());
