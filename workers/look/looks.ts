import { EngineError, look, NDArray, nn, onRevision, ParameterTuple, Tensor } from "../../engine";
import { type Counted, findingOf, findMore, rangeIn } from "./findings";
import { comparisonForm, fitting, histogramForm, markForm, pictureForm, statisticsForm, valuesForm } from "./forms";
import { Handles, type Shown, shownOf } from "./handles";
import { compact } from "./limits";
import * as requests from "./requests";
import { Refused, wrong } from "./requests";
import { Revisions } from "./revisions";
import type { LookAnswer, LookAnswers, LookRequest, ManyForm, Member, OneForm, Refusal, TensorForm } from "./types";

/** Elements that are looked at before an output is sent: of one array, and of all that a cell shows. */
const eager = { array: 2 ** 20, cell: 2 ** 22 } as const;
/** Of a list or a network. */
const mostMembers = 200;
/** How long a look may keep the next cell waiting, and a cell that awaits something. */
const patienceMs = { resting: 5_000, running: 250 } as const;
const mostTiles = 512;
const mostCells = 10_000;
/** Answers that are remembered of one array. */
const remembered = 8;

/** What is shown of a list: its kind, its class and its members. */
export interface Several {
  kind: ManyForm["kind"];
  title: string;
  members: readonly (Tensor | NDArray)[];
}

/** What outputs tell of the numbers that they show, and what the page asks about them afterwards. One a session. */
export class Looks {
  #handles = new Handles();
  #revisions = new Revisions();
  #left: number = eager.cell;
  #until = Number.POSITIVE_INFINITY; // when the look that is under way must end
  #isRunning = false; // a cell

  /** Without a page that asks, outputs carry no handles, all is looked at before they are sent, and no revision is kept. */
  constructor(private readonly isAsked: boolean) {
    if (isAsked) onRevision(this.#revisions.add);
  }

  /** A cell begins. */
  begin(cell: number): void {
    this.#isRunning = true;
    this.#revisions.cell = cell;
    this.#left = eager.cell;
    this.#handles.forget();
  }

  /** The cell has ended. */
  end(): void {
    this.#isRunning = false;
    this.#handles.forget();
  }

  /** A look is under way: whatever stops now is that, and no cell. */
  get isLooking(): boolean {
    return this.#until !== Number.POSITIVE_INFINITY;
  }

  /** An output's `application/vnd.sporebook.tensor+json`; undefined for what holds no numbers, or has not drawn them yet. */
  form(value: Tensor | NDArray | Several): TensorForm | undefined {
    if (value instanceof Tensor || value instanceof NDArray) return isDrawn(value) ? this.#oneForm(value) : undefined;
    const { kind, title, members } = value;
    if (members.length === 0 || !members.every(isDrawn)) return undefined;
    const more = members.length - mostMembers;
    const shown = members.slice(0, mostMembers).map((member) => this.#member(shownOf(member), compact.memberBins));
    return { version: 1, kind, title, members: shown, ...(more > 0 && { more }) };
  }

  #oneForm(value: Tensor | NDArray): OneForm {
    const shown = shownOf(value);
    const member = this.#member(shown, compact.bins);
    const head = { version: 1, kind: shown.kind, picks: look.firstPicks(shown.array) } as const;
    return member.pending ? { ...head, ...member } : { ...head, ...member, ...pictured(shown) };
  }

  #member(shown: Shown, bins: number): Member {
    const { array } = shown;
    const handle = this.isAsked ? { handle: this.#handles.add(shown) } : {};
    const isSoon = !this.isAsked || (array.size <= eager.array && array.size <= this.#left);
    if (!isSoon) return { ...about(shown), ...handle, pending: true };
    this.#left -= array.size;
    return { ...about(shown), ...handle, ...counted(shown, bins) };
  }

  /**
   * As `look`. A form is found part by part, between which the worker hears of other looks, and of cells; one that begins
   * meanwhile ends it as "busy".
   */
  async lookInParts(request: LookRequest): Promise<LookAnswer> {
    const of = requests.formOf(request);
    const shown = of === undefined ? undefined : this.#handles.get(of);
    while (shown) {
      if (this.#isRunning) return busy;
      const ended = this.#guarded(() => !findMore(shown));
      if (ended.kind === "refused") return ended;
      if (ended.answer) break;
      await nextTurn();
    }
    return this.look(request);
  }

  /** The answer to a request, whatever it is. While a cell runs, which awaits something then, there is little time for it. */
  look(request: LookRequest): LookAnswer {
    return this.#guarded(() => this.#answer(request));
  }

  #guarded<T>(work: () => T): { kind: "answer"; answer: T } | Refusal {
    this.#until = performance.now() + (this.#isRunning ? patienceMs.running : patienceMs.resting);
    try {
      return { kind: "answer", answer: work() };
    } catch (error) {
      if (error instanceof Refused) return { kind: "refused", reason: error.reason, message: error.message };
      if (error instanceof EngineError) return { kind: "refused", reason: "wrong", message: error.message };
      return { kind: "refused", reason: "wrong", message: `The look failed: ${String(error).slice(0, 200)}` };
    } finally {
      this.#until = Number.POSITIVE_INFINITY;
    }
  }

  /** Called now and then by the long loops of a look: ends one that would keep a cell waiting. @throws {Refused} */
  checkTime(isStopped: boolean): void {
    const isLate = performance.now() > this.#until;
    if (this.#isRunning && (isLate || isStopped)) throw new Refused("busy", busy.message);
    if (isLate)
      throw new Refused(
        "wrong",
        `This look takes more than ${patienceMs.resting / 1000} seconds: the array is too large for it.`,
      );
  }

  #answer(request: LookRequest): LookAnswers[LookRequest["kind"]] {
    const { kind, of, ...rest } = requests.recordIn(request, "request");
    if (kind === "release") return this.#release(rest.handles);
    if (typeof kind !== "string" || !Object.hasOwn(answers, kind))
      throw wrong("kind", Object.keys(answers).join(", "), kind);
    const answer = answers[kind as Asked];
    const source = this.#source(of, "of");
    const others = "with" in rest ? { other: this.#source(rest.with, "with") } : {};
    if (kind === "revisions" || kind === "mark" || kind === "slice" || kind === "compare")
      return answer({ ...source, ...others, request: rest, revisions: this.#revisions });
    const key = JSON.stringify([kind, source.revision, rest]);
    const known = source.shown.answers;
    const found = known.get(key) ?? answer({ ...source, request: rest, revisions: this.#revisions });
    if (source.shown.isLive && this.#isRunning) return found as LookAnswers["form"]; // it may change before it is asked again
    known.delete(key); // the latest goes last
    known.set(key, found);
    if (known.size > remembered) known.delete(known.keys().next().value!);
    return found as LookAnswers["form"];
  }

  #source(given: unknown, name: string): Looked {
    const { handle, revision } = requests.recordIn(given, name);
    const shown = typeof handle === "string" ? this.#handles.get(handle) : undefined;
    if (!shown) throw new Refused("gone", "The session does not know these values any more: run the cell again.");
    if (revision === undefined) return { shown, array: shown.array };
    const number = requests.wholeIn(revision, "revision", 0, Number.MAX_SAFE_INTEGER);
    const parameter = shown.parameter?.deref();
    const array = parameter && this.#revisions.find(parameter, parameter.asnumpy(), number);
    if (!array) throw new Refused("gone", `The values of revision ${number} are not kept.`);
    return { shown, array, revision: number };
  }

  #release(handles: unknown): object {
    if (!Array.isArray(handles)) throw wrong("handles", "a list", handles);
    for (const handle of handles) this.#handles.release(String(handle));
    return {};
  }
}

/** What a request is about: what was shown, and its values, or those of a revision. */
interface Looked {
  shown: Shown;
  array: NDArray;
  revision?: number;
}

interface Question extends Looked {
  other?: Looked;
  request: Record<string, unknown>;
  revisions: Revisions;
}

type Asked = Exclude<LookRequest["kind"], "release">;

const busy = { kind: "refused", reason: "busy", message: "A cell is running." } as const satisfies Refusal;

const Channel = globalThis.MessageChannel; // a cell may change it
/** By a message, since timers that follow each other are made to wait 4 ms. */
const nextTurn = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new Channel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

const answers: { [K in Asked]: (question: Question) => LookAnswers[K] } = {
  form: ({ shown, array }) => ({
    version: 1,
    kind: shown.kind,
    ...about({ ...shown, array }),
    ...counted(array === shown.array ? shown : { array }, compact.bins),
    picks: look.firstPicks(array),
    ...pictured(array === shown.array ? shown : { array }),
  }),
  statistics: (question) => statisticsForm(findingOf(countedIn(question), "statistics")),
  histogram(question) {
    const { request } = question;
    const counts = countedIn(question);
    const bins = request.bins === undefined ? undefined : requests.wholeIn(request.bins, "bins", 1, 1_000);
    const range = requests.finiteRangeIn(request.range);
    const isKept = range === undefined && (bins ?? compact.bins) === compact.bins;
    if (isKept && (counts.found?.statistics || counts.begun?.statistics))
      return histogramForm(findingOf(counts, "histogram"));
    const known = counts.found?.statistics && rangeIn(counts.found.statistics); // saves a pass
    return histogramForm(look.histogramOf(counts.array, { bins, range: range ?? known }));
  },
  picture: ({ array, request }) => picture(planeOf(array, request), ...tilesIn(request)),
  slice({ array, request }) {
    const plane = planeOf(array, request);
    const [sourceRows, sourceColumns] = plane.shape as [number, number];
    const rows = requests.spanIn(request.rows, "rows", sourceRows);
    const columns = requests.spanIn(request.columns, "columns", sourceColumns);
    requests.wholeIn((rows[1] - rows[0]) * (columns[1] - columns[0]), "the window's cells", 0, mostCells);
    return { sourceRows, sourceColumns, rows, columns, texts: look.textsIn(plane, rows, columns) };
  },
  mark({ array, request }) {
    const range = requests.markRange(request.range, request.open);
    const plane = planeOf(array, request);
    const marked = look.markedIn(plane, range, ...tilesIn(request));
    return markForm(marked, plane.size === array.size ? marked.count : look.countIn(array, range));
  },
  revisions({ shown, revisions }) {
    const parameter = shown.parameter?.deref();
    return parameter ? revisions.list(parameter, parameter.asnumpy()) : [];
  },
  compare({ array, other, request }) {
    if (!other) throw wrong("with", "what to compare with", undefined);
    const found = look.differenceOf(array, other.array);
    const tiles = fitting(planeOf(array, request).shape, ...tilesIn(request), false);
    const planes = [planeOf(array, request), planeOf(other.array, request)] as const;
    return comparisonForm(found, look.differencePicture(...planes, ...tiles), array.shape);
  },
};

const planeOf = (array: NDArray, { picks }: Record<string, unknown>) => look.planeOf(array, requests.picksIn(picks));
const partOf = (array: NDArray, request: Record<string, unknown>) =>
  request.picks === undefined ? array : planeOf(array, request);
const tilesIn = ({ rows, columns }: Record<string, unknown>): [number, number] => [
  requests.wholeIn(rows, "rows", 1, mostTiles),
  requests.wholeIn(columns, "columns", 1, mostTiles),
];

const isDrawn = (value: Tensor | NDArray) => value instanceof NDArray || !value.hasInit;

const about = ({ name, array, isLive }: Shown): Member => ({
  ...(name !== undefined && { name }),
  shape: [...array.shape],
  dtype: array.dtype,
  bytes: array.nbytes,
  ...(isLive && { live: true }),
});

function counted(of: Counted, bins: number): Pick<Member, "statistics" | "histogram"> {
  const found = findingOf(of, "statistics");
  const histogram =
    bins === compact.bins ? findingOf(of, "histogram") : look.histogramOf(of.array, { bins, range: rangeIn(found) });
  return { statistics: statisticsForm(found), histogram: histogramForm(histogram) };
}

/** What a question's statistics are of. */
const countedIn = ({ shown, array, request }: Question): Counted =>
  array === shown.array && request.picks === undefined ? shown : { array: partOf(array, request) };

const pictured = (of: Counted): Pick<OneForm, "picture" | "values"> => ({
  picture: pictureForm(findingOf(of, "picture"), look.fitsFloat32(of.array)),
  ...(of.array.nbytes <= compact.values && { values: valuesForm(of.array) }),
});

function picture(plane: NDArray, rows: number, columns: number) {
  const isFloat32 = look.fitsFloat32(plane);
  return pictureForm(look.pictureOf(plane, ...fitting(plane.shape, rows, columns, isFloat32)), isFloat32);
}

/** What a TypeScript value shows of numbers. */
export function numbersIn(value: unknown): Tensor | NDArray | Several | undefined {
  if (value instanceof Tensor || value instanceof NDArray) return value;
  if (value instanceof nn.Cell) {
    const members = nn.Cell.prototype.getParameters.call(value); // not what the reader may have put in its place
    return { kind: "cell", title: value.clsName, members };
  }
  if (!Array.isArray(value) || !value.every((item) => item instanceof Tensor || item instanceof NDArray))
    return undefined;
  const isTuple = Object.isFrozen(value);
  const title = value instanceof ParameterTuple ? "ParameterTuple" : isTuple ? "tuple" : "Array";
  return { kind: isTuple ? "tuple" : "list", title, members: value };
}
