import type { CellEvent } from "./outputs";

/** What no worker of ours sends; the message says so in the page's words. */
export class BadMessage extends Error {}

/** Characters of one message; what the worker sends by itself is far below. */
const messageLimit = 40_000_000;

/** Events in one message. */
const eventsLimit = 5_000;

type Check = (value: unknown) => boolean;
const isText = (value: unknown): value is string => typeof value === "string";
const isBundle: Check = (value) => isRecord(value) && !Array.isArray(value) && isText(value["text/plain"]);
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isAmount: Check = (value) => isRecord(value) && isCount(value.lines) && isCount(value.characters);
const isMetadata: Check = (value) => isRecord(value) && !Array.isArray(value);
const isSlot: Check = (value) => isText(value) && value.length <= 200;
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** What each event must carry. */
const checks: { [T in CellEvent["type"]]: { [field: string]: Check } } = {
  stream: {
    name: (value) => value === "stdout" || value === "stderr",
    text: isText,
    erase: optional(isCount),
    skipped: optional(isAmount),
  },
  input: { prompt: isText },
  display: { bundle: isBundle, metadata: optional(isMetadata), slot: optional(isSlot) },
  result: { bundle: isBundle, metadata: optional(isMetadata) },
  clear: {},
  error: { name: isText, message: isText, traceback: (value) => Array.isArray(value) && value.every(isText) },
};

/**
 * The events in a message from the worker. Its sender runs strangers' code, so nothing is believed.
 *
 * @throws {BadMessage} if it is anything else
 */
export function readEvents(message: unknown): CellEvent[] {
  if (typeof message !== "string" || message.length > messageLimit)
    throw new BadMessage("a cell sent something that is no message");
  const events = parse(message);
  if (!Array.isArray(events) || events.length > eventsLimit || !events.every(isEvent))
    throw new BadMessage("a cell sent something that is no event");
  return events;
}

function parse(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

function isEvent(value: unknown): value is CellEvent {
  if (!isRecord(value) || !isText(value.type) || !Object.hasOwn(checks, value.type)) return false;
  return Object.entries(checks[value.type as CellEvent["type"]]).every(([field, isRight]) => isRight(value[field]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
