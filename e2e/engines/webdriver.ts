import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

/** A session with a browser over the W3C WebDriver protocol: the few commands that the tests need, over plain HTTP. */
export class WebDriver {
  #address = "";
  #session = "";

  private constructor(private readonly processes: ChildProcess[]) {}

  /** Starts a driver, and a screen for it to draw on. */
  static async open(driver: string, screen: string, capabilities: object): Promise<WebDriver> {
    const processes: ChildProcess[] = [];
    const self = new WebDriver(processes);
    try {
      const { process: xvfb, display } = await openScreen(screen);
      processes.push(xvfb);
      const port = await freePort();
      const env = {
        ...process.env,
        DISPLAY: `:${display}`,
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", // it refuses to run as root, and the page's own sandbox is another one
        LIBGL_ALWAYS_SOFTWARE: "1",
      };
      processes.push(spawn(driver, [`--port=${port}`, "--host=127.0.0.1"], { env, stdio: "ignore" }));
      self.#address = `http://127.0.0.1:${port}`;
      await self.#whenUp();
      const { sessionId } = (await self.#send("POST", "/session", { capabilities: { alwaysMatch: capabilities } })) as {
        sessionId: string;
      };
      self.#session = `/session/${sessionId}`;
      await self.#send("POST", `${self.#session}/timeouts`, { script: 150_000, pageLoad: 60_000 });
      await self.#send("POST", `${self.#session}/window/rect`, { x: 0, y: 0, width: 1280, height: 900 });
      return self;
    } catch (error) {
      await self.close();
      throw error;
    }
  }

  async goto(url: string): Promise<void> {
    await this.#send("POST", `${this.#session}/url`, { url });
  }

  /** What the expression, a promise perhaps, comes to in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const script = `const done = arguments[arguments.length - 1];
      (async () => (${expression}))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const result = (await this.#send("POST", `${this.#session}/execute/async`, { script, args: [] })) as {
      value?: unknown;
      error?: string;
    };
    if (result.error !== undefined) throw new Error(result.error);
    return result.value;
  }

  /** Does something in the first frame of the first frame, and so on, so many frames deep. */
  async inside<T>(depth: number, act: () => Promise<T>): Promise<T> {
    try {
      for (let at = 0; at < depth; at++) await this.#send("POST", `${this.#session}/frame`, { id: 0 });
      return await act();
    } finally {
      await this.#send("POST", `${this.#session}/frame`, { id: null });
    }
  }

  async click(x: number, y: number): Promise<void> {
    const move = { type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) };
    const press = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
    const mouse = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: [move, ...press] };
    await this.#send("POST", `${this.#session}/actions`, { actions: [mouse] });
  }

  async windows(): Promise<number> {
    return ((await this.#send("GET", `${this.#session}/window/handles`)) as string[]).length;
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from((await this.#send("GET", `${this.#session}/screenshot`)) as string, "base64");
  }

  async close(): Promise<void> {
    if (this.#session) await this.#send("DELETE", this.#session).catch(() => {});
    for (const child of this.processes.reverse()) child.kill();
  }

  async #whenUp(): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        await this.#send("GET", "/status");
        return;
      } catch (error) {
        if (attempt === 50) throw error;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
  }

  async #send(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.#address + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value).slice(0, 500)}`);
    return value;
  }
}

/** A screen without a monitor; it says itself which number it has taken. */
function openScreen(screen: string): Promise<{ process: ChildProcess; display: string }> {
  const child = spawn(screen, ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => reject(new Error("Xvfb ended at once")));
    child.stdout!.once("data", (data: Buffer) => resolve({ process: child, display: String(data).trim() }));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
