/** As browsers save a page: mail with the page and its pictures, the page in lines that are escaped or in base64. */
export function savedPage(html: string, encoding: "quoted-printable" | "base64"): Uint8Array {
  const raw = Buffer.from(html, "utf8");
  const body =
    encoding === "base64"
      ? (raw.toString("base64").match(/.{1,76}/g) ?? []).join("\r\n")
      : [...raw]
          .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`)
          .join("")
          .match(/.{1,72}/g)
          ?.join("=\r\n");
  const lines = [
    "From: <Saved by Blink>",
    "Subject: =?utf-8?Q?a?=",
    "MIME-Version: 1.0",
    "Content-Type: multipart/related;",
    '\ttype="text/html";',
    '\tboundary="----edge"',
    "",
    "------edge",
    "Content-Type: text/html; charset=utf-8",
    `Content-Transfer-Encoding: ${encoding}`,
    "Content-Location: http://example.org/a.html",
    "",
    body,
    "------edge",
    "Content-Type: image/png",
    "Content-Transfer-Encoding: base64",
    "",
    "iVBORw0KGgo=",
    "------edge--",
    "",
  ];
  return new Uint8Array(Buffer.from(lines.join("\r\n"), "utf8"));
}
