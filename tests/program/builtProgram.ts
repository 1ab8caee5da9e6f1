import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The program as users start it. */
export const builtProgram = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** What a program printed, and its exit code. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the built program in its own process, so that nothing of the test's own modules helps it. */
export function runMitos(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  if (!existsSync(builtProgram)) throw new Error("There is no dist/cli/main.js: run `npm run build` first.");
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...env }, timeout: 30_000 };
    execFile(process.execPath, [builtProgram, ...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** A command as its `--help` describes it. */
export interface Help {
  commands: string[];
  /** With dashes, such as "-p" and "--port". */
  options: string[];
  text: string;
}

const known = new Map<string, Promise<Help>>();

/** The help of a command, `[]` being the program itself. */
export function readHelp(command: string[] = []): Promise<Help> {
  const key = command.join(" ");
  const help = known.get(key) ?? runMitos([...command, "--help"]).then(({ stdout }) => parseHelp(stdout));
  known.set(key, help);
  return help;
}

/** Reads the lists of commands and options from a help text. */
export function parseHelp(text: string): Help {
  const section = (title: string): string[] => {
    const lines = new RegExp(`^${title}:\\n((?:(?: .*)?\\n)*)`, "mu").exec(`${text}\n`)?.[1] ?? "";
    return lines.split("\n").filter((line) => /^ {2}\S/u.test(line));
  };
  return {
    text,
    commands: section("Commands").map((line) => /^ +([\w-]+)/u.exec(line)?.[1] ?? ""),
    options: [...section("Options"), ...section("Global Options")].flatMap((line) => {
      const terms = /^ +((?:--?[\w-]+(?:, )?)+)/u.exec(line)?.[1] ?? "";
      return terms.split(", ").map((term) => term.trim());
    }),
  };
}
