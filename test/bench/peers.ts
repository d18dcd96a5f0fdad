import { spawnSync } from "node:child_process";

/** Another tool that reads tables from PDFs, if it is installed here. */
export interface Peer {
  readonly name: string;
  /** Milliseconds for a file, its own start-up left out where it has one. */
  measure(file: string): number | undefined;
}

const PYTHON_PEERS: Readonly<Record<string, string>> = {
  pdfplumber:
    "import pdfplumber\ndef run(f):\n  with pdfplumber.open(f) as p:\n    for page in p.pages: page.extract_tables()",
  PyMuPDF: "import fitz\ndef run(f):\n  for page in fitz.open(f): page.find_tables().tables",
};

/** Those that are there; the list is empty on most machines. */
export function installedPeers(): Peer[] {
  const peers: Peer[] = [];
  for (const [name, code] of Object.entries(PYTHON_PEERS)) {
    const module = code.split("\n")[0] ?? "";
    if (spawnSync("python3", ["-c", module]).status !== 0) continue;
    peers.push({
      name,
      measure: (file) => {
        const timed = `${code}\nimport sys, time\nt = time.perf_counter()\nrun(sys.argv[1])\nprint((time.perf_counter() - t) * 1000)`;
        const { status, stdout } = spawnSync("python3", ["-c", timed, file], { encoding: "utf8" });
        return status === 0 ? Number(stdout) : undefined;
      },
    });
  }
  if (spawnSync("pdftotext", ["-v"]).status === 0)
    peers.push({ name: "pdftotext", measure: poppler });
  return peers;
}

function poppler(file: string): number | undefined {
  const start = performance.now();
  const { status } = spawnSync("pdftotext", ["-layout", file, "/dev/null"]);
  return status === 0 ? performance.now() - start : undefined;
}
