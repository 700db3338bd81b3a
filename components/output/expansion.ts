/** So many elements may a drawing come to when all its `use`s are carried out. */
const most = 200_000;

/**
 * Whether drawings in a document stay within what a page can carry: a `use` draws what it names again, and ten of them in
 * each other, each ten times, are ten thousand million. Parsing alone expands nothing.
 */
export function isDrawable(parsed: Document | Element): boolean {
  const known = new Map<Element, number>();
  const underWay = new Set<Element>();
  const sizeOf = (element: Element): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (underWay.has(element) || underWay.size > 200) return Number.POSITIVE_INFINITY; // it uses itself
    underWay.add(element);
    let size = 1;
    for (const use of element.matches("use") ? [element, ...usesIn(element)] : usesIn(element)) {
      const target = targetOf(use);
      if (target) size += sizeOf(target) + target.getElementsByTagName("*").length;
      if (size > most) break;
    }
    underWay.delete(element);
    known.set(element, size);
    return size;
  };
  const targets = new Map<string, Element>();
  for (const element of parsed.querySelectorAll("[id]")) if (!targets.has(element.id)) targets.set(element.id, element);
  const targetOf = (use: Element) => {
    const name = use.getAttribute("href") ?? use.getAttribute("xlink:href");
    return name?.startsWith("#") ? targets.get(name.slice(1)) : undefined;
  };
  const usesIn = (element: Document | Element) => [...element.querySelectorAll("use")];
  let all = 0;
  for (const use of usesIn(parsed)) {
    all += sizeOf(use);
    if (all > most) return false;
  }
  return true;
}
