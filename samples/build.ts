/**
 * Prints samples/source/*.html as the documents beside this file: `npx tsx samples/build.ts`. Those are committed, so that
 * only a changed source needs the producers and the font (Debian: chromium libreoffice-writer poppler-utils
 * fonts-wqy-zenhei).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const SAMPLES = fileURLToPath(new URL(".", import.meta.url));

/** Prints the named source; `scratch` is an empty folder that is removed afterwards. */
type Producer = (name: string, scratch: string) => void;

/** Which producer prints which document: they draw rules, place text and embed fonts each in its own way. */
const DOCUMENTS: Readonly<Record<string, Producer>> = {
  "hebei-budget-2024": libreOffice,
  "shanghai-budget-2025": (name, scratch) => chromium(name, join(SAMPLES, `${name}.pdf`), scratch),
  "anhui-final-2023": (name, scratch) => chromium(name, join(SAMPLES, `${name}.pdf`), scratch),
  "jiangsu-unit-budget-2023": textOfPdf,
};

for (const [name, print] of Object.entries(DOCUMENTS)) {
  const scratch = mkdtempSync(join(tmpdir(), "samples-"));
  try {
    print(name, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function chromium(name: string, pdf: string, scratch: string): void {
  execFileSync(
    "chromium",
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      `--user-data-dir=${join(scratch, "profile")}`,
      "--no-pdf-header-footer",
      `--print-to-pdf=${pdf}`,
      pathToFileURL(sourceOf(name)).href,
    ],
    { stdio: "ignore" },
  );
}

function libreOffice(name: string, scratch: string): void {
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(scratch, "profile")).href}`,
      "--headless",
      "--infilter=HTML (StarWriter)",
      "--convert-to",
      "pdf:writer_pdf_Export",
      "--outdir",
      SAMPLES,
      sourceOf(name),
    ],
    { stdio: "ignore" },
  );
}

/** What people have who kept only the text of a PDF: columns set with blanks, wrapped headings over several lines. */
function textOfPdf(name: string, scratch: string): void {
  const pdf = join(scratch, `${name}.pdf`);
  chromium(name, pdf, scratch);
  execFileSync("pdftotext", ["-layout", "-nopgbrk", pdf, join(SAMPLES, `${name}.txt`)]);
}

function sourceOf(name: string): string {
  return join(SAMPLES, "source", `${name}.html`);
}
