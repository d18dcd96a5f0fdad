import { InputError } from "../../model/errors.ts";
import { checkZip } from "../zip.ts";

/** A Word document as HTML, tables with their merged cells, and how many pictures it holds. */
export interface WordText {
  readonly html: string;
  readonly pictures: number;
}

/** Reads .docx. Pictures are counted, nothing outside of the file is fetched. Throws InputError for a broken document. */
export async function readWord(bytes: Uint8Array): Promise<WordText> {
  await checkZip(bytes);
  const { default: mammoth } = await import("mammoth");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let pictures = 0;
  const convertImage = mammoth.images.imgElement(async () => {
    pictures += 1;
    return { src: "" };
  });
  try {
    const { value } = await mammoth.convertToHtml({ buffer }, { convertImage });
    return { html: value, pictures };
  } catch (error) {
    if (error instanceof RangeError)
      throw new InputError("the Word document has too many tables inside each other", "too-large");
    throw new InputError(`the Word document cannot be opened: ${oneLine(error)}`);
  }
}

/** Parsers of XML say where they stopped on lines of their own. */
function oneLine(error: unknown): string {
  return (error as Error).message.replace(/\s+/g, " ").trim();
}
