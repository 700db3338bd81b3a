import { expect, test } from "vitest";
import { policyFor, withPolicy } from "./policies.mjs";

test("the policy stands first in the head", () => {
  const page = withPolicy('<!DOCTYPE html><html><head lang="en"><title>T</title></head></html>');
  expect(page).toMatch(
    /^<!DOCTYPE html><html><head lang="en"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]+"\/><title>/,
  );
});
test("an inline script is allowed by its hash, others only from the site itself", () => {
  const policy = policyFor('<script src="a.js"></script><script>alert(1)</script><script id="x">alert(1)</script>');
  // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
  expect(policy).toContain("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';");
});
test("a page without a head is refused", () => {
  expect(() => withPolicy("<p>")).toThrow("no <head>");
});
