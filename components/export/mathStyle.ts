/* The style of formulas for a file that stands alone: KaTeX's rules as this page has them, its fonts as data. */

type Face = { family: string; weight: string; style: string; isUsed: (html: string) => boolean };
const always = () => true;
const where = (classes: RegExp) => (html: string) => classes.test(html);
const face = (family: string, isUsed: Face["isUsed"], style = "normal", weight = "normal"): Face => ({
  family: `KaTeX_${family}`,
  weight,
  style,
  isUsed,
});

/** Which of KaTeX's fonts a formula needs, by the classes that it is set with. */
const faces: readonly Face[] = [
  face("Main", always),
  face("Math", always, "italic"),
  face("Main", where(/"[^"]*\b(mathbf|textbf|boldsymbol)\b/), "normal", "bold"),
  face("Main", where(/"[^"]*\b(mathit|textit)\b/), "italic"),
  face("Math", where(/"[^"]*\bboldsymbol\b/), "italic", "bold"),
  face("AMS", where(/"[^"]*\b(amsrm|mathbb|textbb)\b/)),
  face("Caligraphic", where(/"[^"]*\bmathcal\b/)),
  face("Fraktur", where(/"[^"]*\b(mathfrak|textfrak)\b/)),
  face("SansSerif", where(/"[^"]*\b(mathsf|textsf)\b/)),
  face("Script", where(/"[^"]*\b(mathscr|textscr)\b/)),
  face("Typewriter", where(/"[^"]*\b(mathtt|texttt)\b/)),
  face("Size1", where(/"[^"]*\b(size1|small-op)\b/)),
  face("Size2", where(/"[^"]*\b(size2|large-op)\b/)),
  face("Size3", where(/"[^"]*\bsize3\b/)),
  face("Size4", where(/"[^"]*\bsize4\b/)),
];

/** What to show where the style cannot be had: the formula's MathML, which browsers set themselves. */
const plainMath = ".katex-html { display: none; }";

/** The rules and fonts that these formulas need. */
export async function mathStyle(html: string): Promise<string> {
  const rules = [...document.styleSheets].flatMap(rulesOf);
  const katex = rules.filter((rule) => rule instanceof CSSStyleRule && rule.selectorText.includes(".katex"));
  if (katex.length === 0) return plainMath;
  const fontRules = rules.filter((rule) => rule instanceof CSSFontFaceRule);
  const fonts = await Promise.all(faces.filter(({ isUsed }) => isUsed(html)).map((each) => fontOf(each, fontRules)));
  return [...fonts, ...katex.map(({ cssText }) => cssText)].join("\n");
}

async function fontOf({ family, weight, style }: Face, rules: CSSFontFaceRule[]): Promise<string> {
  const rule = rules.find(
    ({ style: of }) =>
      of.getPropertyValue("font-family").replace(/["']/g, "") === family &&
      of.getPropertyValue("font-weight").replace("400", "normal").replace("700", "bold") === weight &&
      of.getPropertyValue("font-style") === style,
  );
  const address = rule && /url\("?([^")]+\.woff2[^")]*)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
  if (!address) return "";
  try {
    const answer = await fetch(new URL(address, rule.parentStyleSheet?.href ?? location.href));
    if (!answer.ok) return "";
    const data = base64(new Uint8Array(await answer.arrayBuffer()));
    return `@font-face { font-family: ${family}; font-weight: ${weight}; font-style: ${style}; src: url("data:font/woff2;base64,${data}") format("woff2"); }`;
  } catch {
    return ""; // offline and not kept by the browser: another font takes its place
  }
}

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return []; // a foreign one, of an extension
  }
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
