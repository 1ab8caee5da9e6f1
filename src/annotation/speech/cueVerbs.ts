import { fold } from "../text/fold.js";

const greek = `
  λεω λεει λενε λεγοντας ελεγε ελεγαν ειπε ειπαν ειπα πει πουν ειχε_πει
  δηλων δηλωσ ανεφερ αναφερε αναφεροντας τονισ τονιζ υπογραμμι σημειωσ σημειων προσθεσ προσθετ επισημαν επισημαιν επεσημα
  υποστηριξ υποστηριζ υποστηριχ ισχυρι εξηγησ εξηγουσ εξηγει απαντησ απαντα απαντων εγραψ γραφει εγραφ καταληξ κατεληξ διαβεβαιω διαμηνυ
  ξεκαθαρι διευκριν σχολιασ σχολιαζ παραδεχτ παραδεχθ παραδεχετ ομολογησ ρωτησ ρωτα διερωτ αναρωτ φωναξ κραυγασ
  προειδοποι αποκαλυψ αποκαλυπτ διεψευ διαψευ επαναλαβ επανελαβ συμπληρω εκτιμησ εκτιμα εκτιμουσ παρατηρησ παρατηρει
  θυμηθηκ θυμαται αφηγηθ αφηγειτ αφηγουντ διηγηθ διηγειτ διηγουντ διηγετ εξομολογ μετεδωσ μεταδιδ μεταδωσ υπενθυμι παραπονι παραπονε ορκιζ ορκιστ χαμογελα αναφων αποκριθ διεκοψ συμβουλε συνοψι ξεσπασ επεκριν καυτηρι παρομοια καλεσε καλει επικαλεστ βεβαιω διαλαλ φανερωσ εκμυστηρ αναστεναζ αναστεναξ κατεθεσ καταθετ περιεγραφ περιγραψ περιγραφ καταγγειλ κατηγγειλ καταγγελλ επικαλε μεταδω ανακοινω ενημερω
  παροτρυν αντετειν αντειπε συνεχισ συνεχιζ επεμειν επιμεν αστειευτ ψιθυρι μουρμουρι ευχηθηκ ευχαριστησ δεσμευτηκ δεσμευθηκ
  υποσχεθ προβλεψ προεβλεψ προβλεπ τοποθετηθ χαρακτηρισ αντεδρασ ανταπαντ απεφανθ κατηγορησ μιλησ προτρεψ προετρεψ ζητησ συμφωνησ διαφωνησ`;
const english = `
  said says say saying told tells added adds adding asked asks stated states wrote writes replied replies answered
  explained explains noted notes warned warns insisted insists argued argues claimed claims announced declared declares
  admitted admits acknowledged concluded concludes continued continues recalled recalls remarked observed responded
  responds commented comments stressed stresses emphasized emphasised reiterated repeated predicted joked whispered shouted cried
  complained pleaded vowed pledged promised urged testified tweeted posted quipped conceded maintained suggested
  confided shrugged laughed snapped grinned smiled sighed muttered gasped boasted mused countered retorted scoffed chuckled called murmured screamed yelled begged replied recounted lamented enthused reckoned reflected protested objected interjected summed advised
  described thanked accused exclaimed cautioned confirmed denied estimated`;
const russian = `
  сказал сказать говор заявил заявля заявит отмет подчеркн подчёркив добав сообщ ответ отвеч пояснил поясня объясн напис пишет пишут писал рассказ утвержд
  заметил замечает замечают вспомн вспомин согласен согласн согласил рассмея смеется смеётся вздых вздохн пожалов жалует пожалел усмехн улыбн сетова сетует вмешал объявил поделил провозгл возмущ восхит удивл прошепт крикн бросил парировал обещал советует посовет предлож предлага
  призна предупред напомн спрос спраш воскликн продолж заключ считает уверен полага настаив обеща пообещ прокомментир
  уточн констатир указал цитир процитир резюмир подытож возраз возмут пошут шутил шутит поблагодар предполож прогнозир`;

const words = (list: string): string[] => list.trim().split(/\s+/).map(fold);
const greekStems = words(greek);
const englishWords = new Set(words(english));
const russianStems = words(russian);
/** Shorter ones are whole words. */
const SHORTEST_STEM = 5;
const LONGEST_ENDING = 6;
const PREFIX = 3;
const wholeWords = new Set([...greekStems, ...russianStems].filter((stem) => stem.length < SHORTEST_STEM));
/** Stems by their beginning: every word of every text is asked for. */
const stemsBy = new Map<string, string[]>();
for (const stem of [...greekStems, ...russianStems]) {
  if (stem.length < SHORTEST_STEM) continue;
  stemsBy.set(stem.slice(0, PREFIX), [...(stemsBy.get(stem.slice(0, PREFIX)) ?? []), stem]);
}

/** Folded words that begin like a verb of speech and are none. */
const EXCEPTIONS = new Set(
  "αναφορα αναφορεσ δηλωση δηλωσεισ δηλωσησ δηλωσεων σημειωση σημειωσεισ ανακοινωση ανακοινωσεισ ανακοινωσησ απαντηση απαντησεισ επισημανση σχολιο εκτιμηση εκτιμησεισ προβλεψη προβλεψεισ ενημερωση ενημερωσησ μεταδοση говорящий сообщение сообщения сообщении заявление заявления заявлении ответ ответа пиши указание говор продолжение".split(
    " ",
  ),
);

/** Is a folded word a verb of speech, in Greek, English or Russian? */
export function isCueVerb(folded: string): boolean {
  if (EXCEPTIONS.has(folded)) return false;
  if (/^[a-z]/.test(folded)) return englishWords.has(folded);
  if (wholeWords.has(folded)) return true;
  return (stemsBy.get(folded.slice(0, PREFIX)) ?? []).some(
    (stem) => folded.startsWith(stem) && folded.length <= stem.length + LONGEST_ENDING,
  );
}

/** Phrases that give a speaker without a verb: «σύμφωνα με τον», "according to", «по словам». */
export const SOURCE_PHRASES: readonly (readonly string[])[] = [
  "σύμφωνα με",
  "κατά τον",
  "κατά την",
  "κατά το",
  "κατά τους",
  "με τα λόγια του",
  "με τα λόγια της",
  "according to",
  "in the words of",
  "по словам",
  "по мнению",
  "как отметил",
].map((phrase) => phrase.split(" ").map(fold));
