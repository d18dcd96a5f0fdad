import { join } from "node:path";
import { type AtomicFile, openAtomic, type Written } from "./atomic.ts";
import { type CsvOptions, csvHeader, csvRows, rowsOf } from "./csv.ts";
import type { Dataset, RecordOf } from "./dataset.ts";

/** A combined CSV file that records are appended to. */
export interface DatasetFile<Name extends string = string> {
  readonly dataset: Dataset<Name>;
  append(records: readonly RecordOf<Dataset<Name>>[]): Promise<void>;
  /** The most decimals that an exact amount has had so far. */
  scale(): number;
  readonly file: AtomicFile;
  seal(): Promise<Written>;
  abort(): Promise<void>;
}

/** Characters that wait before they are written: enough to make system calls rare, little enough to forget about. */
const BUFFER = 1 << 18;

export async function openDataset<Name extends string>(
  folder: string,
  dataset: Dataset<Name>,
  options: CsvOptions,
): Promise<DatasetFile<Name>> {
  const file = await openAtomic(join(folder, `${dataset.name}.csv`));
  const decimals = dataset.fields.flatMap(({ name, type }) => (type === "decimal" ? [name] : []));
  let waiting = await csvHeader(
    dataset.fields.map(({ name }) => name),
    options,
  );
  let scale = 0;

  async function flush(): Promise<void> {
    const text = waiting;
    waiting = "";
    if (text !== "") await file.write(text);
  }

  return {
    dataset,
    file,
    scale: () => scale,
    async append(records) {
      for (const record of records) {
        for (const name of decimals) scale = Math.max(scale, decimalsOf(record[name]));
      }
      waiting += await csvRows(rowsOf(dataset, records));
      if (waiting.length >= BUFFER) await flush();
    },
    async seal() {
      await flush();
      return file.seal();
    },
    abort: file.abort,
  };
}

function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}
