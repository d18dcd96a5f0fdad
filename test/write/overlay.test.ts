import { expect, test } from "vitest";
import { layoutPage } from "../../src/layout/layout-page.ts";
import { overlaySvg } from "../../src/write/overlay.ts";
import { drawnPage, ruled } from "../layout/drawn-page.ts";

test("a page's words, lines, cells and facts, as XML that parses", () => {
  const page = drawnPage({
    rules: ruled([50, 150, 300], [100, 120]),
    texts: [
      { text: "合计", x: 60, y: 114 },
      { text: "<&>", x: 160, y: 114 },
    ],
  });
  const box = { x0: 150, y0: 100, x1: 300, y1: 120 };
  const svg = overlaySvg(page, layoutPage(page), [{ box, text: 'fund="total"' }]);
  expect(svg).toContain('viewBox="0 0 595 842"');
  expect(svg).toContain('<path class="rule" d="M50 100H300"/>');
  expect(svg).toContain('<rect class="cell" x="150" y="100" width="150" height="20"/>');
  expect(svg).toContain(">0,1</text>");
  expect(svg).toContain("fund=&quot;total&quot;");
  expect(svg).toContain(">&lt;</text>");
  expect(svg.match(/<g[ >]/g)?.length).toBe(svg.match(/<\/g>/g)?.length);
});
