import { FILE_REASONS } from "../model/errors.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";

export const FILE_OUTCOMES = ["read", "duplicate", "not-read", "failed"] as const;

/** files.csv: every file that was seen, read or not. */
export const FILES = dataset({
  name: "files",
  title: "文件",
  description:
    "One line a file, or member of an archive, that was seen, read or not, with the reason.",
  fields: [
    field("text", "source", "来源", "The file as given.", { required: true }),
    field("text", "member", "成员", "Its name in the archive that holds it; empty for a file."),
    field("code", "sha256", "SHA-256", "Of its bytes; empty where they were not read."),
    field("code", "document", "文件编号", "Id of the document that its bytes are."),
    field("integer", "bytes", "字节数", "Its size."),
    field(
      "text",
      "format",
      "格式",
      "pdf, text, spreadsheet, word, web-archive, or what its name ends in where it was not read.",
    ),
    field(
      "text",
      "outcome",
      "处理结果",
      "read; duplicate: the same bytes as another file; not-read: of a format that is not read; failed.",
      { required: true, values: FILE_OUTCOMES },
    ),
    field("text", "reason", "原因", "Why it is not read, as an id.", { values: FILE_REASONS }),
    field("text", "message", "说明", "The same in words, with the place where there is one."),
  ],
});
export type FileRecord = RecordOf<typeof FILES>;
