import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useText } from "./data.ts";
import { say } from "./language.ts";
import { Await } from "./parts.tsx";

/** Lines shown before and after the one that is looked at. */
const AROUND = 40;

interface Props {
  readonly address: string;
  readonly line: number;
  /** Whether a figure stands in the line. */
  readonly marked: boolean;
  /** What is shown of a web page, which nobody reads as it is written. */
  readonly otherwise: ComponentChildren;
}

/** The beginning of a page of the web. */
const MARKUP = /^\s*(?:<!doctype|<\?xml|<html|<head|<body|<table|<div|<p\b)/i;

/** A text source around a line. */
export function TextLines({ address, line, marked, otherwise }: Props) {
  const here = useRef<HTMLLIElement>(null);
  const loaded = useText(address);
  useEffect(() => {
    const item = here.current;
    const list = item?.parentElement;
    if (item && list) list.scrollTop = item.offsetTop - list.clientHeight / 2;
    list?.scrollIntoView({ block: "nearest" });
  }, [line, loaded.state]);
  return (
    <Await of={loaded}>
      {(text) => {
        if (MARKUP.test(text)) return otherwise;
        const lines = text.split("\n");
        const first = Math.max(0, line - 1 - AROUND);
        return (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
          <ol tabIndex={0} class="text" aria-label={say("原文", "Source text")} start={first + 1}>
            {lines.slice(first, line + AROUND).map((each, index) => {
              const isHere = first + index + 1 === line;
              return (
                <li ref={isHere ? here : null} class={isHere && marked ? "chosen" : undefined}>
                  {each}
                </li>
              );
            })}
          </ol>
        );
      }}
    </Await>
  );
}
