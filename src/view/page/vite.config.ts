import { defineConfig } from "vite";

export default defineConfig({
  base: "/",
  // The server's policy allows scripts and styles from their own files alone.
  build: {
    outDir: "../../../dist/view/page",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // pdf.js is large as it is, and loaded where a page is shown.
    chunkSizeWarningLimit: 2000,
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
