export interface Dropped {
  readonly name: string;
  readonly file: File;
}

/** The files that were dropped, and those in folders. */
export async function filesIn(transfer: DataTransfer | null): Promise<Dropped[]> {
  // All entries are asked for at once: the list is empty by the time that the first is read.
  const entries = [...(transfer?.items ?? [])].map((item) => item.webkitGetAsEntry());
  const found = await Promise.all(entries.map((entry) => (entry ? under(entry) : [])));
  return found.flat();
}

async function under(entry: FileSystemEntry): Promise<Dropped[]> {
  if (entry.name.startsWith(".")) return [];
  if (entry.isFile) {
    const file = await new Promise<File>((read, failed) =>
      (entry as FileSystemFileEntry).file(read, failed),
    );
    return [{ name: file.name, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Dropped[] = [];
  for (;;) {
    // A part at a time, until there is none.
    const part = await new Promise<FileSystemEntry[]>((read, failed) =>
      reader.readEntries(read, failed),
    );
    if (part.length === 0) return found;
    for (const each of part) found.push(...(await under(each)));
  }
}
