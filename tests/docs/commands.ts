import type { Document } from "./markdown.js";

/** A shell command in a document: its words, and where it stands. */
export interface ShellCommand {
  words: string[];
  place: string;
}

const SHELLS = new Set(["bash", "console", "sh", "shell", "zsh"]);

/** Every command of fenced shell blocks and of inline code; pipes and lists are taken apart. */
export function commandsOf(document: Document): ShellCommand[] {
  const inline = [...document.text.matchAll(/(?<!`)`((?:npx |npm |node |mitos )[^`\n]+)`(?!`)/gu)];
  const blocks = document.blocks
    .filter(({ language }) => SHELLS.has(language))
    .map(({ language, text, line }) => ({
      // A console block shows answers too: only lines with a prompt are commands.
      text: language === "console" ? (text.match(/^\s*\$ .*$/gmu)?.join("\n") ?? "") : text,
      place: `${document.path}:${line}`,
    }));
  return [...inline.map((match) => ({ text: match[1] ?? "", place: document.path })), ...blocks].flatMap(
    ({ text, place }) => splitCommands(text).map((words) => ({ words, place })),
  );
}

/** Splits a shell text into commands of words: quotes, comments, prompts, settings before a command, redirections. */
export function splitCommands(text: string): string[][] {
  const lines = text.replaceAll(/\\\n/gu, " ").split("\n");
  return lines.flatMap((line) => {
    const commands: string[][] = [[]];
    for (const [token] of line
      .replace(/^\s*\$ /u, "")
      .matchAll(/"[^"]*"|'[^']*'|[|&;]+|[<>]|[^\s"'|&;<>]+/gu)) {
      if (token.startsWith("#")) break;
      if (/^[|&;]+$/u.test(token)) commands.push([]);
      else commands.at(-1)?.push(token.replace(/^(["'])(.*)\1$/u, "$2"));
    }
    return commands.map(withoutSettings).filter((words) => words.length > 0);
  });
}

function withoutSettings(words: string[]): string[] {
  const first = words.findIndex((word) => !/^[A-Z_][A-Z0-9_]*=/u.test(word));
  return first === -1 ? [] : words.slice(first);
}

/** The arguments for Mitos if that is what a command starts, else null. */
export function mitosArguments(words: string[]): string[] | null {
  const rest = words[0] === "npx" ? words.slice(1) : words;
  if (rest[0] === "mitos") return rest.slice(1);
  if (rest[0] === "node" && rest[1]?.endsWith("dist/cli/main.js") === true) return rest.slice(2);
  if (rest[0] === "npm" && rest[1] === "start") {
    return ["serve", ...rest.slice(2).filter((word) => word !== "--")];
  }
  return null;
}
