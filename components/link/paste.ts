/** What stands behind the `#` of an address. */
export type Fragment =
  /** A notebook in the link itself; `kind` and `version` are its first two characters. */
  | { kind: "n" | "p"; version: string; body: string }
  /** The address of a notebook elsewhere. */
  | { kind: "open"; address: string };

/** Marks that nobody sees and that programs put into long words: soft hyphens, zero-width and joining characters, marks of direction. */
const unseen = /\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const entities: { readonly [name: string]: string } = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  "#x27": "'",
};

/**
 * The link in a text: a fragment, a whole address, or a message around one, as chat programs and mail leave them — with
 * characters escaped once or several times, broken into lines, in angle brackets, with punctuation behind it.
 *
 * undefined if there is none; then the fragment may be an id.
 */
export function linkIn(text: string): Fragment | undefined {
  const start = text.slice(0, 400_000);
  const open = /(?:#|%23|^)open=(\S+)/i.exec(withoutEntities(start.replace(unseen, "")));
  if (open) return { kind: "open", address: withoutTail(addressIn(open[1]!)) };
  const joined = unescaped(start)
    .replace(/\n\s*>+/g, "")
    .replace(/\s+/g, ""); // also lines as mails quote them
  const found = /(?:#|^)([np])(\d)([A-Za-z0-9_+/-]{8,})/.exec(joined.replace(/^</, ""));
  if (!found) return undefined;
  const [, kind, version, body] = found;
  // some programs write base64 in its older letters
  return { kind: kind as "n" | "p", version: version!, body: body!.replaceAll("+", "-").replaceAll("/", "_") };
}

/** Without what was escaped on the way; three times, because a link may pass several programs. */
function unescaped(text: string): string {
  let plain = text.replace(unseen, "");
  for (let turn = 0; turn < 3; turn++) {
    const next = withoutEntities(plain).replace(/(?:%[0-9a-f]{2})+/gi, decoded);
    if (next === plain) break;
    plain = next.replace(unseen, "");
  }
  return plain;
}

const withoutEntities = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39|#x27);/gi, (_, name: string) => entities[name.toLowerCase()]!);

/** An address that was escaped as a whole; else its own escapes belong to it. */
const addressIn = (text: string) => (/^https?%3a/i.test(text) ? decoded(text) : text);

function decoded(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped; // not UTF-8: it was never escaped by a program
  }
}

/** Punctuation of the sentence that the address stood in. */
const withoutTail = (address: string) => address.replace(/[>)\]}"'”’»，。；、,.;:!?]+$/, "");
