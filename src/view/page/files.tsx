import { useEffect, useRef, useState } from "preact/hooks";
import type { Progress } from "../progress.ts";
import { send } from "./data.ts";
import { type Dropped, filesIn } from "./dropped.ts";
import { say } from "./language.ts";
import { SITE } from "./site.ts";

/** Files sent at once. */
const AT_ONCE = 3;
/** Milliseconds between looks at how far the reading is. */
const EVERY = 500;

/**
 * Where files are dropped: they are copied into the server's folder and read, and the result is a link away. `onRead`: shows the
 * overview below, and is told when there is another one.
 */
export function FilesView({ onRead }: { readonly onRead?: () => void }) {
  const [sent, setSent] = useState({ done: 0, of: 0 });
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [over, setOver] = useState(false);
  const [progress, look] = useProgress(onRead);

  async function take(files: readonly Dropped[]): Promise<void> {
    if (files.length === 0) return;
    setSent(({ done, of }) => ({ done, of: of + files.length }));
    const waiting = [...files];
    async function sendOne(): Promise<void> {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { name, file } = next;
        try {
          await send(`/api/intake/file?name=${encodeURIComponent(name)}`, file);
        } catch (error) {
          const why = error instanceof Error ? error.message : String(error);
          setRefused((all) => [...all, `${name}: ${why}`]);
        }
        setSent(({ done, of }) => ({ done: done + 1, of }));
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, sendOne));
    setSent({ done: 0, of: 0 });
    await send("/api/intake/start");
    look();
  }

  const chosen = (input: HTMLInputElement): void => {
    take([...(input.files ?? [])].map((file) => ({ name: file.name, file })));
    input.value = "";
  };
  return (
    <>
      <h1>{say("添加文件", "Add files")}</h1>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: who does not drop presses one of the buttons in it. */}
      <div
        class={`drop${over ? " over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          filesIn(event.dataTransfer).then(take);
        }}
      >
        <p>
          {say(
            "把部门预算、决算文件或文件夹拖到这里：PDF、Excel、Word、网页、文本、ZIP",
            "Drop budgets and final accounts here, files or folders: PDF, Excel, Word, web pages, text, ZIP",
          )}
        </p>
        <p class="choose">
          <label class="button">
            {say("选择文件", "Choose files")}
            <input type="file" multiple onChange={(event) => chosen(event.currentTarget)} />
          </label>
          <label class="button">
            {say("选择文件夹", "Choose a folder")}
            <input
              type="file"
              {...{ webkitdirectory: true }}
              onChange={(event) => chosen(event.currentTarget)}
            />
          </label>
        </p>
        <small>
          {say(
            "文件只复制到本机的文件夹，不会发往任何地方：",
            "Files are copied to a folder of this machine and sent nowhere: ",
          )}
          {progress?.folder}
        </small>
      </div>
      <div role="status">
        {sent.of > 0 && <Bar {...sent} words={say("正在复制", "Copying")} />}
        {progress && sent.of === 0 && <Reading {...{ progress }} isAbove={onRead !== undefined} />}
      </div>
      {refused.length > 0 && (
        <ul role="alert" class="alert">
          {refused.map((each) => (
            <li>{each}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Reading({ progress, isAbove }: { readonly progress: Progress; isAbove: boolean }) {
  const { state, done, total, failed, files, error } = progress;
  if (error) return <p class="alert">{error}</p>;
  if (state === "reading")
    return <Bar {...{ done, of: total }} words={say("正在读取", "Reading")} />;
  if (state === "writing") return <p>{say("正在写出结果…", "Writing the result …")}</p>;
  if (files.length === 0) return null;
  return (
    <>
      <p>
        {say(`已有${files.length}个文件。`, `${files.length} files are here. `)}
        {failed > 0 &&
          say(`其中${failed}个未能读取，见总览。`, `${failed} gave nothing: see the overview. `)}
      </p>
      <p class="next">
        <a class="button" href="#/three-public">
          {say("看三公经费", "To the three-public figures")}
        </a>
        {!isAbove && (
          <a class="button" href="#/overview">
            {say("看总览", "To the overview")}
          </a>
        )}
      </p>
    </>
  );
}

function Bar({ done, of, words }: { done: number; of: number; words: string }) {
  return (
    <p>
      <label>
        {words} {done}/{of} <progress value={done} max={Math.max(of, 1)} />
      </label>
    </p>
  );
}

/** How far the reading is, looked at again and again while it goes on; and a way to look at once. */
function useProgress(onRead?: () => void): [Progress | undefined, () => void] {
  const [progress, setProgress] = useState<Progress>();
  const [looks, setLooks] = useState(0);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    let next: ReturnType<typeof setTimeout> | undefined;
    // Files were given just now, if this is not the first look.
    let wasBusy = looks > 0;
    const look = async () => {
      const now = (await SITE.json("/api/intake")) as Progress | null;
      if (!shown.current || !now) return;
      setProgress(now);
      if (now.state === "idle" && wasBusy) onRead?.();
      wasBusy = now.state !== "idle";
      if (wasBusy) next = setTimeout(look, EVERY);
    };
    look().catch(() => {});
    return () => {
      shown.current = false;
      clearTimeout(next);
    };
  }, [looks]);
  return [progress, () => setLooks((count) => count + 1)];
}
