import { inflectNoun } from "../greek/inflect.js";
import { fold } from "./fold.js";

/** Small words inside names: «Μοχάμεντ μπιν Σαλμάν», "Tour de France". */
export const PARTICLES: ReadonlySet<string> = new Set(
  `ντε ντα ντι ντελ ντερ φον φαν βαν αλ ελ μπιν μπεν ιμπν λα λε
  de da di del della dello der von van bin ibn al la le`
    .trim()
    .split(/\s+/),
);

/** Words behind a name that make it another person's: «Τραμπ Τζούνιορ». */
export const JUNIOR_WORDS: ReadonlySet<string> = new Set(
  "τζούνιορ jr junior sr младший".split(" ").map(fold),
);

/** Words before a place name that make it another place: «Νέα Φιλαδέλφεια», "New London". */
export const NEW_WORDS: ReadonlySet<string> = new Set(
  "νέα νέο νέου νέας νέων νέοι new nova nuevo nueva saint άγιος αγία αγίου αγίας san santa"
    .split(" ")
    .map(fold),
);

/** First or last word of an organization's name, in any case of the singular. */
export const ORGANIZATION_HEAD =
  /^(?:(?:πανεπιστημιο|πολυτεχνειο|τραπεζα|υπουργειο|εφετειο|πρωτοδικειο|δημο|περιφερεια|ομοσπονδια|ενωση|συνδεσμο|συλλογο|κομμα|ιδρυμα|οργανισμο|νοσοκομειο|ινστιτουτο|επιτροπη|εταιρει?α|ακαδημια|μουσειο|σχολη|λυκειο|επιμελητηριο|συμβουλιο|αρχη|γραφειο|κινημα|συμμαχια|ομιλο|στουντιο|ορχηστρα|εισαγγελια|διευθυνση|σωμα|λιμεναρχειο|φεστιβαλ)(?:[συν]|τοσ)?|(?:university|bank|ministry|institute|party|council|committee|agency|court|company|group|corporation|foundation|association|union|club|department|office|college|school|museum|hospital|airlines|airways|times|post|press|news|inc|ltd|corp)|(?:университет|банк|министерств|институт|парти|совет|агентств|суд|фонд)(?:а|у|е|о|ом|я|и|ю|ей|ию|ией)?)$/;

/** First or last word of a place name that says what it is. */
export const PLACE_HEAD =
  /^(?:οδο[συ]?|λεωφορο[συ]?|πλατεια[σ]?|λιμνη[σ]?|ποταμο[συ]?|ορο[σ]|ορουσ|νησο[συ]?|ακρωτηρι(?:ο|ου)?|λιμανι(?:ου)?|street|avenue|square|lake|river|mount|island|bay|port)$/;

/** A part of a place: what follows is the place itself in Greek and Russian, another name in English. */
export const COMPASS =
  /^(?:(?:βορει|νοτι|ανατολικ|δυτικ|κεντρικ|северн|южн|восточн|западн|центральн).*|(?:north|south|east|west|central)(?:ern)?)$/;

/** Endings of family names. */
export const SURNAME_END =
  /(οπουλο[συ]|οπουλου|ιδησ|ιδη|αδησ|αδη|ακησ|ακη|ατοσ|ατου|ελησ|εασ|εα|ογλου|ιαν|οφ|εφ|σκι|ιτσ|οβα|εβα|ινα|ενκο|τζε|σβιλι|σον|μαν|μπεργκ|son|sen|berg|ov|ev|sky|ski|ova|eva|enko|ic|ez)$/;

/** Greek words end in a vowel, ν, ς (folded σ) or ρ: other endings are foreign names. */
export const FOREIGN_END = /[βγδζθκλμξπτφχψ]$/;

/** Word before a person's name. */
export const PERSON_CUE =
  /^(?:(?:κ|κοσ|κα|κασ|κυριο[συ]?|κυρια[σ]?|mrs?|ms|dr|sir|lord|president|minister|chancellor|senator|judge|actor|director|coach|lawyer)$|(?:(?:υφ|πρωθ)?υπουργο|προεδρο|αντιπροεδρο|εκπροσωπο|δικηγορο|ηθοποιο|δημοσιογραφο|καγκελαριο|αρχηγο|στρατηγο)[συ]?$|βουλευτ(?:η|ρια)|ευρωβουλευτ|σκηνοθετ(?:η|ρια)|συγγραφε(?:α|ω)|προπονητ|καθηγητ|γερουσιαστ|δημαρχο|περιφερειαρχ|γραμματε(?:α|ω)|διευθυντ|επικεφαλη|ποδοσφαιριστ|τραγουδιστ|ιδρυτ|спикер|министр|президент|депутат|глава)/;

/** Word before a place name. */
export const PLACE_CUE =
  /^(χωριο|χωριου|πολη|πολησ|κωμοπολη|νησι|νησιου|επαρχια|επαρχιασ|περιοχη|περιοχησ|δημο|δημου|νομο|νομου|συνοικια|συνοικιασ|προαστιο|λιμανι|αεροδρομιο|village|town|city|island|province|region|district|река|город|город[ае]|село|области|провинции)$/;

/** Word behind a place name: "Fujian province", «Амурской области». */
export const PLACE_TAIL =
  /^(?:province|region|district|county|island|airport|област(?:ь|и|ью|ей)|кра(?:й|я|е|ю)|район(?:а|е|у)?)$/;

const FEMININE =
  "δημοκρατία άμυνα υγεία παιδεία οικονομία δικαιοσύνη ανάπτυξη εργασία ενέργεια πολιτεία κυβέρνηση αντιπολίτευση επικράτεια μετανάστευση ναυτιλία διακυβέρνηση κρίση προστασία γεωργία ασφάλεια τάξη διάσκεψη διακήρυξη ολομέλεια σύνοδος συνθήκη συμφωνία μονή διεύθυνση γραμματεία εισαγγελία πρεσβεία προεδρία υπηρεσία αποκέντρωση έρευνα καινοτομία οικογένεια απασχόληση εταιρεία τράπεζα επιτροπή ένωση αρχή σχολή σύνταξη εκκλησία ιστορία φύση";
const MASCULINE =
  "πολιτισμός αθλητισμός τουρισμός οργανισμός όμιλος σύλλογος σύνδεσμος λαός τύπος πολίτης ουρανός ήλιος συνασπισμός ολυμπιονίκης πρωταθλητής αρχηγός πρόεδρος πρωθυπουργός υπουργός";
const NEUTER =
  "εμπόριο περιβάλλον μέγαρο γραφείο συμβούλιο υπουργείο κοινοβούλιο κόμμα κράτος έθνος σύνταγμα σώμα ινστιτούτο πανεπιστήμιο πολυτεχνείο μουσείο νοσοκομείο δικαστήριο ίδρυμα κίνημα δημόσιο δίκαιο πρωτάθλημα κύπελλο μέτωπο ταμείο μνημόνιο";
const OTHER = `εξωτερικών εσωτερικών οικονομικών υποδομών μεταφορών τροφίμων επενδύσεων επικοινωνιών οικονομικά υποδομές μεταφορές αγώνων αγώνες συγγενών θυμάτων
  περιβάλλοντος γενικός γενική γενικού γενικής εθνικός εθνική εθνικού εθνικής ολυμπιακοί ολυμπιακών δημοκρατικοί δημοκρατικών
  ρεπουμπλικανός ρεπουμπλικανού ρεπουμπλικανοί ρεπουμπλικανών πρώτος πρώτη καθαρά καθαράς μεγάλη μεγάλης
  assembly house parliament games cup league people power national federal state republican democrat democrats republicans
  western eastern northern southern jewish muslim muslims christian christians arab arabs catholic orthodox islamic jews
  constitution government cabinet embassy treaty agreement declaration politburo
  rear admiral southeast southwest northeast northwest
  генерального генеральный игр игры совет совета канцелярии южного северного восточного западного конституции правительства`;

const cases = (list: string, gender: "m" | "f" | "n"): string[] =>
  list.split(" ").flatMap((lemma) => inflectNoun(lemma, gender).map((item) => fold(item.form)));

/**
 * Folded common nouns and adjectives that newspapers write with a capital («υπουργός Άμυνας», «η Ολομέλεια», "the
 * Council"): alone they are no name.
 */
export const INSTITUTION_WORDS: ReadonlySet<string> = new Set([
  ...cases(FEMININE, "f"),
  ...cases(MASCULINE, "m"),
  ...cases(NEUTER, "n"),
  ...OTHER.trim().split(/\s+/).map(fold),
]);

/** Folded acronyms of things that are no organization. */
export const COMMON_ACRONYMS: ReadonlySet<string> = new Set(
  `αοζ αεπ φπα μμε αφμ αμκα πδ πνπ φεκ κυα παε καε ιχ ατμ αει λοατκι λοατκια μεθ φαπ κεπ τετ
  dna rna var gps ceo cfo sms pdf tv ai usb vip gdp vat pm mp mep hiv aids covid lgbt lgbtq diy url pc wifi cctv uav
  пво втч ввп сми вич днк рф жкх пк`
    .trim()
    .split(/\s+/)
    .map(fold),
);

/** «υπουργός», «υφυπουργός», «υπουργείο»: the nouns behind it are its portfolio, not a name. */
export const MINISTRY_CUE = /^(?:αναπληρωτησ|αναπληρωτη|(?:υφ)?υπουργ(?:οσ|ου|ο|οι|ων|ουσ|ειο|ειου|εια))$/;

/** First words of competitions, prizes and festivals, folded: what follows would make an organization of them. */
export const EVENT_HEAD =
  /^(?:tour|grand|criterium|rallye|rally|coupe|copa|coppa|trophee|trofeo|giro|vuelta|prix|open|festival|biennale|μαραθωνιοσ|φεστιβαλ|μπιεναλε|κυπελλο|марафон|фестиваль|кубок|чемпионат)$/;
