import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { InputError } from "../../../model/errors.ts";
import type { Convertible } from "../../sniff.ts";
import { profileSettings } from "./profile.ts";
import { HOW_TO_ADD_OFFICE, officeProgram } from "./program.ts";

export interface ConvertOptions {
  /** The program that converts: LibreOffice, where it is installed. Empty where there is none. */
  readonly program?: string;
  readonly limits?: Limits;
}

interface Limits {
  /** Of the clock, and of the processor: a busy machine is given time. */
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly megabytes: number;
}

const LIMITS: Limits = { seconds: 180, processorSeconds: 60, megabytes: 4_000 };
/** What a document may become. */
const MOST = 200_000_000;
/** LibreOffice ends so when it has made its profile, and wants to be started again. */
const AGAIN = 81;

/**
 * An old Word, RTF or OpenDocument text as .docx, made by LibreOffice in a process of its own, with a profile of its own and its
 * macros, links and network switched off. All that it writes is in a temporary folder, which is gone afterwards. Throws
 * InputError where LibreOffice is missing, fails, or takes too long.
 */
export async function converted(
  bytes: Uint8Array,
  from: Convertible,
  { program = officeProgram() ?? "", limits = LIMITS }: ConvertOptions = {},
): Promise<Uint8Array> {
  if (program === "")
    throw new InputError(
      `${NAMES[from]} is read through LibreOffice, which is not installed: ${HOW_TO_ADD_OFFICE} adds it; or save it as docx or PDF`,
      "format",
    );
  const folder = await mkdtemp(join(tmpdir(), "yusuan-office-"));
  try {
    await mkdir(join(folder, "profile/user"), { recursive: true });
    await writeFile(join(folder, "profile/user/registrymodifications.xcu"), profileSettings());
    await writeFile(join(folder, `in.${from}`), bytes);
    const code = await performed(program, folder, `in.${from}`, limits);
    if (code === AGAIN) await performed(program, folder, `in.${from}`, limits);
    return await result(join(folder, "out/in.docx"), from);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const NAMES: Readonly<Record<Convertible, string>> = {
  doc: "an old Word document (doc, wps)",
  rtf: "an RTF document",
  odt: "an OpenDocument text (odt)",
};

async function result(path: string, from: Convertible): Promise<Uint8Array> {
  const size = await stat(path).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined)
    throw new InputError(`${NAMES[from]} that LibreOffice cannot open: damaged, or encrypted`);
  if (size > MOST) throw new InputError(`${NAMES[from]} that becomes too large`, "too-large");
  return new Uint8Array(await readFile(path));
}

/** Runs the program once. Its exit code; undefined where it ended otherwise. */
async function performed(
  program: string,
  folder: string,
  name: string,
  { seconds, processorSeconds, megabytes }: Limits,
): Promise<number | null> {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const flags = ["--headless", "--norestore", "--nolockcheck", "--nologo", "--nodefault"];
  const task = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", join(folder, "out")];
  const args = [`-env:UserInstallation=${profile}`, ...flags, ...task, join(folder, name)];
  // The kernel's limits hold on if this process is ended before that one.
  const limits = `ulimit -t ${processorSeconds}; ulimit -v ${megabytes * 1000} 2>/dev/null; ulimit -c 0`;
  const [command, all] =
    process.platform === "win32"
      ? [program, args]
      : ["/bin/sh", ["-c", `${limits}; exec "$0" "$@"`, program, ...args]];
  const env = {
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    HOME: folder,
    TMPDIR: folder,
    TEMP: folder,
    LANG: "C.UTF-8",
    SAL_USE_VCLPLUGIN: "svp",
  };
  return new Promise((done, failed) => {
    const child = spawn(command, all, {
      cwd: folder,
      env,
      stdio: "ignore",
      timeout: seconds * 1000,
      killSignal: "SIGKILL",
    });
    child.on("error", failed);
    child.on("exit", (code, signal) => {
      if (signal === "SIGKILL" || signal === "SIGXCPU")
        failed(new InputError("LibreOffice took more time or memory than it may", "stopped"));
      else done(code);
    });
  });
}
