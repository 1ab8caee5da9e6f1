import { expect, test } from "vitest";
import { parseQuestion } from "../../src/web/playground/parseQuestion.js";

test("reads title, description, audiences and variables, and keeps the first two with the operation", () => {
  const text = [
    "# Who wrote it?",
    "# The authors of one page,",
    "# as they sign.",
    "# for: Mobile, web",
    '# variables: {"url": "https://outlet.example/a"}',
    "",
    "query Authors($url: URL!) {",
    "  # the page",
    "  article(url: $url) { byline }",
    "}",
    "",
  ].join("\n");
  expect(parseQuestion("../operations/07-authors.graphql", text)).toEqual({
    id: "07-authors",
    title: "Who wrote it?",
    description: "The authors of one page, as they sign.",
    audiences: ["mobile", "web"],
    query: [
      "# Who wrote it?",
      "# The authors of one page,",
      "# as they sign.",
      "query Authors($url: URL!) {",
      "  # the page",
      "  article(url: $url) { byline }",
      "}",
      "",
    ].join("\n"),
    variables: '{\n  "url": "https://outlet.example/a"\n}',
  });
});

test("reads variables that go on over several lines", () => {
  const text = '# Newest\n# variables: {\n#   "first": 3,\n#   "languages": ["el"]\n# }\n# for: web\n{ a }';
  const question = parseQuestion("newest.graphql", text);
  expect(JSON.parse(question.variables)).toEqual({ first: 3, languages: ["el"] });
  expect(question).toMatchObject({ title: "Newest", description: "", audiences: ["web"] });
});

test("makes up a title from the file's name, and reads files of Windows", () => {
  expect(parseQuestion("a/b/12-who-is_new.graphql", "\uFEFF{ a }\r\n")).toEqual({
    id: "12-who-is_new",
    title: "Who is new",
    description: "",
    audiences: [],
    query: "# Who is new\n{ a }\n",
    variables: "",
  });
  expect(parseQuestion("x.graphql", "# T\r\n# for: operator;analyst\r\n{\r\n  a\r\n}\r\n")).toMatchObject({
    title: "T",
    audiences: ["operator", "analyst"],
    query: "# T\n{\n  a\n}\n",
  });
});

test("leaves variables that are no JSON for the editor to show", () => {
  expect(parseQuestion("x.graphql", "# T\n# variables: {first: 3\n{ a }").variables).toBe("{first: 3");
});
