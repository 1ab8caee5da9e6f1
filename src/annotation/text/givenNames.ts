import { fold } from "./fold.js";

// Frequent given names in the news of Greek, English and Russian papers: besides those of the knowledge base
// they tell that an unknown name is a person's. Greek ones in nominative and genitive or accusative.
const FEMALE = `
μαρία ελένη κατερίνα αικατερίνη βασιλική σοφία αγγελική γεωργία δήμητρα ιωάννα κωνσταντίνα παναγιώτα άννα χριστίνα ευαγγελία
εύα ειρήνη φωτεινή αναστασία δέσποινα βίκυ βίκη χριστιάνα νίκη ντόρα θεοδώρα έφη όλγα ρένα ζωή αλεξάνδρα αλεξία λίνα νίνα
λίζα μαριάννα ελευθερία αλίκη ελίζα ξένια πόπη μαργαρίτα μάρθα στέλλα ραλλία δόμνα θάλεια αφροδίτη άρτεμις αθηνά ηρώ λουκία
μαίρη νατάσα νατάσσα μελίνα σίσσυ ρούλα τζένη τζούλια νόρα λήδα ιφιγένεια κλειώ πέγκυ κέλλυ ευγενία κυριακή παρασκευή
λουντμίλα μελάνια ιβάνκα χίλαρι μισέλ τζιλ καμάλα νάνσι άνγκελα ούρσουλα κριστίν τερέζα λιζ τζόρτζια μαρίν ολένα γιούλια
ιρίνα σβετλάνα τατιάνα νατάλια μαρίνα σάρα ρέιτσελ τζέσικα κέιτ μέγκαν κάμιλα ελίζαμπεθ νταϊάνα μάργκαρετ μάργκοτ έμα
σκάρλετ τέιλορ λέιντι ματόνα μπιγιονσέ κιάρα λάουρα ρομπέρτα σάνα μάγια κάγια νικόλ κλόντια μαρία-έλενα μαντλέν ζακλίν
melania ivanka hillary michelle jill kamala nancy angela ursula christine theresa liz giorgia marine olena yulia irina
svetlana tatiana natalia marina sarah rachel jessica kate meghan camilla elizabeth diana margaret emma scarlett taylor
maria elena anna laura roberta sanna maja kaja nicole claudia madeleine jacqueline mary jane susan linda barbara karen
lisa betty helen sandra donna carol ruth sharon michele amanda melissa deborah stephanie rebecca alice julia amy victoria
lara tiffany eva sofia katerina lyudmila ludmila
мария елена анна ольга наталья наталия татьяна ирина светлана людмила екатерина юлия марина алина ксения мелания хиллари
камала урсула ангела`;

const MALE = `
γιώργος γιώργου γιώργο γεώργιος γεωργίου γεώργιο γιάννης γιάννη ιωάννης ιωάννη νίκος νίκου νίκο νικόλαος νικολάου νικόλαο
κώστας κώστα κωνσταντίνος κωνσταντίνου κωνσταντίνο δημήτρης δημήτρη δημήτριος δημητρίου παναγιώτης παναγιώτη βασίλης βασίλη
βασίλειος βασιλείου χρήστος χρήστου χρήστο αλέξης αλέξη αλέξανδρος αλέξανδρου αλεξάνδρου αλέξανδρο αντώνης αντώνη θανάσης
θανάση αθανάσιος αθανασίου σπύρος σπύρου σπύρο σπυρίδων μιχάλης μιχάλη μιχαήλ ευάγγελος ευάγγελου ευαγγέλου βαγγέλης
βαγγέλη μανώλης μανώλη εμμανουήλ πέτρος πέτρου πέτρο παύλος παύλου παύλο στέλιος στέλιου στέλιο στέφανος στέφανου στεφάνου
στέφανο θόδωρος θόδωρου θεόδωρος θεόδωρου θεοδώρου θεόδωρο άγγελος άγγελου αγγέλου άδωνις άδωνι ανδρέας ανδρέα αργύρης αρης
λευτέρης λευτέρη ελευθέριος λεωνίδας λεωνίδα κυριάκος κυριάκου κυριάκο φώτης φώτη χάρης χάρη χαράλαμπος σταύρος σταύρου
σταύρο σωτήρης σωτήρη τάσος τάσου τάσο αναστάσιος αναστασίου ηλίας ηλία θωμάς θωμά ιάσονας ιάσονα κλέων λάμπρος λάμπρου
μάκης μάκη μάριος μάριου μάρκος μάρκου νεκτάριος οδυσσέας οδυσσέα ορέστης ορέστη πάνος πάνου πάνο περικλής προκόπης
προκόπη ραφαήλ σάββας σάββα σίμος σίμου τάκης τάκη φίλιππος φίλιππου φιλίππου χριστόφορος κύρος ευκλείδης ευκλείδη
νότης παντελής παντελή απόστολος απόστολου αποστόλου αριστείδης ζήσης θοδωρής θοδωρή ιερώνυμος ιερώνυμου λουκάς λουκά
τζορτζ τζον τζο τζόζεφ μπιλ γουίλιαμ ουίλιαμ μπομπ ρόμπερτ ρίτσαρντ ντόναλντ μάικ μάικλ μαρκ μαρκο στιβ στίβεν τόνι
τομ τόμας τιμ τεντ τζέιμς τζακ τζακομπ τζέικ τζεφ τζέφρι τζέρεμι τζέισον τζάστιν τζέιντι τζάρεντ έλον έρικ έντουαρντ ντέιβιντ
ντάνιελ ντένζελ ντικ ντμίτρι αντρέι αντόνι άντριου άλεξ αλεξέι αλεξάντερ αντόνιο άντονι μπόρις μπράιαν μπάρακ μπεν μπενιαμίν
μπέντζαμιν μπέρνι κάρλος κέβιν κιρ κιθ κέιρ κρις κρίστιαν λιούις λούις λουίς μπρους γκάρι γκόρντον γκρεγκ χένρι χάρι
χιου χουάν χοσέ χόρχε ιγκόρ ίγκορ ιβάν βλαντίμιρ βολοντίμιρ βλάντισλαβ βίκτορ βιτάλι σεργκέι νικολάι μιχαήλ μιχαΐλ γιεβγκένι
γεβγκένι γιούρι ολέγκ όλεγκ παβέλ πάβελ ρομάν στανισλάβ εμανουέλ φρανσουά νικολά ζαν ζακ πιερ ζεράρ ζιλ μισέλ σιλβέστερ
όλαφ φρίντριχ φραντς γιοχάνες γιοακίμ χέλμουτ χάικο κλάους μάρτιν μαρτίν ματέο ματέους μάριο σίλβιο σέρτζιο λουίτζι
λεονάρντο ρεζέπ ρετζέπ ταγίπ μεβλούτ χακάν αμπντουλάχ αχμέτ μουσταφά μεχμέτ μοχάμεντ μοχάμαντ μουχάμαντ αλί χασάν χουσεΐν
ιμπραήμ ιμπραχίμ ισμαήλ γιαχία γιάχια γιασέρ μαχμούντ ναρέντρα τσαρλς φίλιπ όμπερτ γουόλτερ άρθουρ άλμπερτ φιντέλ νικόλας
george john joe joseph bill william bob robert richard donald mike michael mark marco steve steven stephen tony tom thomas
tim ted james jack jacob jake jeff jeffrey jeremy jason justin jared elon eric edward david daniel denzel dick dmitry dmitri
andrei andrey andrew alex alexei alexey alexander antonio anthony boris brian barack ben benjamin bernie carlos kevin keir
keith chris christian christopher lewis louis bruce gary gordon greg henry harry hugh juan jose jorge igor ivan vladimir
volodymyr viktor victor vitaly sergei sergey nikolai nikolay mikhail yevgeny yuri oleg pavel roman stanislav emmanuel
francois nicolas jean jacques pierre gerard gilles olaf friedrich franz johannes helmut heiko klaus martin matteo mario
silvio sergio luigi leonardo recep mehmet mustafa ahmed ahmet mohammed mohammad muhammad ali hassan hussein ibrahim ismail
yahya mahmoud narendra charles philip walter arthur albert fidel paul peter patrick simon scott ryan adam nathan kenneth
ronald larry frank raymond samuel dennis jerry tyler aaron douglas zachary kyle barron eduard alan
kyriakos alexis giorgos yannis yiannis nikos kostas dimitris panagiotis vasilis christos antonis michalis stelios stefanos
владимир николай сергей дмитрий александр алексей андрей михаил иван юрий игорь олег павел роман виктор виталий дональд
джо джон билл эммануэль олаф борис евгений анатолий константин константину петр пётр василий максим никита артем денис`;

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/).map(fold));

const FEMALE_NAMES = words(FEMALE);
const MALE_NAMES = words(MALE);

/** Is this folded word a frequent given name? */
export function isGivenName(folded: string): boolean {
  return FEMALE_NAMES.has(folded) || MALE_NAMES.has(folded);
}

/**
 * Gender that a person's name tells, in any case: by a frequent given name, else by its ending. Null where the ending may be
 * a woman's or an oblique case of a man's («Μίμη»).
 */
export function genderOfName(name: string): "m" | "f" | null {
  const [first = "", ...others] = fold(name).split(/\s+/u);
  if (MALE_NAMES.has(first)) return "m";
  if (FEMALE_NAMES.has(first) || (/[αη]σ$/.test(first) && FEMALE_NAMES.has(first.slice(0, -1)))) return "f";
  const family = others.at(-1) ?? first;
  if (/[α-ω]σ$/.test(first)) return "m";
  if (/(?:ова|ева|ина|ская|ой)$/.test(family)) return "f";
  if (/(?:ов|ев|ин|ский|ого)$/.test(family)) return "m";
  if (others.length === 0) return null;
  if (/[б-нп-тф-щй]$/.test(first)) return "m";
  return /(?:ια|ρα|να|λα|δα|[ая])$/.test(first) && /(?:ου|η|α|[ая])$/.test(family) ? "f" : null;
}
