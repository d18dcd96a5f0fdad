/** The parsing half of pdf.js, which its package does not type. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: {
    initializeFromPort(port: unknown): void;
  };
}
