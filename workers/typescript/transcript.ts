import type { RunEvent } from "../protocol";

/** What a run showed, as one text: streams as they are, results after "=> ", displays after "[] " (the last one of a slot), errors by their last frame and title. */
export function transcript(events: readonly RunEvent[]): string {
  const isReplaced = (event: RunEvent, at: number) =>
    event.type === "display" &&
    event.slot !== undefined &&
    events.slice(at + 1).some((later) => later.type === "display" && later.slot === event.slot);
  return events
    .filter((event, at) => !isReplaced(event, at))
    .map((event) => {
      switch (event.type) {
        case "stream":
          return event.name === "stderr" ? event.text.replace(/^(?=.)/gm, "2> ") : event.text;
        case "result":
          return `=> ${event.bundle["text/plain"]}\n`;
        case "display":
          return `[] ${event.bundle["text/plain"]}\n`;
        case "error":
          return `!! ${event.traceback.join("\n")}\n`;
        default:
          return "";
      }
    })
    .join("")
    .trimEnd();
}

/** What several runs showed, a line "---" between them; cells are numbered from the first of these runs. */
export function transcriptOf(runs: readonly (readonly RunEvent[])[]): string {
  const started = runs[0]?.[0];
  const before = started?.type === "started" ? started.executionCount - 1 : 0;
  const texts = runs.map((events, i) => `${i > 0 ? "---\n" : ""}${transcript(events)}`.trimEnd());
  return texts
    .join("\n")
    .replace(/(?<=Cell In\[)\d+/g, (count) => String(Number(count) - before))
    .trim();
}
