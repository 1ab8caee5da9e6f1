import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildSchema, Kind, parse as parseGraphql, validate } from "graphql";
import { expect, test } from "vitest";
import { settings } from "../../src/config.js";
import { readHelp, root } from "../program/builtProgram.js";
import { commandsOf, mitosArguments, splitCommands } from "./commands.js";
import { anchorsOf, parse, readDocuments } from "./markdown.js";

/** Settings of the tests and of the systems Mitos runs in, which the program itself does not read. */
const FOREIGN = ["MITOS_TEST_DATABASE_URL"];

const documents = readDocuments();
const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

test("every GraphQL operation in the documents is valid", () => {
  const schema = buildSchema(readFileSync(path.join(root, "schema.graphql"), "utf8"));
  const errors = documents.flatMap((document) =>
    document.blocks
      .filter(({ language }) => language === "graphql")
      .flatMap(({ text, line }) => {
        const tree = parseGraphql(text);
        const executable = tree.definitions.every(
          ({ kind }) => kind === Kind.OPERATION_DEFINITION || kind === Kind.FRAGMENT_DEFINITION,
        );
        const found = executable ? validate(schema, tree) : [];
        return found.map(({ message }) => `${document.path}:${line}: ${message}`);
      }),
  );
  expect(errors).toEqual([]);
});

test("every mitos command in the documents has a known command and known options", async () => {
  const commands = documents.flatMap(commandsOf);
  const problems = await Promise.all(
    commands.map(async ({ words, place }) => {
      const args = mitosArguments(words);
      const problem = args === null ? null : await problemOf(args);
      return problem === null ? [] : [`${place}: \`${words.join(" ")}\`: ${problem}`];
    }),
  );
  expect(problems.flat()).toEqual([]);
});

test("every npm command in the documents is a script of package.json", () => {
  const unknown = documents
    .flatMap(commandsOf)
    .filter(
      ({ words }) =>
        words[0] === "npm" && words[1] === "run" && !(words[2] !== undefined && words[2] in scripts),
    );
  expect(unknown).toEqual([]);
});

test("every setting named in the documents exists", () => {
  const known = new Set<string>([...Object.values(settings).map(({ env }) => env), ...FOREIGN]);
  const unknown = documents.flatMap(({ path: name, text }) =>
    [...text.matchAll(/\bMITOS_[A-Z0-9_]+\b/gu)]
      .filter(([setting]) => !known.has(setting))
      .map(([setting]) => `${name}: ${setting}`),
  );
  expect(unknown).toEqual([]);
});

test("docs/configuration.md has every setting with its flag and default", () => {
  const rows = readFileSync(path.join(root, "docs/configuration.md"), "utf8").split("\n");
  const missing = Object.values(settings).filter(
    ({ env, flag, default: value }) =>
      !rows.some((row) => row.includes(`\`${env}\``) && row.includes(flag) && row.includes(value)),
  );
  expect(missing.map(({ env }) => env)).toEqual([]);
});

test("every relative link leads to a file, and to a heading where it names one", () => {
  const broken = documents.flatMap((document) =>
    document.links
      .filter((link) => !/^[a-z][a-z0-9+.-]*:/iu.test(link))
      .filter((link) => !isReachable(document.path, decodeURI(link)))
      .map((link) => `${document.path}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test("a document is taken apart", () => {
  const text =
    "# A b\n[x](y.md#z) `[no](link)`\n```bash\n$ PORT=1 npx mitos serve --port 0 | cat # [no](l)\n```\n";
  const document = parse("a.md", text);
  expect(document).toMatchObject({ links: ["y.md#z"], blocks: [{ language: "bash", line: 3 }] });
  expect(commandsOf(document).map(({ words }) => mitosArguments(words))).toEqual([
    ["serve", "--port", "0"],
    null,
  ]);
  expect(splitCommands("a \\\n  'b c' && d > e; # f")).toEqual([
    ["a", "b c"],
    ["d", ">", "e"],
  ]);
  expect(anchorsOf(text)).toEqual(["a-b"]);
});

async function problemOf(args: string[]): Promise<string | null> {
  const command: string[] = [];
  let help = await readHelp();
  const options = new Set(help.options);
  for (const word of args) {
    if (word.startsWith("-") || !help.commands.includes(word)) break;
    command.push(word);
    help = await readHelp(command);
    for (const option of help.options) options.add(option);
  }
  const [first] = args;
  if (command.length === 0 && first !== undefined && !first.startsWith("-")) return `no command "${first}"`;
  if (command.length > 0 && help.commands.length > 0)
    return `"${command.join(" ")}" needs one of its commands`;
  const unknown = args.filter((word) => /^--?[a-z]/iu.test(word) && !options.has(word.replace(/=.*$/u, "")));
  return unknown.length === 0 ? null : `no option ${unknown.join(", ")}`;
}

function isReachable(from: string, link: string): boolean {
  const [target = "", anchor] = link.split("#");
  const file = target === "" ? path.join(root, from) : path.join(root, path.dirname(from), target);
  if (!existsSync(file)) return false;
  return (
    anchor === undefined || !file.endsWith(".md") || anchorsOf(readFileSync(file, "utf8")).includes(anchor)
  );
}
