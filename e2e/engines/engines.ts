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
  evaluate<T, A = void>(act: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  /** What the expression comes to in the first frame in the first frame of the page. */
  evaluateInside(expression: string): Promise<unknown>;
  /** A click of the mouse there, in pixels of the window, whatever lies there. */
  click(x: number, y: number): Promise<void>;
  /** How many windows and tabs there are. */
  windows(): Promise<number>;
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

/** Follows the first frame in each, to the second. */
function innermost<F extends { childFrames(): F[] }>(page: F): F {
  const frame = page.childFrames()[0]?.childFrames()[0];
  if (!frame) throw new Error("there is no such frame");
  return frame;
}

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
        evaluateInside: async (expression) => innermost(page.mainFrame()).evaluate(expression),
        click: (x, y) => page.mouse.click(x, y),
        windows: async () => page.context().pages().length,
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
        extraPrefsFirefox: {
          "intl.accept_languages": "en",
          "media.peerconnection.ice.loopback": true, // where the tests' own server is
        },
      });
      const others = (await browser.pages()).length; // the one that it begins with
      const page = await browser.newPage();
      return {
        goto: async (url) => void (await page.goto(url)),
        evaluate: (act, argument) => page.evaluate(call(act, argument)) as Promise<never>,
        evaluateInside: async (expression) => innermost(page.mainFrame()).evaluate(expression),
        click: (x, y) => page.mouse.click(x, y),
        windows: async () => (await browser.pages()).length - others,
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
        evaluateInside: (expression) => session.inside(2, () => session.evaluate(expression)),
        click: (x, y) => session.click(x, y),
        windows: () => session.windows(),
        screenshot: () => session.screenshot(),
        close: () => session.close(),
      };
    },
  },
];
