import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "./sourceFiles.js";

const LARGEST_BYTES = 3_000_000;
/** Where packages come from differs from machine to machine: only a user's own settings may say it. */
const REGISTRY =
  /registry[.](npmjs|yarnpkg|npmmirror)|npm[.]pkg[.]github|deb[.]debian|archive[.]ubuntu|proxy[.]golang|files[.]pythonhosted/u;
/** A folder of one person's machine. */
const HOME = /(?:^|[\s"'`(=:,])\/(?:work|home|root|Users)\/[\w.-]/mu;

const files = listFiles();

test.skipIf(files === null)("no file names a package registry's host or a folder of one machine", () => {
  const texts = (files ?? []).map((name) => ({ name, text: readText(name) }));
  expect(texts.filter(({ text }) => REGISTRY.test(text)).map(({ name }) => name)).toEqual([]);
  expect(texts.filter(({ text }) => HOME.test(text)).map(({ name }) => name)).toEqual([]);
});

test.skipIf(files === null)("no file is larger than 3 MB", () => {
  const large = (files ?? []).filter((name) => statSync(path.join(root, name)).size > LARGEST_BYTES);
  expect(large).toEqual([]);
});

test("package-lock.json leaves it to the user where packages come from", () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { resolved?: string }>;
  };
  const bound = Object.entries(packages).filter(([, { resolved }]) => resolved?.includes("://") === true);
  expect(bound.map(([name]) => name)).toEqual([]);
});

/** All files that are or would be committed; null outside a checkout. */
function listFiles(): string[] | null {
  if (!existsSync(path.join(root, ".git"))) return null;
  try {
    const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const names = execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: "pipe" }).split("\0");
    return names.filter((name) => name !== "" && existsSync(path.join(root, name)));
  } catch {
    return null;
  }
}

/** A file's text; "" for a binary file or a link to nowhere. */
function readText(name: string): string {
  const content = readFileSync(path.join(root, name));
  return content.subarray(0, 8000).includes(0) ? "" : content.toString("utf8");
}
