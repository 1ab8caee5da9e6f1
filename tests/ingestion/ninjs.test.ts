import { expect, test } from "vitest";
import type { Page, PageProblem } from "../../src/ingestion/Page.js";
import { readDocument } from "../../src/ingestion/readers/index.js";

function read(text: string): { pages: Page[]; problems: PageProblem[] } {
  const results = [...readDocument(text, { name: "input", url: null, timeZone: "UTC", mapping: {} })];
  return {
    pages: results.flatMap((result) => ("page" in result ? result.page : [])),
    problems: results.flatMap((result) => ("problem" in result ? result.problem : [])),
  };
}

test.each([
  ["its type alone", { uri: "urn:wire:1", type: "audio" }],
  [
    "a property of the first generation alone",
    { uri: "urn:wire:1", organisation: [{ name: "Harbour office" }] },
  ],
  [
    "the standard alone",
    { uri: "urn:wire:1", standard: { schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json" } },
  ],
  ["a time that is none", { uri: "urn:wire:1", versioncreated: "Tuesday night" }],
  ["a body of its own kind", { uri: "urn:wire:1", body_spoken: "The ferry sailed." }],
  [
    "an event",
    {
      uri: "urn:wire:1",
      type: "event",
      title: "Opening of the dock",
      eventDetails: { dates: { expectedStartDate: "2024-05" } },
    },
  ],
  [
    "a plan",
    {
      uri: "urn:wire:1",
      type: "planning",
      standard: { name: "ninjs" },
      plannedCoverage: [{ uri: "a", type: "text", urgency: 3 }],
    },
  ],
  [
    "a place with a point",
    {
      uri: "urn:wire:1",
      headlines: [{ value: "Dock" }],
      places: [{ name: "Volos", geojson: { type: "Point", coordinates: [22.9, 39.4] } }],
    },
  ],
  [
    "lists under old names",
    {
      uri: "urn:wire:1",
      standard: { name: "ninjs", version: "2.0" },
      headline: [{ name: "a", text: "Dock" }],
    },
  ],
])("a ninjs item may have %s", (_, item) => {
  const { pages, problems } = read(JSON.stringify(item));
  expect(problems).toEqual([]);
  expect(pages).toMatchObject([{ format: "NINJS" }]);
});

test.each([
  ["uri is missing", { standard: { name: "ninjs" }, title: "Dock" }],
  [
    "is no property",
    { uri: "urn:wire:1", headlines: [], associations: [{ uri: "urn:a", type: "graphic", any_thing: 1 }] },
  ],
  [
    "uri is missing",
    {
      uri: "urn:wire:1",
      standard: { name: "ninjs", version: "3.0" },
      associations: [{ type: "planning" }],
    },
  ],
  ["is no whole number", { uri: "urn:wire:1", urgency: 0.1 }],
  [
    "urgency is not in 1 to 9",
    { uri: "urn:wire:1", standard: { name: "ninjs" }, plannedCoverage: [{ urgency: 11 }] },
  ],
  [
    "two dates for its start",
    {
      uri: "urn:wire:1",
      standard: { name: "ninjs" },
      eventDetails: { dates: { startDate: "2024-05-01T09:00:00Z", expectedStartDate: "2024-05-01" } },
    },
  ],
  [
    "is no date",
    {
      uri: "urn:wire:1",
      standard: { name: "ninjs" },
      eventDetails: { dates: { expectedStartDate: "1 May 2024" } },
    },
  ],
  [
    "is no GeoJSON",
    {
      uri: "urn:wire:1",
      headlines: [],
      places: [{ name: "Volos", geojson: { coordinates: [22.9, 39.4] } }],
    },
  ],
  ["person is no list", { uri: "urn:wire:1", person: "Ann Roe" }],
])("an invalid ninjs item is refused: %s", (message, item) => {
  const { pages, problems } = read(JSON.stringify(item));
  expect(pages).toEqual([]);
  expect(problems).toMatchObject([
    { code: "BAD_NINJS", message: expect.stringContaining(message) as string },
  ]);
});
