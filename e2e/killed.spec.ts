import { expect, type Page, test } from "@playwright/test";
import { watchDisk } from "./disk";
import { launch, makeNotebook, makeProfile, outputOf } from "./ownBrowser";
import { random } from "./random";

/*
 * The browser's process is killed at random moments while somebody types and runs, and started anew on the same profile:
 * the notebook always opens, and of its text and outputs at most the last second is missing. What is saved is on the disk
 * itself, after up to four writes one behind the other; where a bare write takes long, so much more may be missing.
 *
 * KILLS is how often, SEED what the moments are drawn from. Two browsers share the work.
 */
const kills = Number(process.env.KILLS ?? 200);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const lanes = [1, 2];

/** What may be missing, in milliseconds before the kill, and how many writes of the disk more. */
const grace = { ms: 1_000, writes: 4 };

for (const lane of lanes)
  test(`killed ${kills / lanes.length} times, browser ${lane}: at most the last second is missing`, async ({
    baseURL,
  }) => {
    test.setTimeout((kills / lanes.length) * 30_000);
    const draw = random(seed + lane);
    const profile = makeProfile();
    const disk = await watchDisk(profile.folder);
    console.log(`killed browser ${lane}: SEED=${seed}, ${kills / lanes.length} kills`);
    const typed: { token: string; at: number }[] = []; // since the text was begun anew
    const ran: { output: number; at: number }[] = [];
    let address = new URL("notebook/#", baseURL).href;
    let killedAt = 0;
    let slowestWrite = 0;
    let missing = { text: 0, outputs: 0 };
    try {
      for (let life = 0; life <= kills / lanes.length; life++) {
        const chrome = await launch(profile.folder);
        try {
          const page = await chrome.page();
          // a kernel takes seconds of both processors to start: it comes without Python, and to every second life not at all
          const runs = life % 2 === 0;
          await page.route(runs ? "**/runtime/**" : "**/kernel/**", (route) => route.abort());
          if (life === 0) address = await makeNotebook(page, new URL("./", baseURL).href);
          else await page.goto(address);
          const opens = page.locator("[data-cell]").nth(1).waitFor({ timeout: 45_000 });
          await opens.catch(async () => {
            const stored = await page.evaluate(storedNotebooks);
            throw new Error(
              `life ${life} did not open; the page says: ${await page.locator("main").textContent()}; stored: ${stored}`,
            );
          });
          await expect(page.locator("[data-cell]")).toHaveCount(2);
          await expect(page.locator("[data-bar]")).toHaveCount(0);
          if (life > 0) {
            const text = await page.locator("[data-cell] textarea").first().inputValue();
            const kept = keptOf(text, typed);
            expect(kept, `life ${life}: the text is one that was there`).toBeGreaterThanOrEqual(0);
            const write = disk.slowest(killedAt - 3 * grace.ms, killedAt);
            slowestWrite = Math.max(slowestWrite, write);
            const dueAt = killedAt - grace.ms - grace.writes * write;
            const due = typed.filter(({ at }) => at < dueAt).length;
            expect(kept, `life ${life}: all of the text but the last second's`).toBeGreaterThanOrEqual(due);
            const output = await outputOf(page);
            const dueOutput = ran.findLast(({ at }) => at < dueAt)?.output ?? 0;
            expect(output, `life ${life}: all outputs but the last second's`).toBeGreaterThanOrEqual(dueOutput);
            missing = {
              text: missing.text + typed.length - kept,
              outputs: missing.outputs + (output < (ran.at(-1)?.output ?? 0) ? 1 : 0),
            };
            // what was not kept is not there any more
            typed.length = kept;
            ran.splice(ran.findLastIndex((each) => each.output <= output) + 1);
          }
          if (life === kills / lanes.length) break;
          const until = Date.now() + draw() * 1_600;
          killedAt = await typeAndRun(page, `${life}`, typed, runs ? ran : null, until, () => chrome.kill());
        } finally {
          await chrome.kill();
        }
      }
      console.log(
        `killed browser ${lane}: ${missing.text} keystrokes and ${missing.outputs} outputs of the last seconds were missing in all; a bare write took ${slowestWrite} ms at most`,
      );
    } finally {
      await disk.close();
      profile.remove();
    }
  });

/** Types and runs until the moment has come; then kills, and says when that was. */
async function typeAndRun(
  page: Page,
  life: string,
  typed: { token: string; at: number }[],
  ran: { output: number; at: number }[] | null,
  until: number,
  kill: () => Promise<void>,
): Promise<number> {
  const isOver = () => Date.now() >= until;
  const field = page.locator("[data-cell] textarea").first();
  await field.focus();
  await page.keyboard.press("Control+End");
  if (typed.length > 400) {
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await expect(page.getByTestId("save-state")).toHaveAttribute("data-phase", "saved");
    typed.length = 0;
  }
  const typing = (async () => {
    for (let count = 0; !isOver(); count++) {
      const token = `${life}.${count} `;
      typed.push({ token, at: Number.POSITIVE_INFINITY });
      await page.keyboard.insertText(token);
      typed.at(-1)!.at = Date.now();
    }
  })();
  const running = (async () => {
    while (ran && !isOver()) {
      await page.evaluate(() =>
        document
          .querySelectorAll<HTMLElement>("[data-cell]")[1]!
          .querySelector<HTMLElement>("button[aria-disabled=false]")
          ?.click(),
      );
      const output = await outputOf(page);
      if (output > (ran.at(-1)?.output ?? 0)) ran.push({ output, at: Date.now() });
      await new Promise((go) => setTimeout(go, 100));
    }
  })();
  const both = Promise.allSettled([typing, running]);
  await new Promise((go) => setTimeout(go, Math.max(0, until - Date.now())));
  const at = Date.now();
  await kill();
  await both;
  return at;
}

/** What the storage holds, for a message. */
async function storedNotebooks(): Promise<string> {
  const names = (await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`);
  const open = indexedDB.open("sporebook");
  return new Promise((resolve) => {
    open.onerror = () => resolve(`${names}: ${open.error}`);
    open.onsuccess = () => {
      const all = open.result.transaction("notebooks").objectStore("notebooks").getAll();
      all.onsuccess = () => resolve(`${names}: ${JSON.stringify(all.result)}`);
      all.onerror = () => resolve(`${names}: ${all.error}`);
    };
  });
}

/** How many of the tokens the text holds, if it is made of the first ones; −1 if it is not. */
function keptOf(text: string, typed: readonly { token: string }[]): number {
  let sum = "";
  if (text === sum) return 0;
  for (const [index, { token }] of typed.entries()) {
    sum += token;
    if (text === sum) return index + 1;
  }
  return -1;
}
