import { LANGUAGE } from "./language.ts";
import { report } from "./report-site.ts";
import { goneWords, missingWords, type Site } from "./site-words.ts";

const server: Site = {
  isServer: true,
  json: async (address) => (await answer(address)).json(),
  bytes: async (address) => new Uint8Array(await (await answer(address)).arrayBuffer()),
  text: async (address) => (await answer(address)).text(),
  workbook: ({ q = "", year = "", stage = "", department = "" }) =>
    `/api/three-public.xlsx?${new URLSearchParams({ q, year, stage, department, language: LANGUAGE })}`,
};

export const SITE: Site = report() ?? server;

async function answer(address: string): Promise<Response> {
  const response = await fetch(address);
  if (response.ok) return response;
  const text = await response.text();
  if (response.status === 410) throw new Error(goneWords(text));
  if (response.status === 404) throw new Error(missingWords());
  throw new Error(text);
}
