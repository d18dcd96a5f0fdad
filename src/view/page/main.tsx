import { render } from "preact";
import { useEffect } from "preact/hooks";
import type { Progress } from "../progress.ts";
import { CompareView } from "./compare.tsx";
import { useJson } from "./data.ts";
import { DisclosureView } from "./disclosure.tsx";
import { FilesView } from "./files.tsx";
import { HandInView } from "./hand-in.tsx";
import { LANGUAGE, say } from "./language.ts";
import { OverviewView } from "./overview.tsx";
import { useRoute } from "./route.ts";
import { SearchView } from "./search.tsx";
import "./style.css";
import { ThreePublicView } from "./three-public.tsx";

const VIEWS = [
  { view: "overview", name: say("总览", "Overview") },
  { view: "search", name: say("搜索", "Search") },
  { view: "three-public", name: say("三公经费", "Three-public") },
  { view: "compare", name: say("比较", "Compare") },
] as const;
/** Only where the page takes files. */
const FILES = { view: "files", name: say("添加文件", "Add files") } as const;

/** Reached from the figures on it. */
const HAND_IN = { view: "hand-in", name: say("数字清单", "Figures to hand in") } as const;

function App() {
  const route = useRoute();
  const intake = useJson<Progress | null>("/api/intake");
  const views = intake.state === "there" && intake.value ? [...VIEWS, FILES] : VIEWS;
  const name = [...VIEWS, FILES, HAND_IN].find(({ view }) => view === route.view)?.name ?? route.id;
  useEffect(() => {
    document.title = `${name} · 预算`;
  }, [name]);
  return (
    <>
      <header>
        <button type="button" class="skip" onClick={toMain}>
          {say("跳到正文", "Skip to the content")}
        </button>
        <strong>预算</strong>
        <nav aria-label={say("视图", "Views")}>
          {views.map(({ view, name }) => (
            <a href={`#/${view}`} aria-current={route.view === view ? "page" : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {route.view === "overview" && <OverviewView route={route} />}
        {route.view === "search" && <SearchView route={route} />}
        {route.view === "three-public" && <ThreePublicView route={route} />}
        {route.view === "compare" && <CompareView route={route} />}
        {route.view === "hand-in" && <HandInView route={route} />}
        {route.view === "files" && <FilesView />}
        {route.view === "disclosure" && <DisclosureView route={route} />}
      </main>
    </>
  );
}

/** By hand: the address after `#` says what is shown, and jumping within the page must not change it. */
function toMain(): void {
  document.getElementById("main")?.focus();
}

document.documentElement.lang = LANGUAGE;
const root = document.getElementById("app");
if (root) render(<App />, root);
