/** Commands over fake documents, read in the process itself: quick enough to be killed many times. */
import { parseArgs } from "node:util";
import { mergeParts } from "../../src/run/merge.ts";
import { readPipeline } from "../../src/run/pipeline-file.ts";
import { FORMATS } from "../../src/run/pipeline-schema.ts";
import { repairOutput } from "../../src/run/verify.ts";
import { here, runFake } from "./sandbox.ts";

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { out: text, state: text, formats: text, shard: text, fresh: flag, repair: flag },
});
const [command, ...names] = positionals;
const { formats, repair: _, ...spec } = values;
const written = FORMATS.filter((format) => formats?.split(",").includes(format));
const folder = process.cwd();

switch (command) {
  case "extract":
    await runFake(folder, {
      ...spec,
      sources: names,
      ...(formats && { formats: written }),
    });
    break;
  case "run":
    await runFake(folder, readPipeline(names[0] ?? ""));
    break;
  case "merge":
    await mergeParts(names, spec.out ?? "", {
      runId: "test",
      now: () => new Date(0),
      openPool: here,
    });
    break;
  case "verify":
    await repairOutput(`${folder}/${names[0]}`, `${folder}/${spec.state}`, { openPool: here });
}
