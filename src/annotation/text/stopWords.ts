import { fold } from "./fold.js";

const GREEK = `ο η το οι τα του της των τον την τη τους τις στο στη στην στον στα στους στις στου στης στων σε με από απ για
για ως προς κατά μετά μέχρι έως χωρίς παρά αντί πριν και κι ή είτε ούτε μήτε αλλά όμως ωστόσο ενώ αν εάν όταν όπως όπου
που πως πώς ότι ό,τι να θα δεν δε μη μην ας ένας μια μία ένα ενός μιας έναν αυτός αυτή αυτό αυτού αυτής αυτών αυτοί αυτές
αυτά αυτόν αυτήν αυτούς εκείνος εκείνη εκείνο εγώ εσύ εμείς εσείς μας σας μου σου είναι ήταν έχει έχουν είχε είχαν έχω
κάθε κάποιος κάποια κάποιο όλα όλοι όλες πολύ πιο τόσο όσο εδώ εκεί τώρα τότε πάλι μόνο επίσης ακόμη ακόμα ήδη διότι
γιατί επειδή ώστε καθώς τι ποιος ποια ποιο αφού λοιπόν όσα όσοι όσες όποιος οποίος οποία οποίο οποίου οποίας οποίοι
οποίες οποίων εκ εξ υπό επί περί λόγω δια μεταξύ ανά ναι όχι άλλο άλλη άλλος άλλοι`;

const ENGLISH = `a an the and or but if then else of at by for with about against between into through during before after
above below to from up down in out on off over under again further once here there when where why how all any both each few
more most other some such no nor not only own same so than too very s t can will just don should now is am are was were be
been being have has had having do does did doing would could i me my we our you your he him his she her it its they them
their this that these those what which who whom as while until because also`;

const RUSSIAN = `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от
меня еще нет о из ему теперь когда даже ну ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя
ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда
кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее были куда зачем всех при об это эти
эта между после над через`;

/** Function words of Greek, English and Russian, folded: they carry no content in a search and are never a name. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [GREEK, ENGLISH, RUSSIAN].flatMap((list) => list.split(/\s+/).map(fold)),
);
