import type { Root, RootContent } from "hast";

/** What stands before the name of every heading, so that no notebook gives a name that the page itself uses. */
const before = "heading:";

/** The name by which links lead to a heading: its text with hyphens for blanks, as Jupyter has it. */
export const anchorOf = (text: string) => before + text.trim().replace(/\s+/g, "-");

/** Gives each heading its name. */
export function headingNames() {
  return (tree: Root) => {
    for (const node of tree.children)
      if (node.type === "element" && /^h[1-6]$/.test(node.tagName)) node.properties.id = anchorOf(textOf(node));
  };
}

function textOf(node: RootContent): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** Brings the heading that a link `#name` means into sight; false if there is none on the page. */
export function goToHeading(href: string): boolean {
  const heading = document.getElementById(anchorOf(decoded(href.slice(1))));
  heading?.scrollIntoView({ block: "start" });
  return heading !== null;
}

/** A link's text without its escapes; as it stands if they are none. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
