import Link from "next/link";
import { languages, texts } from "../text";
import styles from "./names.module.css";

/** By owner ("numpy.random"), by name: "exact", "absent", or a sentence that says what is missing. */
export type Surface = Record<string, Record<string, string>>;

/** Every name of the surface and how much of it is there, for whoever met an AttributeError. */
export function Names({ surface }: { surface: Surface }) {
  return (
    <main className={styles.page}>
      <p className={styles.back}>
        <Link href="/">
          <Both of={texts.toHome} />
        </Link>
      </p>
      <h1 id="names">
        <Both of={texts.names} />
      </h1>
      <p className={styles.lead}>
        <Both of={texts.namesLead} />
      </p>
      <nav aria-labelledby="names">
        {Object.keys(surface).map((owner) => (
          <a key={owner} href={`#${owner}`}>
            {owner}
          </a>
        ))}
      </nav>
      {Object.entries(surface).map(([owner, names]) => (
        <Owner key={owner} owner={owner} names={Object.entries(names)} />
      ))}
    </main>
  );
}

function Owner({ owner, names }: { owner: string; names: [string, string][] }) {
  const exact = names.filter(([, status]) => status === "exact");
  const absent = names.filter(([, status]) => status === "absent");
  const partial = names.filter(([, status]) => status !== "exact" && status !== "absent");
  return (
    <section id={owner} aria-labelledby={`${owner}-title`}>
      <h2 id={`${owner}-title`}>{owner}</h2>
      <List title={texts.namesExact} names={exact} />
      {partial.length > 0 && (
        <>
          <Title of={texts.namesPartial} count={partial.length} />
          <dl className={styles.partial}>
            {partial.map(([name, missing]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd lang="en">{missing}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <List title={texts.namesAbsent} names={absent} />
    </section>
  );
}

function List({ title, names }: { title: { en: string; zh: string }; names: [string, string][] }) {
  if (!names.length) return null;
  return (
    <>
      <Title of={title} count={names.length} />
      <ul className={styles.list}>
        {names.map(([name]) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}

function Title({ of, count }: { of: { en: string; zh: string }; count: number }) {
  return (
    <h3>
      <Both of={of} /> <span className={styles.count}>{count}</span>
    </h3>
  );
}

/** Both languages stand in this page's HTML; the style sheet shows the reader's. */
function Both({ of: words }: { of: { en: string; zh: string } }) {
  return (["zh", "en"] as const).map((each) => (
    <span key={each} data-only={each} lang={languages[each]}>
      {words[each]}
    </span>
  ));
}
