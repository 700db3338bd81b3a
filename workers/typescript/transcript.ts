import type { RunEvent } from "../protocol";

/** What a run showed, as one text: streams as they are, results after "=> ", displays after "[] ", errors by their last frame and title. */
export function transcript(events: readonly RunEvent[]): string {
  return events
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
