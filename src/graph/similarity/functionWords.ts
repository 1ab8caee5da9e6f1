import { fold } from "../../annotation/text/fold.js";
import { STOP_WORDS } from "../../annotation/text/stopWords.js";

const LISTS: Readonly<Record<string, string>> = {
  en: `he she her hers i us says said say told according mr mrs ms would could may might must shall one two new also still since within
  without however amid among per cent percent year years day days week weeks month months ago last next first many much made make makes
  people time today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday get got go went come came take took
  well even like back way around every another us`,
  el: `είπε λέει δήλωσε σύμφωνα ανέφερε χρόνια χρόνο έτος ημέρα ημέρες χθες σήμερα αύριο δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο
  κυριακή μέσα έξω πάνω κάτω έγινε γίνεται γίνει μπορεί πρέπει δύο τρεις νέα νέο νέος νέου νέας`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber auch als am an auf aus bei bis dass daß durch er es sie wir ihr ihre
  ihren ihrem ihrer sein seine seinen seinem seiner für gegen hat haben hatte hatten ich im in ins ist sind war waren wird werden wurde wurden
  worden kann können könnte soll sollen sollte man mehr mit nach nicht noch nur ob ohne schon sich so um unter vom von vor was weil wenn wer
  wie wo zu zum zur zwischen über dann da damit dabei dies diese diesem diesen dieser dieses doch etwa habe hier jetzt kein keine nun sehr
  selbst seit sondern uhr viele wegen wieder will zwei sagte laut prozent jahr jahre jahren montag dienstag mittwoch donnerstag freitag
  samstag sonntag`,
  fr: `le la les l un une des du de d et ou où mais donc or ni car à au aux en dans sur sous par pour avec sans chez entre vers ce cet cette ces
  c ça cela il elle ils elles on nous vous je tu me te se s lui leur leurs son sa ses mon ma mes notre nos votre vos qui que qu quoi dont ne
  n pas plus moins très est sont était étaient été être a ont avait avaient avoir fait faire comme si tout tous toute toutes y même aussi
  après avant depuis pendant ainsi alors encore deux selon contre peut deja déjà ans jour jours lundi mardi mercredi jeudi vendredi samedi
  dimanche jusqu lors afin autre autres`,
  es: `el la los las un una unos unas de del al y e o u pero que en a ante con contra desde durante entre hacia hasta para por según sin sobre tras
  se su sus lo le les me mi mis te tu nos es son era eran fue fueron ser sido está están estaba han ha había haber hay como más menos muy
  ya no sí si cuando donde quien quienes cual este esta estos estas ese esa esos esas esto eso aquel también tiene tienen dos todo todos toda
  todas porque así además después antes años año día días lunes martes miércoles jueves viernes sábado domingo`,
  pt: `o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para com sem sobre entre e ou mas que se não mais
  como já ao aos à às é são foi foram ser está estão era eram tem têm há seu sua seus suas este esta isto esse essa ele ela eles elas quando
  também até após depois antes muito anos ano dia dias dois duas segundo`,
  it: `il lo la i gli le un uno una di del dello della dei degli delle da dal dalla dai dalle a al allo alla ai agli alle in nel nello nella nei
  nelle su sul sulla sui sulle con per tra fra e ed o ma se che chi cui non più è sono era erano ha hanno aveva essere stato stata stati come
  anche questo questa questi queste quello quella si ci ne suo sua suoi sue loro dopo prima quando due anni anno giorno ieri oggi`,
  nl: `de het een en of maar van in op aan met voor bij door over onder uit naar om te is zijn was waren wordt werd worden heeft hebben had niet
  geen ook nog al dan dat die dit deze er hij zij ze het we je ik hun haar hem als wat wie waar tot na tegen tussen zich meer jaar`,
  pl: `i a w we z ze na do od o u za po pod nad przed przez przy dla bez się nie jest są był była było byli być będzie ma mają to ten ta te tego
  tej tych tym tę ich jego jej im on ona oni one go mu co czy jak jako który która które którzy których którym tylko już także też oraz ale
  lub albo że aby żeby gdy kiedy gdzie bardzo może można po roku lat rok tak jednak jeszcze został została zostały między według ponad
  podczas`,
  tr: `ve ile de da ki bu şu o bir iki için gibi kadar daha en çok az ama fakat ancak veya ya hem ne mi mı mu mü değil var yok olan olarak oldu
  olduğu olduğunu olması olmak etti eden ederek etmek dedi diye sonra önce göre karşı üzere her tüm bütün bazı kendi ise çünkü şöyle böyle
  nin nın nun nün yılında yıl gün tarafından içinde üzerinde`,
  ar: `في من على إلى عن مع أن إن أنه إنه ان انه التي الذي الذين هذا هذه ذلك تلك هو هي هم كان كانت قد لا لم لن ما كما أو ثم بعد قبل بين عند حتى
  كل أي غير منذ خلال حول ضد قال قالت وقال عليه عليها فيه فيها له لها به بها يوم عام وفي ومن وعلى وأن التى الى او اي`,
};

/** Function words and words of every report, folded, of the languages that articles are compared in. */
const FUNCTION_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(LISTS).map(([language, list]) => [language, new Set(list.split(/\s+/).map(fold))]),
);
const NONE: ReadonlySet<string> = new Set();

/** Whether a folded word says nothing of what a text of this language is about. */
export function isFunctionWord(folded: string, language: string): boolean {
  return STOP_WORDS.has(folded) || (FUNCTION_WORDS.get(language.slice(0, 2)) ?? NONE).has(folded);
}
