import { existsSync } from "node:fs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/usr/bin/microsoft-edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** An installed browser that Playwright can drive: `CHROMIUM_PATH`, else one in a usual place; null where there is none. */
export function findChromium(): string | null {
  const chosen = process.env.CHROMIUM_PATH ?? "";
  if (chosen === "") return PLACES.find((place) => existsSync(place)) ?? null;
  if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, where there is no file.`);
  return chosen;
}
