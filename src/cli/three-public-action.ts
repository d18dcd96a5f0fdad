export async function printThreePublic(_f: readonly string[], _out: unknown): Promise<void> {}
