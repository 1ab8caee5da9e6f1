import { inflectNoun } from "../greek/inflect.js";
import { fold } from "../text/fold.js";
import { occupations } from "./occupations.js";

/**
 * Nouns for offices and occupations: a key shared by the languages, Greek, English, Russian. The
 * Greek ones are inflected; of the Russian ones the stems stand here.
 */
const TABLE = `
president | πρόεδρος προέδρισσα | president chairman chairwoman chairperson chair | президент председател
vice president | αντιπρόεδρος | | вице-президент
prime minister | πρωθυπουργός | premier | премьер премьер-министр
minister | υπουργός | minister | министр
deputy minister | υφυπουργός | undersecretary | замминистр
chancellor | καγκελάριος | chancellor | канцлер
secretary | γραμματέας | secretary | секретар
leader | ηγέτης ηγέτιδα αρχηγός | leader | лидер вожд
head | επικεφαλής προϊστάμενος προϊσταμένη | head chief boss | глава глав начальник руководител шеф
director | διευθυντής διευθύντρια | director | директор
spokesperson | εκπρόσωπος | spokesman spokeswoman spokesperson | пресс-секретар представител
governor | κυβερνήτης περιφερειάρχης διοικητής διοικήτρια νομάρχης | governor | губернатор
mayor | δήμαρχος δημαρχίνα | mayor | мэр
deputy | βουλευτής βουλεύτρια | mp lawmaker legislator congressman congresswoman | депутат
member of the european parliament | ευρωβουλευτής | mep | евродепутат
senator | γερουσιαστής | senator | сенатор
speaker | | speaker | спикер
ambassador | πρέσβης πρεσβευτής | ambassador | посол
envoy | απεσταλμένος απεσταλμένη | envoy | спецпосланник посланник
adviser | σύμβουλος | adviser advisor counsel | советник
commissioner | επίτροπος | commissioner | комиссар еврокомиссар
commander | στρατηγός ναύαρχος πτέραρχος ταξίαρχος διοικητής | commander general admiral colonel | командующ генерал адмирал командир
judge | δικαστής πρωτοδίκης εφέτης αρεοπαγίτης | judge justice magistrate | судья
prosecutor | εισαγγελέας | prosecutor | прокурор
lawyer | δικηγόρος συνήγορος | lawyer attorney | адвокат
king | βασιλιάς | king | король
queen | βασίλισσα | queen | королева
prince | πρίγκιπας πριγκίπισσα | prince princess | принц принцесса
pope | πάπας | pope | папа
bishop | αρχιεπίσκοπος μητροπολίτης επίσκοπος πατριάρχης | archbishop bishop patriarch cardinal | патриарх архиепископ митрополит
coach | προπονητής προπονήτρια τεχνικός | coach manager trainer | тренер
player | ποδοσφαιριστής ποδοσφαιρίστρια επιθετικός αμυντικός μέσος τερματοφύλακας μπασκετμπολίστας μπασκετμπολίστρια τενίστας τενίστρια γκαρντ σέντερ φόργουορντ | footballer striker midfielder defender goalkeeper player winger forward guard captain | футболист нападающ полузащитник защитник вратар теннисист баскетболист хоккеист
athlete | αθλητής αθλήτρια ολυμπιονίκης πρωταθλητής πρωταθλήτρια κολυμβητής κολυμβήτρια άλτης άλτρια ποδηλάτης | athlete champion swimmer runner cyclist driver | спортсмен чемпион чемпионка
actor | ηθοποιός | actor actress | актер актёр актриса
filmmaker | σκηνοθέτης σκηνοθέτρια | filmmaker | режиссер режиссёр
writer | συγγραφέας ποιητής ποιήτρια λογοτέχνης | writer author novelist poet | писател поэт автор
composer | συνθέτης μουσουργός | composer | композитор
singer | τραγουδιστής τραγουδίστρια | singer | певец певица
conductor | μαέστρος | conductor | дирижер дирижёр
painter | ζωγράφος γλύπτης γλύπτρια | painter sculptor artist | художник скульптор
journalist | δημοσιογράφος ανταποκριτής ανταποκρίτρια | journalist correspondent reporter editor columnist | журналист корреспондент
professor | καθηγητής καθηγήτρια | professor | профессор
scientist | επιστήμονας ερευνητής ερευνήτρια | scientist researcher | ученый учёный исследовател
doctor | γιατρός χειρουργός επιδημιολόγος λοιμωξιολόγος | doctor surgeon physician | врач хирург
expert | αναλυτής αναλύτρια σεισμολόγος μετεωρολόγος οικονομολόγος ιστορικός αρχαιολόγος | analyst expert economist historian seismologist | аналитик эксперт экономист историк
founder | ιδρυτής ιδρύτρια συνιδρυτής συνιδρύτρια | founder co-founder cofounder | основател сооснователь
owner | ιδιοκτήτης ιδιοκτήτρια μεγαλομέτοχος | owner | владелец
executive | | ceo cfo executive | гендиректор
businessperson | επιχειρηματίας εφοπλιστής | businessman businesswoman entrepreneur tycoon | бизнесмен предпринимател
diplomat | διπλωμάτης | diplomat | дипломат
officer | αξιωματικός αστυνόμος υπαστυνόμος λοχαγός συνταγματάρχης ταγματάρχης | officer sheriff captain | офицер полковник майор капитан
candidate | υποψήφιος υποψήφια | candidate nominee | кандидат
rector | πρύτανης | rector dean | ректор декан
curator | επιμελητής επιμελήτρια | curator | куратор
astronaut | αστροναύτης | astronaut cosmonaut | космонавт астронавт
activist | ακτιβιστής ακτιβίστρια | activist | активист
representative | | representative delegate | 
musician | μουσικός κιθαρίστας πιανίστας πιανίστρια | musician guitarist pianist | музыкант
producer | παραγωγός | producer | продюсер
presenter | παρουσιαστής παρουσιάστρια | presenter host anchor | ведущ
`;

const greekForms = new Map<string, string>();
const englishForms = new Map<string, string>();
/** By their first three letters: every word of every text is asked for. */
const russianStems = new Map<string, [stem: string, key: string][]>();
const PREFIX = 3;

for (const row of (TABLE + occupations.trim()).split("\n")) {
  if (row === "") continue;
  const [key = "", greek = "", english = "", russian = ""] = row.split("|").map((cell) => cell.trim());
  for (const lemma of wordsOf(greek)) {
    for (const { form } of inflectNoun(lemma, lemma.endsWith("ς") ? "m" : "f"))
      if (!greekForms.has(fold(form))) greekForms.set(fold(form), key);
  }
  for (const word of wordsOf(english)) if (!englishForms.has(fold(word))) englishForms.set(fold(word), key);
  for (const stem of wordsOf(russian).map(fold)) {
    const start = stem.slice(0, PREFIX);
    russianStems.set(start, [...(russianStems.get(start) ?? []), [stem, key]]);
  }
}

/** Neuter nouns, which `inflectNoun` would take for masculine ones. */
for (const [form, key] of [
  ["μελοσ", "member"],
  ["μελουσ", "member"],
  ["στελεχοσ", "employee"],
  ["στελεχουσ", "employee"],
] as const) {
  greekForms.set(form, key);
}

function wordsOf(cell: string): string[] {
  return cell.split(/\s+/).filter((word) => word !== "");
}

/** Case endings behind a Russian stem. */
const RUSSIAN_ENDING = /^(?:а|у|е|ом|ем|ь|я|ю|ей|и|ы|ий|его|ему|им|ая|ой|ую|ице|ица|ицу|ицы)?$/;

/**
 * Key of the office or occupation that a folded word names in the singular, in any case, such as `president` for
 * «προέδρου»; null for other words.
 */
export function roleKey(folded: string): string | null {
  if (/^[a-z]/.test(folded)) return englishForms.get(folded) ?? null;
  if (/^[α-ω]/.test(folded)) return greekForms.get(folded) ?? null;
  const found = russianStems
    .get(folded.slice(0, PREFIX))
    ?.find(([stem]) => folded.startsWith(stem) && RUSSIAN_ENDING.test(folded.slice(stem.length)));
  return found?.[1] ?? null;
}

/** Greek endings of those who do or study something, by the article that stands before them. */
const AGENT_ENDINGS: Readonly<Record<string, RegExp>> = {
  ο: /(?:[σκτ]τησ|[οαι]τησ|λογοσ|γραφοσ|ουργοσ|ποιοσ|αρχησ|πωλησ|νομοσ|ιατροσ|αντησ)$/,
  η: /(?:τρια|λογοσ|γραφοσ|ουργοσ|ποιοσ|νομοσ|ιατροσ)$/,
  του: /(?:[σκτ]τη|[οαι]τη|λογου|γραφου|ουργου|ποιου|αρχη|πωλη|νομου|ιατρου)$/,
  τησ: /(?:τριασ|λογου|γραφου|ουργου|ποιου|νομου|ιατρου)$/,
  τον: /(?:[σκτ]τη|[οαι]τη|λογο|γραφο|ουργο|ποιο|αρχη|πωλη|νομο|ιατρο)$/,
  την: /(?:τρια|λογο|γραφο|ουργο|ποιο|νομο|ιατρο)$/,
};
const SHORTEST_AGENT = 6;

/**
 * Key of a Greek noun that no table has and whose ending says that it is somebody's occupation («ο κωδωνοκρούστης»), by the
 * article before it: the folded noun itself. Null for others; the caller must see that a person's name follows.
 */
export function agentKey(article: string, folded: string): string | null {
  if (folded.length < SHORTEST_AGENT) return null;
  return AGENT_ENDINGS[article === "τη" ? "την" : article]?.test(folded) === true ? folded : null;
}

/** Keys of all offices in a title as the knowledge base writes it, such as «γραμματέας του Συμβουλίου Ασφαλείας». */
export function roleKeysOf(title: string): string[] {
  return fold(title)
    .split(/[^\p{L}-]+/u)
    .flatMap((word) => roleKey(word) ?? []);
}
