import { render } from "preact";
import { useEffect } from "preact/hooks";
import { DisclosureView } from "./disclosure.tsx";
import { LANGUAGE, say } from "./language.ts";
import { OverviewView } from "./overview.tsx";
import { useRoute } from "./route.ts";
import "./style.css";
import { ThreePublicView } from "./three-public.tsx";

const VIEWS = [
  { view: "overview", name: say("总览", "Overview") },
  { view: "three-public", name: say("三公经费", "Three-public") },
] as const;

function App() {
  const route = useRoute();
  const name = VIEWS.find(({ view }) => view === route.view)?.name ?? route.id;
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
          {VIEWS.map(({ view, name }) => (
            <a href={`#/${view}`} aria-current={route.view === view ? "page" : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {route.view === "overview" && <OverviewView route={route} />}
        {route.view === "three-public" && <ThreePublicView route={route} />}
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
