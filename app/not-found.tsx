import Link from "next/link";
import { texts } from "../components/text";

export default function NotFound() {
  const both = (words: { en: string; zh: string }) =>
    (["zh", "en"] as const).map((each) => (
      <span key={each} data-only={each}>
        {words[each]}
      </span>
    ));
  return (
    <main style={{ padding: "96px 24px", textAlign: "center" }}>
      <h1 style={{ font: "600 28px / 36px var(--font-heading)" }}>{both(texts.notFound)}</h1>
      <p>
        <Link href="/" style={{ color: "var(--accent)" }}>
          {both(texts.toHome)}
        </Link>
      </p>
    </main>
  );
}
