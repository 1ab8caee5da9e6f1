import type { Command } from "commander";
import { readConfig, settings, type Config, type SettingName } from "../config.js";

/** Gives a command the flags of settings. */
export function addSettings(command: Command, names: readonly SettingName[]): Command {
  for (const name of names) {
    const setting = settings[name];
    const fallback = setting.default === "" ? "" : ` [default: ${setting.default}]`;
    command.option(`${setting.flag} <value>`, `${setting.help} (${setting.env})${fallback}`);
  }
  return command;
}

/**
 * The settings as flags and environment give them. `options` are what Commander read: flags in camel case.
 * @throws MitosError BAD_SETTING
 */
export function configFrom(options: Record<string, unknown>): Config {
  const flags: Partial<Record<SettingName, string>> = {};
  for (const [name, { flag }] of Object.entries(settings)) {
    const key = flag.slice(2).replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
    const value = options[key];
    if (typeof value === "string") flags[name as SettingName] = value;
  }
  return readConfig(process.env, flags);
}

/** Settings of every command that opens the database. */
export const databaseSettings = [
  "dataDirectory",
  "databaseUrl",
  "storyArticles",
] as const satisfies readonly SettingName[];
