import { expect, test } from "vitest";
import {
  inflectRussian,
  inflectRussianAdjective,
  inflectRussianPeople,
  type RussianNameKind,
} from "../../src/annotation/russian/inflectRussian.js";

test.each<[string, "m" | "f" | null, RussianNameKind, string, string, string]>([
  ["Владимир Путин", "m", "SLAVIC", "Владимира Путина", "Владимиру Путину", "Владимиром Путиным"],
  ["Николай Патрушев", "m", "SLAVIC", "Николая Патрушева", "Николаю Патрушеву", "Николаем Патрушевым"],
  [
    "Владимир Зеленский",
    "m",
    "SLAVIC",
    "Владимира Зеленского",
    "Владимиру Зеленскому",
    "Владимиром Зеленским",
  ],
  ["Мария Захарова", "f", "SLAVIC", "Марии Захаровой", "Марии Захаровой", "Марией Захаровой"],
  ["Дональд Трамп", "m", "FOREIGN", "Дональда Трампа", "Дональду Трампу", "Дональдом Трампом"],
  ["Ангела Меркель", "f", "FOREIGN", "Ангелы Меркель", "Ангеле Меркель", "Ангелой Меркель"],
  ["Си Цзиньпин", "m", "EASTERN", "Си Цзиньпина", "Си Цзиньпину", "Си Цзиньпином"],
  ["Ким Чен Ын", "m", "EASTERN", "Ким Чен Ына", "Ким Чен Ыну", "Ким Чен Ыном"],
  ["Россия", null, "THING", "России", "России", "Россией"],
  ["Китай", null, "THING", "Китая", "Китаю", "Китаем"],
  ["Москва", null, "THING", "Москвы", "Москве", "Москвой"],
  ["Северная Корея", null, "THING", "Северной Кореи", "Северной Корее", "Северной Кореей"],
  ["Лос-Анджелес", null, "THING", "Лос-Анджелеса", "Лос-Анджелесу", "Лос-Анджелесом"],
  ["Ростов-на-Дону", null, "THING", "Ростова-на-Дону", "Ростову-на-Дону", "Ростовом-на-Дону"],
  ["Совет безопасности", null, "THING", "Совета безопасности", "Совету безопасности", "Советом безопасности"],
])("%s", (name, gender, kind, genitive, dative, instrumental) => {
  const forms = inflectRussian(name, gender, kind);
  const of = (item: string) => forms.find((form) => form.case === item)?.form;
  expect([of("NOM"), of("GEN"), of("DAT"), of("INS")]).toEqual([name, genitive, dative, instrumental]);
});

test("words for peoples and their adjectives", () => {
  expect(inflectRussianPeople("россиянин")).toEqual(
    expect.arrayContaining(["россиянина", "россияне", "россиян"]),
  );
  expect(inflectRussianPeople("американец")).toEqual(expect.arrayContaining(["американца", "американцы"]));
  expect(inflectRussianAdjective("китайский")).toEqual(
    expect.arrayContaining(["китайского", "китайской", "китайские", "китайскими"]),
  );
});
