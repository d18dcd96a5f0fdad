import { PUT, type ReportFigures, type ReportSite, SITE_FILE } from "../report/format.ts";
import { type FigureIndex, type Found, indexOf, recordsUnder } from "../search/figure-index.ts";
import { search } from "../search/search.ts";
import { goneWords, missingWords, type Site } from "./site-words.ts";

/** The report that the page stands in; undefined where a server gave it out. Its first script came before the page. */
export function report(): Site | undefined {
  const known = STORE.get(SITE_FILE);
  return known === undefined ? undefined : siteOf(known as ReportSite);
}

/** Values as scripts hand them over (put.ts); empty where the page is a server's. */
const STORE =
  (globalThis as { [PUT]?: { readonly values: Map<string, unknown> } })[PUT]?.values ??
  new Map<string, unknown>();

const LOADING = new Map<string, Promise<unknown>>();

/** What a script of the report's hands over. */
function load(name: string): Promise<unknown> {
  const known = LOADING.get(name) ?? loadScript(name);
  LOADING.set(name, known);
  return known;
}

async function loadScript(name: string): Promise<unknown> {
  await runScript(`data/${name}.js`);
  const value = STORE.get(name);
  STORE.delete(name);
  return value;
}

/** Runs a script of the report's. */
export function runScript(address: string): Promise<void> {
  return new Promise((ran, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => ran();
    script.onerror = () => failed(new Error(missingWords()));
    document.head.append(script);
  });
}

function siteOf({ disclosures, sources, gone, searchable }: ReportSite): Site {
  let index: Promise<{ figures: Found[]; index: FigureIndex }> | undefined;
  async function indexed() {
    const { fields, rows, sentences } = (await load("figures")) as ReportFigures;
    const figures = rows.map(recordsUnder(fields));
    return { figures, index: await indexOf(figures, sentences) };
  }

  async function json(address: string): Promise<unknown> {
    const { pathname, searchParams } = new URL(address, "http://report");
    if (pathname === "/api/intake") return null;
    if (pathname === "/api/disclosure") {
      const number = disclosures[searchParams.get("id") ?? ""];
      if (number === undefined) throw new Error(missingWords());
      return load(`disclosure-${number}`);
    }
    if (pathname === "/api/blocks" || pathname === "/api/sums") {
      const document = searchParams.get("document") ?? "";
      const number = sources[document];
      if (number === undefined) throw new Error(goneWords(gone[document] ?? ""));
      return load(`${pathname.replace("/api/", "")}-${number}`);
    }
    if (pathname === "/api/search") {
      if (!searchable) return null;
      index ??= indexed();
      const { figures, index: all } = await index;
      return search(all, Object.fromEntries(searchParams), async (rows) =>
        rows.flatMap((row) => figures[row] ?? []),
      );
    }
    return load(pathname.replace("/api/", ""));
  }

  async function bytes(address: string): Promise<Uint8Array> {
    const document = address.replace(/^\/source\//, "");
    const number = sources[document];
    if (number === undefined) throw new Error(goneWords(gone[document] ?? ""));
    return bytesOf((await load(`source-${number}`)) as string);
  }

  return {
    isServer: false,
    json,
    bytes,
    text: async (address) => new TextDecoder().decode(await bytes(address)),
    workbook: () => "three-public.xlsx",
  };
}

/** A file that pdf.js asks for. */
export async function supportFile(name: string): Promise<Uint8Array> {
  return bytesOf((await load(`pdfjs-${name}`)) as string);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
