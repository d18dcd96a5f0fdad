import { useRef } from "preact/hooks";
import { say } from "./language.ts";

/** Hands a file to the browser. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

export function CsvButton({ name, text }: { readonly name: string; readonly text: () => string }) {
  return (
    <button
      type="button"
      onClick={() => download(name, new Blob([text()], { type: "text/csv;charset=utf-8" }))}
    >
      {say("下载 CSV", "Download CSV")}
    </button>
  );
}

/** Buttons for the picture in the element beside them, as lines or as pixels. */
export function PictureButtons({ name }: { readonly name: string }) {
  const here = useRef<HTMLParagraphElement>(null);
  const drawing = () => here.current?.parentElement?.querySelector("svg") ?? undefined;
  return (
    <p ref={here} class="choose">
      <button
        type="button"
        onClick={() => {
          const svg = drawing();
          if (svg) download(`${name}.svg`, new Blob([standalone(svg)], { type: "image/svg+xml" }));
        }}
      >
        {say("下载 SVG", "Download SVG")}
      </button>
      <button
        type="button"
        onClick={async () => {
          const svg = drawing();
          if (svg) download(`${name}.png`, await pixels(svg));
        }}
      >
        {say("下载 PNG", "Download PNG")}
      </button>
    </p>
  );
}

/** The drawing on white, without links: they lead into this page. */
function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  const { width, height } = svg.viewBox.baseVal;
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [key, value] of Object.entries({ width, height, fill: "#fff" }))
    paper.setAttribute(key, String(value));
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

/** Pixels for each unit of the drawing: sharp in print. */
const DENSITY = 2;

async function pixels(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  const image = new Image();
  const address = URL.createObjectURL(new Blob([standalone(svg)], { type: "image/svg+xml" }));
  image.src = address;
  try {
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {
      width: width * DENSITY,
      height: height * DENSITY,
    });
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((made, failed) =>
      canvas.toBlob((blob) => (blob ? made(blob) : failed(new Error("no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
