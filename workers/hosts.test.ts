import fc from "fast-check";
import { expect, test } from "vitest";
import { mostHosts, readHosts } from "./hosts";

test("readHosts takes names and https addresses, once each", () => {
  const text = "Data.example.org, https://raw.example.com/a/b.csv，data.example.org";
  expect(readHosts(text)).toEqual({ hosts: ["data.example.org", "raw.example.com"], wrong: [] });
});
test.each([
  "*",
  "*.example.org",
  "localhost",
  "127.0.0.1",
  "[::1]",
  "example.org:8080",
  "http://example.org",
  "a'b.org",
  "blob:",
  "'self'",
  "https:",
  "data:x",
  "-a.org",
  "a..org",
  `${"a".repeat(64)}.org`,
  "user@example.org",
  "例.org",
])("readHosts refuses %s", (text) => {
  expect(readHosts(text)).toEqual({ hosts: [], wrong: [text] });
});
test("readHosts gives nothing that could end a policy's rule or widen it, whatever comes", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const { hosts } = readHosts(text);
      expect(hosts.length).toBeLessThanOrEqual(mostHosts);
      for (const host of hosts) expect(host).toMatch(/^[a-z0-9.-]+\.[a-z][a-z0-9-]*$/);
    }),
  );
});
