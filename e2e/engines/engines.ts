import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { launch } from "puppeteer-core";
import { findChromium } from "../../scripts/chromium.mjs";
import { WebDriver } from "./webdriver";

/** A page in some browser, as far as the tests need one. */
export interface EnginePage {
  goto(url: string): Promise<void>;
  /** What the function comes to in the page, with one argument that is JSON. */
  evaluate<A, T>(act: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

export interface Engine {
  name: string;
  /** What is not installed, if something is not. */
  missing?: string;
  open(): Promise<EnginePage>;
}

const found = (...names: string[]): string | undefined => {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"].filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
};

/** An argument is written into the expression, so that no driver's way of sending values matters. */
const call = (act: unknown, argument: unknown) => `(${String(act)})(${JSON.stringify(argument) ?? "undefined"})`;

const firefox = process.env.FIREFOX ?? found("firefox-esr", "firefox");
const driver = found("WebKitWebDriver");
const screen = found("Xvfb");

/** The three engines, as Debian has them. What is not installed is skipped, and the tests say so. */
export const engines: Engine[] = [
  {
    name: "Chromium",
    async open() {
      const browser = await chromium.launch({
        executablePath: findChromium(),
        args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
      });
      const page = await browser.newPage();
      return {
        goto: async (url) => void (await page.goto(url)),
        evaluate: (act, argument) => page.evaluate(call(act, argument)) as Promise<never>,
        screenshot: () => page.screenshot(),
        close: () => browser.close(),
      };
    },
  },
  {
    name: "Firefox",
    ...(!firefox && { missing: "Firefox (Debian: firefox-esr)" }),
    async open() {
      const browser = await launch({
        browser: "firefox",
        executablePath: firefox,
        headless: true,
        defaultViewport: { width: 1280, height: 900 },
        protocolTimeout: 180_000,
        extraPrefsFirefox: { "intl.accept_languages": "en" },
      });
      const page = await browser.newPage();
      return {
        goto: async (url) => void (await page.goto(url)),
        evaluate: (act, argument) => page.evaluate(call(act, argument)) as Promise<never>,
        screenshot: async () => Buffer.from(await page.screenshot()),
        close: () => browser.close(),
      };
    },
  },
  {
    name: "WebKit",
    ...(!(driver && screen) && { missing: "WebKitGTK's driver and a screen (Debian: webkit2gtk-driver, xvfb)" }),
    async open() {
      const session = await WebDriver.open(driver!, screen!, {});
      return {
        goto: (url) => session.goto(url),
        evaluate: (act, argument) => session.evaluate(call(act, argument)) as Promise<never>,
        screenshot: () => session.screenshot(),
        close: () => session.close(),
      };
    },
  },
];
