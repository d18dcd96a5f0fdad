import { sharesOf, unitsIn } from "../assemble/between/shared.ts";
import type { Issued, Naming } from "../assemble/naming.ts";
import { type Part, partFrom, partText } from "../assemble/part.ts";
import { renamed } from "../assemble/renamed.ts";
import { together } from "../assemble/together.ts";
import { readDocument } from "../run/document.ts";
import { sourceBytes } from "../run/source-bytes.ts";
import { store, storedPart } from "../run/store.ts";
import { useWords, wordsFrom } from "../taxonomy/own/own.ts";
import type { DeclaredWords } from "../taxonomy/own/schema.ts";
import { type ThreePublicFigure, threePublicFigures } from "./three-public-figures.ts";

interface Working {
  /** Folder that keeps what was read until all is put together. */
  readonly state: string;
  /** Words of the user's own. */
  readonly words?: DeclaredWords;
}

/** A file to read, or one in an archive. */
export interface Source extends Working {
  readonly name: string;
  readonly path: string;
  readonly member?: readonly string[];
}

/** Documents of one disclosure, to be put together. */
export interface Several extends Working {
  readonly documents: readonly Member[];
}

/** A document of a disclosure. */
interface Member {
  readonly document: string;
  readonly trusted: number;
  /** The name that the others give it. */
  readonly naming?: Naming;
}

/** A document that was read, and its figures if nothing comes to it. */
export interface Read extends Issued {
  /** How many of its figures are proved or repaired. */
  readonly trusted: number;
  readonly figures: readonly ThreePublicFigure[];
}

export type Task = Source | Several;
export type Answer<T extends Task> = T extends Source ? Read : readonly ThreePublicFigure[];

/** What a child process of `yusuan three-public` does with a file, and then with the files of one disclosure. */
export async function perform<T extends Task>(task: T, onEffort?: () => void): Promise<Answer<T>> {
  useWords(wordsFrom(task.words));
  const answer = "documents" in task ? assembled(task) : await read(task, onEffort);
  return answer as Answer<T>;
}

async function read({ name, path, member, state }: Source, onEffort?: () => void): Promise<Read> {
  const bytes = await sourceBytes(path, member);
  const { part, disclosure } = await readDocument({
    name,
    bytes,
    ...(onEffort && { onEffort }),
  });
  keep(state, part);
  const { places = [], divisionCode, department, year, stage, scope } = part.identity;
  return {
    ...{ document: part.document, divisionCode, department, year, stage, scope, places },
    units: unitsIn(sharesOf(disclosure)),
    trusted: disclosure.facts.filter(({ status }) => status === "proved" || status === "repaired")
      .length,
    figures: threePublicFigures(disclosure),
  };
}

function keep(state: string, part: Part): void {
  store(state, part.document, {}, [], { part: partText(part) });
}

function assembled({ documents, state }: Several): readonly ThreePublicFigure[] {
  const { disclosure } = together(
    documents.map(({ document, trusted, naming }) => {
      const part = partFrom(storedPart(state, document));
      return { part: naming ? renamed(part, naming) : part, trusted };
    }),
  );
  return threePublicFigures(disclosure);
}
