import { strToU8, zipSync } from "fflate";

/** A cell of a Word table: its text, over how many columns, and whether it begins or goes on with a merged cell downwards. */
export interface WordCell {
  readonly text: string;
  readonly width?: number;
  readonly down?: "begins" | "goes on";
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document of paragraphs (texts) and tables (rows of cells), as Word writes it. */
export function docx(body: readonly (string | readonly (readonly WordCell[])[])[]): Uint8Array {
  const inner = body.map((part) => (typeof part === "string" ? paragraph(part) : table(part)));
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document ${W}><w:body>${inner.join("")}</w:body></w:document>`,
    ),
  });
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

function table(rows: readonly (readonly WordCell[])[]): string {
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

function cell({ text, width = 1, down }: WordCell): string {
  const span = width > 1 ? `<w:gridSpan w:val="${width}"/>` : "";
  const merge = down ? `<w:vMerge${down === "begins" ? ' w:val="restart"' : ""}/>` : "";
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraph(text)}</w:tc>`;
}
