import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type Guard, guarded } from "./guard.ts";
import type { Intake } from "./intake.ts";
import { intakeRoutes } from "./intake-routes.ts";
import { type Opener, opener } from "./opener.ts";
import type { Output } from "./output.ts";
import { overviewOf, threePublicOf } from "./overview.ts";
import { type PageFolder, pageFile } from "./page-files.ts";
import { reviewsCsv, reviewsOf } from "./reviews.ts";
import { figureFile } from "./search/figure-file.ts";
import { sourceOf } from "./source.ts";
import { shownText } from "./source-text.ts";
import { linesFor } from "./three-public-lines.ts";

export interface WorkbenchOptions extends Guard {
  readonly output: Output;
  /** Absolute folder that sources are looked for from. */
  readonly start: string;
  /** The built page, and what pdf.js loads as it needs it. */
  readonly folders: readonly PageFolder[];
  /** Takes files in, where the output is the page's own. */
  readonly intake?: Intake;
  /** Opens sources. */
  readonly sources?: Opener;
}

/** Milliseconds in which the overview is sent. */
const PAUSE = 500;

/** Bytes of one check by hand. */
const MOST_REVIEW = 16_384;

/** The workbench as a function of requests: it reads what a run wrote, and starts one where it may. */
export function workbench(options: WorkbenchOptions): Hono {
  const { output, start, folders, intake, sources = opener(), ...guard } = options;
  const app = new Hono();
  app.use(
    guarded({ ...guard, writes: intake ? ["/api/intake", "/api/reviews"] : ["/api/reviews"] }),
  );
  // What cannot be read is said to who asked, who is the one to mend it.
  app.onError((error, c) => c.text(`500 ${error.message}`, 500));

  const figures = figureFile(output);
  const reviews = reviewsOf(output);
  app.route("/api/intake", intakeRoutes(intake));
  app.get("/api/overview", async (c) => {
    const overview = await overviewOf(output, intake !== undefined);
    // Who looks over an output searches it next: many figures take seconds to be made searchable.
    setTimeout(() => figures.prepare().catch(() => {}), PAUSE).unref();
    return c.json(overview);
  });
  app.get("/api/three-public", async (c) => c.json(await threePublicOf(output)));

  app.get("/api/three-public.xlsx", async (c) => {
    // Most who look at the page never ask for a workbook.
    const { placed, threePublicBook } = await import("../write/three-public-book.ts");
    const lines = linesFor(await threePublicOf(output), c.req.query());
    const language = c.req.query("language") === "en" ? "en" : "zh";
    const bytes = await threePublicBook(lines.map(placed), { language });
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": 'attachment; filename="three-public.xlsx"',
    });
  });
  app.get("/api/search", async (c) => {
    const reviewed = new Set((await reviews.all()).reviews.map(({ fact }) => fact));
    return c.json((await figures.search(c.req.query(), reviewed)) ?? null);
  });

  app.get("/api/reviews", async (c) => c.json(await reviews.all()));
  app.post("/api/reviews", bodyLimit({ maxSize: MOST_REVIEW }), async (c) => {
    const review = await reviews.add(await c.req.json().catch(() => undefined));
    if (review === undefined) return c.text("400 no such figure, or a reason is missing", 400);
    return c.json(review);
  });
  app.get("/api/reviews.csv", async (c) =>
    c.body(await reviewsCsv((await reviews.all()).reviews), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="reviews.csv"',
    }),
  );

  app.get("/api/disclosure", async (c) => {
    const json = await output.disclosure(c.req.query("id") ?? "");
    if (json === undefined)
      return c.text("404 no such disclosure, or no JSON of it was written", 404);
    return c.body(json, 200, { "Content-Type": "application/json; charset=utf-8" });
  });

  for (const what of ["blocks", "sums"] as const)
    app.get(`/api/${what}`, async (c) => {
      const document = c.req.query("document") ?? "";
      const source = await sourceOf(output, document, start);
      if (source === undefined) return c.text("404 no such document", 404);
      if ("gone" in source) return c.text(source.gone, 410);
      return c.json(await sources[what](document, source));
    });

  app.get("/source/:document", async (c) => {
    const source = await sourceOf(output, c.req.param("document"), start);
    if (source === undefined) return c.text("404 no such document", 404);
    if ("gone" in source) return c.text(source.gone, 410);
    const { bytes, format } = source;
    if (format === "pdf") return c.body(bytes, 200, { "Content-Type": "application/pdf" });
    const text = await shownText(source);
    if (text !== undefined) return c.text(text);
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
