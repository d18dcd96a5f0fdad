export async function inspectFile(_f: string, _out: unknown): Promise<void> {}
