import { useEffect, useRef, useState } from "preact/hooks";
import { useLoaded } from "./data.ts";
import type { Fact } from "./disclosure-data.ts";
import { say } from "./language.ts";
import { Await } from "./parts.tsx";
import { pdfAt } from "./pdf.ts";
import { stretchesOf } from "./quote.ts";
import { figureLink, type Route } from "./route.ts";

interface Props {
  readonly address: string;
  readonly page: number;
  /** The figures on this page. */
  readonly facts: readonly Fact[];
  /** Id of the one that is looked at. */
  readonly chosen: string;
  readonly route: Route;
  /** How many times as wide as there is room. */
  readonly zoom: number;
  /** A sentence that is looked at. */
  readonly quote: string;
}

/** A page as it is printed, drawn here; over it each figure's cell as a link, the chosen one framed. */
export function PdfPage({ address, page, facts, chosen, route, zoom, quote }: Props) {
  const loaded = useLoaded(`${address} ${page}`, async () => (await pdfAt(address)).getPage(page));
  return (
    <Await of={loaded}>
      {(pdfPage) => {
        const { width, height } = pdfPage.getViewport({ scale: 1 });
        const part = (box: readonly number[]) => {
          const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
          return {
            left: `${(x0 / width) * 100}%`,
            top: `${(y0 / height) * 100}%`,
            width: `${((x1 - x0) / width) * 100}%`,
            height: `${((y1 - y0) / height) * 100}%`,
          };
        };
        return (
          <div class="scroll">
            <div class="page" style={{ width: `${zoom * 100}%` }}>
              <Canvas key={`${page} ${zoom}`} page={pdfPage} number={page} />
              {quote !== "" && <Quote page={pdfPage} quote={quote} />}
              {facts.map(({ fact, bbox, published, status }) => (
                <a
                  ref={fact === chosen ? toCell : null}
                  class={`cell ${status}${fact === chosen ? " chosen" : ""}`}
                  href={figureLink(route, fact)}
                  tabIndex={-1}
                  style={part(String(bbox).split(" ").map(Number))}
                >
                  <span class="hidden">{published}</span>
                </a>
              ))}
            </div>
          </div>
        );
      }}
    </Await>
  );
}

type Mark = Readonly<Record<"left" | "top" | "width" | "height", string>>;

/** Where a sentence is printed, marked. */
function Quote({ page, quote }: { readonly page: Page; readonly quote: string }) {
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  useEffect(() => {
    let wanted = true;
    const viewport = page.getViewport({ scale: 1 });
    const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
    page.getTextContent().then(({ items }) => {
      if (!wanted) return;
      const runs = items.filter((item) => "str" in item);
      const boxes = stretchesOf(runs, quote).map(({ x, y, width, height }) => {
        const [x0 = 0, y0 = 0] = viewport.convertToViewportPoint(x, y + height);
        const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(x + width, y - height / 4);
        const { width: across, height: down } = viewport;
        return {
          left: percent(Math.min(x0, x1), across),
          top: percent(Math.min(y0, y1), down),
          width: percent(Math.abs(x1 - x0), across),
          height: percent(Math.abs(y1 - y0), down),
        };
      });
      setMarks(boxes);
    });
    return () => {
      wanted = false;
    };
  }, [page, quote]);
  return (
    <>
      {marks.map((mark, index) => (
        <span ref={index === 0 ? toCell : null} class="quote" style={mark} />
      ))}
    </>
  );
}

function toCell(cell: HTMLElement | null): void {
  cell?.scrollIntoView({ block: "nearest", inline: "center" });
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof pdfAt>>["getPage"]>>;

/** Pixels of a page's side that no screen needs more of. */
const MOST_PIXELS = 4096;

function Canvas({ page, number }: { readonly page: Page; readonly number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<Page>();
  const { width, height } = page.getViewport({ scale: 1 });
  useEffect(() => {
    if (!canvas.current) return undefined;
    const wanted = (canvas.current.clientWidth * devicePixelRatio) / width;
    const scale = Math.min(Math.max(wanted, 1), MOST_PIXELS / Math.max(width, height));
    const viewport = page.getViewport({ scale });
    canvas.current.width = Math.round(viewport.width);
    canvas.current.height = Math.round(viewport.height);
    const task = page.render({ canvas: canvas.current, viewport });
    task.promise.then(
      () => setDrawn(page),
      () => {},
    );
    return () => task.cancel();
  }, [page, width, height]);
  return (
    <canvas
      ref={canvas}
      style={{ aspectRatio: `${width} / ${height}` }}
      role="img"
      data-drawn={drawn === page}
      aria-label={say(`原件第${number}页`, `page ${number} of the source`)}
    />
  );
}
