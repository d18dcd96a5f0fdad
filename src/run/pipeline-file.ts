import { type PipelineSpec, pipelineSchema } from "./pipeline-schema.ts";
import { parseSettings, settingsText } from "./yaml-file.ts";

/** Reads a pipeline (YAML, of which JSON is a part). Throws UsageError with a line for each thing that is wrong in it. */
export function readPipeline(file: string): PipelineSpec {
  return parsePipeline(settingsText(file, "the pipeline"), file);
}

/** @param file only names the pipeline in errors: `nightly.yaml:7: limits.workers: expected …`. */
export function parsePipeline(text: string, file: string): PipelineSpec {
  const { shape } = pipelineSchema;
  const { limits, queue, http } = shape;
  const within = {
    ...{ limits: limits.unwrap().shape, queue: queue.unwrap().shape },
    http: http.unwrap().shape,
  };
  return parseSettings(text, file, pipelineSchema, ([section]) =>
    Object.keys(within[section as keyof typeof within] ?? shape),
  ).settings;
}
