import { type AtomicFile, openAtomic, type Written } from "./atomic.ts";
import { type CsvOptions, csvHeader, csvRows, rowsOf } from "./csv.ts";
import type { Dataset, RecordOf } from "./dataset.ts";
import { decimalsOf, type Measure } from "./measure.ts";

/** A combined CSV file that records are appended to. */
export interface DatasetFile<Name extends string = string> {
  readonly dataset: Dataset<Name>;
  append(records: readonly RecordOf<Dataset<Name>>[]): Promise<void>;
  /** Of all that was appended so far. */
  measure(): Measure;
  readonly file: AtomicFile;
  seal(): Promise<Written>;
  abort(): Promise<void>;
}

/** Characters that wait before they are written: enough to make system calls rare, little enough to forget about. */
const BUFFER = 1 << 18;

export async function openDataset<Name extends string>(
  path: string,
  dataset: Dataset<Name>,
  options: CsvOptions,
): Promise<DatasetFile<Name>> {
  const file = await openAtomic(path);
  const decimals = dataset.fields.flatMap(({ name, type }) => (type === "decimal" ? [name] : []));
  let waiting = await csvHeader(
    dataset.fields.map(({ name }) => name),
    options,
  );
  let scale = 0;
  let oversized = false;
  let longest = 0;

  async function flush(): Promise<void> {
    const text = waiting;
    waiting = "";
    if (text !== "") await file.write(text);
  }

  return {
    dataset,
    file,
    measure: () => ({ scale, oversized, longest }),
    async append(records) {
      for (const record of records) {
        for (const name of decimals) {
          const needed = decimalsOf(record[name]);
          if (needed.fits) scale = Math.max(scale, needed.decimals);
          else oversized = true;
        }
        longest = Math.max(longest, mostBytes(dataset, record));
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

/** No character takes more than three bytes, and a quote two. */
function mostBytes({ fields }: Dataset, record: Readonly<Record<string, string>>): number {
  return fields.reduce((bytes, { name }) => bytes + 3 * (record[name]?.length ?? 0) + 3, 0);
}
