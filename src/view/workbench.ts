import { Hono } from "hono";
import { decodeText } from "../read/decode.ts";
import { pageOf } from "../read/web-archive.ts";
import { type Guard, guarded } from "./guard.ts";
import type { Output } from "./output.ts";
import { overviewOf, threePublicOf } from "./overview.ts";
import { type PageFolder, pageFile } from "./page-files.ts";
import { sourceOf } from "./source.ts";

export interface WorkbenchOptions extends Guard {
  readonly output: Output;
  /** Absolute folder that sources are looked for from. */
  readonly start: string;
  /** The built page, and what pdf.js loads as it needs it. */
  readonly folders: readonly PageFolder[];
}

/** The workbench as a function of requests; it reads what a run wrote and changes nothing. */
export function workbench({ output, start, folders, ...guard }: WorkbenchOptions): Hono {
  const app = new Hono();
  app.use(guarded(guard));
  // What cannot be read is said to who asked, who is the one to mend it.
  app.onError((error, c) => c.text(`500 ${error.message}`, 500));

  app.get("/api/overview", async (c) => c.json(await overviewOf(output)));
  app.get("/api/three-public", async (c) => c.json(await threePublicOf(output)));

  app.get("/api/disclosure", async (c) => {
    const json = await output.disclosure(c.req.query("id") ?? "");
    if (json === undefined)
      return c.text("404 no such disclosure, or no JSON of it was written", 404);
    return c.body(json, 200, { "Content-Type": "application/json; charset=utf-8" });
  });

  app.get("/source/:document", async (c) => {
    const source = await sourceOf(output, c.req.param("document"), start);
    if (source === undefined) return c.text("404 no such document", 404);
    if ("gone" in source) return c.text(source.gone, 410);
    const { bytes, format } = source;
    if (format === "pdf") return c.body(bytes, 200, { "Content-Type": "application/pdf" });
    if (format === "text") return c.text(decodeText(bytes));
    if (format === "web-archive") return c.text(await pageOf(bytes));
    // Whatever else it is, a browser does not run it.
    return c.body(bytes, 200, {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": "attachment",
    });
  });

  app.get("*", async (c) => {
    const file = await pageFile(folders, c.req.path);
    if (file === undefined) return c.text("404 not found", 404);
    return c.body(file.bytes, 200, { "Content-Type": file.type });
  });
  return app;
}
