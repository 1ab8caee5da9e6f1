import { fold } from "./fold.js";

const GREEK = `κ κκ κα δρ καθ λ.χ π.χ μ.χ δηλ βλ πρβλ σ σσ αρ αριθ αρ άρθρ τηλ χλμ χλμ/ω χιλ εκ εκατ δισ δισεκ τρισ τ.μ στρ
ευρ ν π.δ ν.δ ο.π αγ άγ πρωθ υπ υφυπ γεν γρ λεωφ οδ πλ αντ ταγμ συντ στρατ λοχ υποστρ αεροπ φωτ επιμ μτφρ εκδ τ τχ π μ
ιαν φεβ φεβρ μαρ απρ ιουν ιουλ αυγ σεπ σεπτ οκτ νοε νοεμ δεκ δευτ κυρ αστ νομ περ δημ βουλ
τζ ντ μπ γκ τσ χρ στ βλ κλ σπ αχ αθ`;

const ENGLISH = `mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr adm rev hon st mt jr sr vs no nos vol fig inc ltd
corp co bros dept est approx jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k u.n e.g i.e etc a.m p.m ach`;

const RUSSIAN = `г гг в вв р руб коп тыс млн млрд трлн ул д корп кв стр с см рис т тт им ред проф акад ген полк подп
св о т.е т.д т.п т.к н.э др пр`;

/** Folded abbreviations of Greek, English and Russian after which a full stop does not end a sentence. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  [GREEK, ENGLISH, RUSSIAN].flatMap((list) => list.split(/\s+/).map(fold)),
);

/** Folded abbreviations that stand before a person's name, so that the capital behind them is a name's. */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  "κ κκ κα δρ καθ υπ υφυπ πρωθ στρατ συντ ταγμ mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr adm rev hon им тов проф акад ген"
    .split(" ")
    .map(fold),
);
