import { expect, test } from "vitest";
import { readShareLink, writeShareLink } from "../../src/web/playground/shareLink.js";

test("a link holds query and variables, whatever characters they have", () => {
  const shared = {
    query: '# 100% «Πούτιν» & co?\n{ person(name: "Си #1 + 2") { id } }\n',
    variables: '{\n  "q": "a=b&c"\n}',
  };
  const hash = writeShareLink(shared);
  expect(hash).toMatch(/^#query=[\w%+*.-]+&variables=[\w%+*.-]+$/u);
  expect(readShareLink(hash)).toEqual(shared);
  expect(readShareLink(new URL(`http://localhost/${hash}`).hash)).toEqual(shared);
});

test("no query, no link", () => {
  expect(writeShareLink({ query: " \n", variables: "{}" })).toBe("");
  for (const hash of ["", "#", "#variables=%7B%7D", "#query=", "#elsewhere"])
    expect(readShareLink(hash)).toBeNull();
  expect(readShareLink("#query=%7Ba%7D")).toEqual({ query: "{a}", variables: "" });
});
