import { test } from "@playwright/test";
import { openPage } from "./page";
import { command } from "./places";
for (const [name, width, scheme, locale] of [["wide-light-en",1280,"light","en-GB"],["wide-dark-zh",1280,"dark","zh-CN"],["390-dark-en",390,"dark","en-GB"],["390-light-zh",390,"light","zh-CN"]] as const)
test(name, async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ viewport: { width, height: width>600?900:844 }, colorScheme: scheme, locale, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("console", (m) => m.type()==="error" && console.log(m.text()));
  page.on("pageerror", (m) => console.log(String(m)));
  await openPage(page);
  await page.screenshot({ path: `/tmp/labshots/${name}-0.png` });
  await command(page, "lab");
  await page.locator("[data-panel=lab] svg[role=img]").waitFor();
  await page.screenshot({ path: `/tmp/labshots/${name}-1.png` });
  await page.locator("[data-card=HeUniform] summary").click();
  await page.locator("[data-card=HeUniform]").scrollIntoViewIfNeeded();
  await page.locator("[data-panel=lab] [data-card=HeUniform] button").last().scrollIntoViewIfNeeded();
  await page.screenshot({ path: `/tmp/labshots/${name}-2.png` });
  for (const n of ["Normal","TruncatedNormal","Orthogonal","Uniform","VarianceScaling"]) await page.locator("[data-panel=lab] fieldset button", { hasText: new RegExp(`^${n}$`) }).click();
  await page.locator("[data-panel=lab] button", { hasText: /^(Deviations|标准差倍数)$/ }).click();
  await page.waitForTimeout(800);
  await page.locator("[data-panel=lab] input").first().scrollIntoViewIfNeeded();
  await page.screenshot({ path: `/tmp/labshots/${name}-3.png` });
  await context.close();
});
