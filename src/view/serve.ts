import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { UsageError } from "../model/errors.ts";
import { intakeIn } from "./intake.ts";
import { opener } from "./opener.ts";
import { outputIn } from "./output.ts";
import type { PageFolder } from "./page-files.ts";
import { workbench } from "./workbench.ts";

export interface ServeOptions {
  /** Absolute folder that a run wrote; without it, files are taken in. */
  readonly out?: string;
  /** Absolute folder for files that are taken in, and for what is read of them. */
  readonly intake?: string;
  /** Absolute folder that sources are looked for from. */
  readonly start: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** The built page; by default that beside this module. */
  readonly page?: string;
}

export interface Served {
  /** With the token. */
  readonly address: string;
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/** Serves an output folder to this machine alone. Throws UsageError if there is nothing to serve, or no port. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { start, port, page = BUILT } = options;
  const intake = options.intake === undefined ? undefined : intakeIn(options.intake);
  const out = options.out ?? intake?.output ?? start;
  if (!intake && !existsSync(join(out, "disclosures.csv")))
    throw new UsageError(`${out} is no output of yusuan: it has no disclosures.csv`);
  if (!existsSync(join(page, "index.html"))) throw new UsageError(`${page} has no built page`);
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    server.once("error", (error) =>
      failed(new UsageError(`port ${port} cannot be opened: ${error.message}`)),
    );
    server.listen(port, LOOPBACK, listening);
  });
  const host = `${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  const token = randomBytes(24).toString("base64url");
  const sources = opener();
  const app = workbench({
    ...{ sources, output: outputIn(out), start, host, token, folders: foldersOf(page) },
    ...(intake && { intake }),
  });
  server.on("request", getRequestListener(app.fetch));
  return {
    address: `http://${host}/?token=${token}`,
    async close() {
      await new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
      await Promise.all([intake?.close(), sources.close()]);
    },
  };
}

const BUILT = fileURLToPath(new URL("./page", import.meta.url));

/** What the page is made of, and pdf.js' character maps, standard fonts and decoders as its package has them. */
export function foldersOf(page: string): PageFolder[] {
  const pdfjs = dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")));
  const parts = ["cmaps", "standard_fonts", "wasm"];
  return [
    { under: "/", folder: page },
    { under: "/assets/", folder: join(page, "assets") },
    ...parts.map((part) => ({ under: `/pdfjs/${part}/`, folder: join(pdfjs, part) })),
  ];
}
