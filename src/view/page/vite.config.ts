import { defineConfig } from "vite";

/** Plain scripts of a report, which browsers also run from a folder: the page, pdf.js with its worker, and what data calls. */
const SCRIPTS: Readonly<Record<string, string>> = {
  report: "main.tsx",
  pdf: "report-pdf.ts",
  put: "put.ts",
};
const NAMES: Readonly<Record<string, string>> = { report: "page.js", pdf: "pdf.js", put: "put.js" };

/** The page that the server gives out or, with `--mode`, one of the scripts. */
export default defineConfig(({ mode }) => ({
  base: "/",
  // The server's policy allows scripts and styles from their own files alone.
  build: {
    outDir: mode === "production" ? "../../../dist/view/page" : "../../../dist/view/report-page",
    emptyOutDir: mode === "production",
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // pdf.js is large as it is, and loaded where a page is shown.
    chunkSizeWarningLimit: 2000,
    ...(mode !== "production" && {
      lib: {
        entry: SCRIPTS[mode] ?? "",
        formats: ["iife"],
        name: "yusuan",
        fileName: () => NAMES[mode] ?? "",
        cssFileName: "page",
      },
    }),
  },
  define: mode === "production" ? {} : { "process.env.NODE_ENV": '"production"' },
  // The worker asks for its own address only to start a thread, which a report does not.
  ...(mode === "pdf" && { logLevel: "error" as const }),
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
}));
