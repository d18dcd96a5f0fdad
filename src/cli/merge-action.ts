export async function mergeParts(_parts: readonly string[], _out: string): Promise<void> {}
