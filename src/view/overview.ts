import type { DisclosureRecord } from "../write/disclosures.ts";
import type { FileRecord } from "../write/files.ts";
import type { ThreePublicRecord } from "../write/three-public.ts";
import type { Output } from "./output.ts";

export interface Overview {
  readonly disclosures: readonly DisclosureRecord[];
  /** Files that gave nothing. */
  readonly unread: readonly FileRecord[];
  /** Whether more files may be given. */
  readonly takesFiles: boolean;
}

export async function overviewOf(output: Output, takesFiles: boolean): Promise<Overview> {
  const [disclosures, files] = [await output.lines("disclosures"), await output.lines("files")];
  return {
    disclosures,
    takesFiles,
    unread: files.filter(({ outcome }) => outcome === "failed" || outcome === "not-read"),
  };
}

/** A line of three-public.csv, and the disclosure that it is from. */
export type ThreePublicLine = ThreePublicRecord & { readonly disclosure: string };

/** A document may carry several disclosures: whose line it is, the department, year and scope say. */
export async function threePublicOf(output: Output): Promise<readonly ThreePublicLine[]> {
  const ids = new Map<string, string>();
  for (const line of await output.lines("disclosures"))
    for (const document of line.documents.split(" "))
      ids.set(ownerOf(document, line), line.disclosure);
  const lines = await output.lines("three-public");
  return lines.map((line) => ({
    ...line,
    disclosure: ids.get(ownerOf(line.document, line)) ?? "",
  }));
}

type Owner = Pick<DisclosureRecord, "division_code" | "department" | "year" | "scope">;

function ownerOf(document: string, { division_code, department, year, scope }: Owner): string {
  return JSON.stringify([document, division_code, department, year, scope]);
}
