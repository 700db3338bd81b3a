// npm start: builds what has changed, serves it, prints its address. PORT and HOST say where; a taken port is passed over.
import { join } from "node:path";
import { root } from "./assets/steps.mjs";
import { buildIfNeeded } from "./build.mjs";
import { listen, staticServer } from "./serve.mjs";

const { BASE_PATH: base = "", PORT = "4173", HOST: host = "127.0.0.1" } = process.env;
try {
  buildIfNeeded();
  const port = await listen(staticServer(join(root, "out"), { base }), Number(PORT), host);
  console.log(`Sporebook is at http://${host === "127.0.0.1" ? "localhost" : host}:${port}${base}/`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
