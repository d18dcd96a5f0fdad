import type { ReadableStream } from "node:stream/web";
import { Hono } from "hono";
import type { Intake } from "./intake.ts";

/** Addresses of files that come in: where there is no intake, the page learns so and shows none. */
export function intakeRoutes(intake: Intake | undefined): Hono {
  const app = new Hono();
  app.get("/", (c) => c.json(intake?.progress() ?? null));
  if (!intake) return app;

  app.post("/file", async (c) => {
    const body = c.req.raw.body as ReadableStream | null;
    if (body === null) return c.text("400 a file without bytes", 400);
    const added = await intake.add(c.req.query("name") ?? "", body);
    if ("name" in added) return c.json(added);
    return c.text(added.refused, added.status as 413 | 507);
  });
  app.post("/start", (c) => {
    intake.start();
    return c.json(intake.progress());
  });
  return app;
}
