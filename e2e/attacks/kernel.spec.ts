import { expect, type Frame, type Page, test } from "@playwright/test";
import { type Canary, isFrom, openCanary } from "./canary";
import { type Attack, armed, kernelAttacks } from "./kernelAttacks";
import { openKernelSite } from "./site";
import { inventory, plant } from "./victim";

/*
 * Every attack on the kernel's walls, behind them and without them. The pages hold what a reader has to lose.
 */
test.describe.configure({ timeout: 240_000 });

/** The attacks that got what they wanted. */
async function successes(page: Page, canary: Canary, site: string): Promise<string[]> {
  const won: string[] = [];
  for (const attack of kernelAttacks) {
    const from = canary.seen.length;
    const said = await carryOut(page, attack, armed(attack, canary, site)).catch((error) => String(error));
    const hasCalled = () => canary.seen.slice(from).some((path) => isFrom(attack.name, path));
    if (!said.includes("STOLEN") && !hasCalled()) await page.waitForTimeout(50); // a request may be on its way
    const touched = await page.evaluate(() => {
      const { dataset } = document.documentElement;
      const mark = dataset.touched;
      delete dataset.touched;
      return mark;
    });
    if (said.includes("STOLEN") || hasCalled() || touched === attack.name) won.push(attack.name);
  }
  await page.waitForTimeout(500);
  for (const { name } of kernelAttacks)
    if (!won.includes(name) && canary.seen.some((path) => path.startsWith(`/${name}`))) won.push(name);
  return won.sort();
}

async function carryOut(page: Page, { realm, language }: Attack, code: string): Promise<string> {
  if (realm === "window") {
    const frame = sandboxOf(page);
    const act = frame.evaluate(`(async () => ${code})().catch(String)`);
    return String(await Promise.race([act, new Promise((late) => setTimeout(late, 3_000))]));
  }
  const events = await page.evaluate(({ code, language }) => window.testing.run(code, undefined, language), {
    code,
    language,
  });
  if (process.env.ATTACKS) console.log(JSON.stringify(events)); // what became of each, for whoever adds one
  return events.map((event) => (event.type === "stream" ? event.text : "")).join("");
}

/** The innermost frame, where only our bootstrap runs. */
function sandboxOf(page: Page): Frame {
  const broker = page.frames().find((frame) => frame.url().endsWith("/kernel/broker.html"));
  const frame = broker?.childFrames()[0];
  if (!frame) throw new Error("no sandbox");
  return frame;
}

for (const walls of ["up", "down"] as const)
  test(`${kernelAttacks.length} attacks from the kernel, with the walls ${walls}`, async ({ browser }) => {
    const [canary, site] = await Promise.all([openCanary(), openKernelSite(walls)]);
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.evaluate(plant);
    const before = await page.evaluate(inventory);
    await page.waitForFunction(() => window.testing.statuses.at(-1)?.python.phase === "ready", undefined, {
      timeout: 60_000,
    });
    const hasRtc = await page.evaluate(() => window.testing.run('import js\nprint(hasattr(js, "RTCPeerConnection"))'));
    expect(JSON.stringify(hasRtc)).toContain("False"); // where cells run, no browser has it
    const won = await successes(page, canary, site.url);
    if (walls === "up") {
      expect(won).toEqual([]);
      expect(canary.seen).toEqual([]);
      expect(await page.evaluate(inventory)).toBe(before);
      const events = await page.evaluate(() => {
        void window.testing.kernel.restart().catch(() => {}); // the window may have gone away: a new one is opened
        return window.testing.run("print(6 * 7)");
      });
      expect(JSON.stringify(events)).toContain("42");
    } else {
      expect(won).toEqual(kernelAttacks.map(({ name }) => name).sort());
    }
    await page.close();
    canary.close();
    site.close();
  });
