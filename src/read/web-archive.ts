import PostalMime from "postal-mime";
import { InputError } from "../model/errors.ts";
import { decodeText } from "./decode.ts";

/** A saved page is some pictures and one text; far above any that people publish. */
const MOST = 50_000_000;

/** The HTML of a page that a browser saved as one file (.mht, .mhtml), in its own encoding. Throws InputError where there is none. */
export async function pageOf(bytes: Uint8Array): Promise<string> {
  if (bytes.length > MOST)
    throw new InputError(`the saved page has more than ${MOST / 1_000_000} MB`, "too-large");
  const { html, text, attachments } = await parsed(bytes);
  const page = attachments.find(({ mimeType }) => mimeType === "text/html");
  if (html) return html;
  if (page) return decodeText(new Uint8Array(page.content as ArrayBuffer));
  if (text) return text;
  throw new InputError("the saved page holds no text");
}

async function parsed(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes);
  } catch (error) {
    throw new InputError(`the saved page cannot be opened: ${(error as Error).message}`);
  }
}
