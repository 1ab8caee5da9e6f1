// Compiles knowledge/places-cldr.jsonl: every CLDR territory and the exemplar cities of CLDR's time zones.
// Sources: cldr-localenames-full, cldr-dates-full (Unicode-3.0), @rapideditor/country-coder (ISC) for QIDs
// and borders, and the system's tz database (public domain) for the positions and countries of the cities.
// Usage: node scripts/compile-places.mjs
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature, borders } from "@rapideditor/country-coder";

const require = createRequire(import.meta.url);
const LANGUAGES = ["el", "en", "ru", "zh"];
const ZONEINFO = process.env.ZONEINFO ?? "/usr/share/zoneinfo";

const territoryNames = {};
const zoneNames = {};
for (const language of LANGUAGES) {
  const names = require(`cldr-localenames-full/main/${language}/territories.json`);
  territoryNames[language] = names.main[language].localeDisplayNames.territories;
  const zones = require(`cldr-dates-full/main/${language}/timeZoneNames.json`);
  zoneNames[language] = flatten(zones.main[language].dates.timeZoneNames.zone);
}

// Groups, test regions and places nobody lives in or writes about under these names.
const NO_TERRITORY = new Set("AC BV CP CQ DG EA EU EZ HM IC QO TA UM UN XA XB ZZ".split(" "));
const ENGLISH = {
  TR: "Turkey",
  CD: "DR Congo",
  CG: "Republic of the Congo",
  CI: "Ivory Coast",
  MM: "Myanmar",
};
const ENGLISH_ALIASES = { CD: ["Democratic Republic of the Congo", "DRC"], US: ["United States of America"] };
const GREEK = { CD: "Λαϊκή Δημοκρατία του Κονγκό", CG: "Δημοκρατία του Κονγκό", MK: "Βόρεια Μακεδονία" };
const RUSSIAN = { CD: "Демократическая Республика Конго", CG: "Республика Конго" };
const RUSSIAN_LONG = {
  AE: "Объединённые Арабские Эмираты",
  KP: "Северная Корея",
  KR: "Южная Корея",
  US: "Соединённые Штаты Америки",
  ZA: "ЮАР",
};
// The country in the narrow sense: country-coder names the whole kingdom.
const QIDS = { DK: "Q35", NL: "Q55" };
// The largest polygon of these is not the mainland, or the border is missing.
const CENTRES = { NO: [9.0, 61.5], RU: [96.7, 61.9], US: [-98.6, 39.8] };
// Names of CLDR that the tz database spells differently (its own links cross borders).
const ZONES = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Coral_Harbour": "America/Atikokan",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};
const PLURAL = new Set("US NL PH SC MV AE BS KY MH FK FO KM SB CK PN TC VG VI MP WF AX CC GS".split(" "));

// Small places whose name is first of all a person, a word or another place.
const ALSO_OTHER_THINGS = new Set([
  ..."Adak|Bahia|Cordoba|Creston|Darwin|Dawson|Gambier|Kirov|La Rioja|Lindeman|Mahe|Merida|Nome|Oral".split(
    "|",
  ),
  ..."Regina|Resolute|Salta|San Juan|San Luis|Samara|South Georgia|Stanley|St Thomas|Thule|Truk".split("|"),
  ..."Saint Pierre|Boise|Efate|Perth|Matamoros|Canton".split("|"),
]);

const entities = [];
const ids = new Set();

for (const code of Object.keys(territoryNames.en)
  .filter((key) => /^[A-Z]{2}$/.test(key))
  .sort()) {
  if (NO_TERRITORY.has(code)) continue;
  const names = {};
  const aliases = {};
  const acronyms = {};
  for (const language of LANGUAGES) {
    const table = territoryNames[language];
    const all = [table[code], table[`${code}-alt-short`], table[`${code}-alt-variant`]].filter(Boolean);
    if (["HK", "MO", "PS"].includes(code) && table[`${code}-alt-short`])
      all.unshift(table[`${code}-alt-short`]);
    if (language === "en" && ENGLISH[code]) all.unshift(ENGLISH[code]);
    if (language === "el" && GREEK[code]) all.unshift(GREEK[code]);
    if (language === "ru" && RUSSIAN[code]) all.unshift(RUSSIAN[code]);
    if (language === "ru" && RUSSIAN_LONG[code]) all.push(RUSSIAN_LONG[code]);
    if (language === "en") all.push(...(ENGLISH_ALIASES[code] ?? []));
    const clean = [...new Set(all.flatMap((name) => variants(name, language)))];
    const short = clean.filter((name) => /^\p{Lu}{2,4}$/u.test(name));
    const long = clean.filter((name) => !short.includes(name));
    names[language] = long[0] ?? short[0];
    if (long.length > 1) aliases[language] = long.slice(1);
    if (short.length > 0) acronyms[language] = short;
  }
  const described = feature(code)?.properties;
  const [longitude, latitude] = centre(code) ?? [null, null];
  add({
    id: slug(names.en),
    kind: "PLACE",
    names,
    aliases,
    acronyms,
    gender: code === "AE" ? "n" : greekGender(names.el),
    plural: PLURAL.has(code),
    country: code,
    within: null,
    placeType: described?.level === "country" || code === "XK" ? "country" : "territory",
    latitude,
    longitude,
    qid: QIDS[code] ?? described?.wikidata ?? null,
    prior: 0.95,
  });
}

const positions = readPositions();
const zones = new Set(LANGUAGES.flatMap((language) => Object.keys(zoneNames[language])));
for (const zone of [...zones].sort()) {
  if (/^(Etc|Antarctica)\/|Unknown|Kerguelen|Vatican|Miquelon|Midway|Wake|Enderbury/.test(zone)) continue;
  const position = positions.get(ZONES[zone] ?? zone);
  if (!position) continue;
  const names = {};
  const aliases = {};
  for (const language of LANGUAGES) {
    // English leaves the name out where the zone identifier spells it.
    const spelled = language === "en" ? zone.split("/").at(-1).replace(/_/g, " ") : "";
    const clean = variants(zoneNames[language][zone] ?? spelled, language);
    if (clean.length === 0) continue;
    names[language] = clean[0];
    if (clean.length > 1) aliases[language] = clean.slice(1);
  }
  // Time zones of whole islands and regions repeat a territory's name.
  if (!names.el || names.en.includes(",") || /[A-Za-z]/.test(names.el)) continue;
  if (entities.some((entity) => entity.placeType !== "city" && same(entity, names.en))) continue;
  const country = feature(position.country)?.properties;
  add({
    id: slug(names.en),
    kind: "PLACE",
    names,
    aliases,
    acronyms: {},
    gender: greekGender(names.el),
    plural: /(οι|ες|Τίρανα|Σκόπια|Κανάρια)$/.test(names.el),
    country: position.country,
    within: entities.find((entity) => entity.country === position.country)?.id ?? null,
    placeType: "city",
    latitude: position.latitude,
    longitude: position.longitude,
    qid: null,
    prior: ALSO_OTHER_THINGS.has(names.en) ? 0.45 : country ? 0.8 : 0.7,
  });
}

const target = new URL("../knowledge/places-cldr.jsonl", import.meta.url);
writeFileSync(target, entities.map((entity) => JSON.stringify(entity)).join("\n") + "\n");
console.log(`${entities.length} places`);

function add(entity) {
  if (ids.has(entity.id)) {
    const withCountry = `${entity.id}-${entity.country.toLowerCase()}`;
    if (ids.has(withCountry)) return;
    entity.id = withCountry;
  }
  ids.add(entity.id);
  entities.push(entity);
}

function same(entity, english) {
  return entity.names.en === english || (entity.aliases.en ?? []).includes(english);
}

/** "Myanmar (Burma)" → both; "X & Y" → "X and Y" too; abbreviations of islands written out; remarks dropped. */
function variants(full, language) {
  const found = [];
  const name = full.replace(/\s*\([^)]*\)(?=\s+\S)/, "");
  const bracket = /^(.*?)\s*[(（](.*?)[)）]$/.exec(name);
  if (bracket && /Congo|Κονγκό|Конго|刚果/.test(name)) return [];
  if (bracket) {
    found.push(bracket[1]);
    const remark = /^(ΕΔΠ|ειδική|специальный|САР|Ολλανδικό|Γαλλικό|Islas|Мальвин|台|中国|US|UK|ΗΠΑ|США)/;
    if (!remark.test(bracket[2])) found.push(bracket[2]);
  } else found.push(name);
  return found
    .filter((item) => item && !/ - (Kinshasa|Brazzaville|Κινσάσα|Μπραζαβίλ|Киншаса|Браззавиль)/.test(item))
    .map((item) =>
      item
        .replace(/^о-в /, "Остров ")
        .replace(/^о-ва /, "Острова ")
        .replace(/ о-ва$/, " острова"),
    )
    .flatMap((item) =>
      item.includes(" & ")
        ? [item.replace(" & ", { el: " και ", en: " and ", ru: " и " }[language] ?? "和")]
        : [item],
    )
    .map((item) =>
      item
        .replace(/^Αγ\. /, "Άγιος ")
        .replace(/^Νήσοι (?=Σέτλαντ)/, "")
        .replace(/ ΕΔΠ Κίνας$/, ""),
    )
    .flatMap((item) => (/^St\. /.test(item) ? [item, item.replace("St.", "Saint")] : [item]));
}

function flatten(zones, prefix = "", out = {}) {
  for (const [key, value] of Object.entries(zones)) {
    if (typeof value !== "object") continue;
    const path = prefix ? `${prefix}/${key}` : key;
    if (value.exemplarCity) out[path] = value.exemplarCity;
    else if (value._type !== "zone" && !value.long) flatten(value, path, out);
  }
  return out;
}

/** Positions and countries by zone, under today's and earlier zone names. */
function readPositions() {
  const table = new Map();
  const file = `${ZONEINFO}/zone.tab`;
  if (!existsSync(file)) throw new Error(`${file} is missing: install tzdata or set ZONEINFO`);
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.startsWith("#") || !line) continue;
    const [country, where, zone] = line.split("\t");
    const match = /^([+-]\d{4,6})([+-]\d{5,7})$/.exec(where);
    if (match) table.set(zone, { country, latitude: degrees(match[1], 2), longitude: degrees(match[2], 3) });
  }
  for (const line of readFileSync(`${ZONEINFO}/tzdata.zi`, "utf8").split("\n")) {
    const [kind, zone, earlier] = line.split(" ");
    if (kind === "L" && table.has(zone) && !table.has(earlier)) table.set(earlier, table.get(zone));
  }
  return table;
}

function degrees(text, width) {
  const sign = text.startsWith("-") ? -1 : 1;
  const whole = Number(text.slice(1, 1 + width));
  const minutes = Number(text.slice(1 + width, 3 + width));
  return Math.round(sign * (whole + minutes / 60) * 100) / 100;
}

/** Area centroid of a territory's largest polygon, in degrees; null when country-coder has no border for it. */
function centre(code) {
  if (CENTRES[code]) return CENTRES[code];
  const known = feature(code)?.properties;
  if (!known) return null;
  let best = null;
  for (const candidate of borders.features) {
    const { iso1A2, country } = candidate.properties;
    const isOwn =
      iso1A2 === code || (iso1A2 === undefined && country === code) || (code === "FR" && iso1A2 === "FX");
    if (!isOwn || !candidate.geometry) continue;
    for (const polygon of candidate.geometry.coordinates) {
      const measured = measure(polygon[0]);
      if (!best || measured.area > best.area) best = measured;
    }
  }
  return best?.area > 0 ? best.centroid.map((value) => Math.round(value * 100) / 100) : null;
}

function measure(ring) {
  let area = 0;
  let x = 0;
  let y = 0;
  for (let index = 0; index < ring.length - 1; index++) {
    const [x0, y0] = ring[index];
    const [x1, y1] = ring[index + 1];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { area: Math.abs(area / 2), centroid: [x / (3 * area), y / (3 * area)] };
}

function greekGender(name) {
  const head = name.split(" ")[0] ?? "";
  if (/^(Τίρανα|Βρετανικά|Γαλλικά|Κανάρια|Σκόπια)$/u.test(head)) return "n";
  if (/(α|ά|η|ή|ω|ώ|ες|οι)$/u.test(head)) return "f";
  if (/(ο|ό|ι|ί|υ|ύ)$/u.test(head)) return "n";
  if (/(ας|άς|ης|ής|ες|ές)$/u.test(head)) return "m";
  if (/(ος|ός)$/u.test(head)) return "f";
  return null;
}

function slug(name) {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
