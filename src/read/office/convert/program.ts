import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** Where LibreOffice stands if it is not in the search path. */
const USUAL: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["/Applications/LibreOffice.app/Contents/MacOS/soffice"],
  win32: [
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
    "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe",
  ],
};

const COMMANDS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "brew install --cask libreoffice",
  win32: "winget install TheDocumentFoundation.LibreOffice",
};

/** The command that adds what old Office documents need. */
export const HOW_TO_ADD_OFFICE =
  COMMANDS[process.platform] ?? "apt-get install --no-install-recommends libreoffice-writer";

/** LibreOffice's own program, where it is installed. Starts nothing. */
export function officeProgram(path: string = process.env.PATH ?? ""): string | undefined {
  const name = process.platform === "win32" ? "soffice.exe" : "soffice";
  const places = path.split(delimiter).filter((folder) => folder !== "");
  const found = [...places.map((folder) => join(folder, name)), ...(USUAL[process.platform] ?? [])];
  const started = found.find(canRun);
  if (started === undefined) return undefined;
  // The command is a script that starts a starter that starts the program: only the program itself can be ended for sure.
  const itself = join(dirname(realpathSync(started)), "soffice.bin");
  return existsSync(itself) ? itself : started;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
