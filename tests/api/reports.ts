/** Reports of two events, each by three outlets. */
export function reports(): { url: string; title: string; text: string; date: string }[] {
  const events = [
    [
      "Ferry Astarti runs aground off Kythnos, 240 passengers safe",
      "The ferry Astarti ran aground on rocks off Kythnos before dawn, the coastguard said. All 240 passengers were taken to Merichas by fishing boats. Captain Nikos Verras told the port authority that the rudder had failed.",
    ],
    [
      "Central bank of Norway holds its rate at 4.5 percent",
      "Norges Bank left its key rate at 4.5 percent on Thursday. Governor Ida Bache said inflation was slowing but not beaten. Economists in Oslo expect a first cut in March.",
    ],
  ];
  return events.flatMap(([title = "", text = ""], event) =>
    ["a", "b", "c"].map((outlet, index) => ({
      url: `https://${outlet}.example/${event}`,
      title: index === 0 ? title : `${title.split(" ").slice(0, 5).join(" ")}, reports say (${outlet})`,
      text: `${text} Correspondents of outlet ${outlet} were there.`,
      date: `2024-03-0${event + 1}T0${index + 6}:00:00Z`,
    })),
  );
}

/** A file of JSON Lines. */
export function jsonLines(pages: object[]): Record<string, string> {
  return { "reports.jsonl": `${pages.map((page) => JSON.stringify(page)).join("\n")}\n` };
}
