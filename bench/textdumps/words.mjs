/** Names of sections, by language. */
export const MENU = {
  el: [
    "Αρχική",
    "Ελλάδα",
    "Πολιτική",
    "Οικονομία",
    "Κόσμος",
    "Αθλητικά",
    "Πολιτισμός",
    "Υγεία",
    "Auto-Moto",
    "Καιρός",
    "Ζώδια",
    "Τηλεόραση",
  ],
  en: [
    "Home",
    "News",
    "Politics",
    "Business",
    "World",
    "Sport",
    "Culture",
    "Health",
    "Motoring",
    "Weather",
    "TV guide",
    "Podcasts",
  ],
  ru: [
    "Главная",
    "Новости",
    "Политика",
    "Экономика",
    "В мире",
    "Спорт",
    "Культура",
    "Здоровье",
    "Авто",
    "Погода",
    "Гороскоп",
    "ТВ",
  ],
};
/** What pages print around their articles, by language. */
export const WORDS = {
  el: {
    search: "Αναζήτηση",
    login: "Σύνδεση | Εγγραφή",
    latest: "Ροή ειδήσεων",
    popular: "Τα πιο δημοφιλή",
    related: "Σχετικά άρθρα",
    also: "Διαβάστε επίσης",
    published: "Δημοσίευση",
    share: "Facebook Twitter Google+",
    print: "Εκτύπωση",
    send: "Αποστολή σε φίλο",
    comments: "Σχόλια (2)",
    write: "Γράψτε το σχόλιό σας",
    tags: "Ετικέτες",
    footer: ["Όροι χρήσης", "Επικοινωνία", "Ταυτότητα", "Διαφήμιση", "Πολιτική απορρήτου"],
    cookies:
      "Χρησιμοποιούμε cookies για να σας προσφέρουμε καλύτερη εμπειρία στην πλοήγηση. Με τη χρήση του ιστότοπου τα αποδέχεστε.",
    legal:
      "Απαγορεύεται η αναδημοσίευση, η αναπαραγωγή και η διασκευή του περιεχομένου του δικτυακού τόπου χωρίς προηγούμενη γραπτή άδεια του εκδότη.",
    remarks: [
      "Επιτέλους, κάποιος που τα λέει όπως είναι. Εγώ πάντως τα έλεγα από πέρυσι και δεν με πίστευε κανείς στο γραφείο.",
      "Διαφωνώ απόλυτα με τον προηγούμενο. Δεν είναι τόσο απλά τα πράγματα, και όποιος ζει εδώ το ξέρει πολύ καλά.",
    ],
    months: [
      "Ιανουαρίου",
      "Φεβρουαρίου",
      "Μαρτίου",
      "Απριλίου",
      "Μαΐου",
      "Ιουνίου",
      "Ιουλίου",
      "Αυγούστου",
      "Σεπτεμβρίου",
      "Οκτωβρίου",
      "Νοεμβρίου",
      "Δεκεμβρίου",
    ],
  },
  en: {
    search: "Search",
    login: "Log in | Register",
    latest: "Latest news",
    popular: "Most popular",
    related: "Related articles",
    also: "Read also",
    published: "Published",
    share: "Facebook Twitter LinkedIn",
    print: "Print",
    send: "Email to a friend",
    comments: "Comments (2)",
    write: "Leave a comment",
    tags: "Tags",
    footer: ["Terms of use", "Contact us", "About us", "Advertise", "Privacy policy"],
    cookies:
      "We use cookies to give you the best experience on our site. By going on you accept them, as our policy says.",
    legal:
      "No part of this site may be republished, copied or adapted without written permission of the publisher in advance.",
    remarks: [
      "At last somebody who says it as it is. I had said so since last year, and nobody at the office believed me.",
      "I could not disagree more with the one above. It is not that simple, and whoever lives here knows it very well.",
    ],
    months: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
  },
  ru: {
    search: "Поиск",
    login: "Войти | Регистрация",
    latest: "Последние новости",
    popular: "Популярное",
    related: "Материалы по теме",
    also: "Читайте также",
    published: "Опубликовано",
    share: "ВКонтакте Telegram Одноклассники",
    print: "Печать",
    send: "Отправить другу",
    comments: "Комментарии (2)",
    write: "Оставить комментарий",
    tags: "Теги",
    footer: ["Правила", "Контакты", "О редакции", "Реклама на сайте", "Обработка данных"],
    cookies:
      "Мы используем файлы cookie, чтобы сайт работал лучше. Оставаясь на сайте, вы соглашаетесь с этим.",
    legal:
      "Перепечатка и любое использование материалов сайта возможны только с письменного разрешения редакции и со ссылкой на неё.",
    remarks: [
      "Наконец кто-то сказал как есть. Я говорил об этом ещё в прошлом году, но на работе мне никто не верил.",
      "Совершенно не согласен с предыдущим. Всё не так просто, и кто здесь живёт, тот это хорошо знает.",
    ],
    months: [
      "января",
      "февраля",
      "марта",
      "апреля",
      "мая",
      "июня",
      "июля",
      "августа",
      "сентября",
      "октября",
      "ноября",
      "декабря",
    ],
  },
};

/** A menu of names that no list of sections has. */
export const STRANGE = {
  el: [
    "Πρωτοσέλιδο",
    "Ρεπορτάζ",
    "Μόνιμες στήλες",
    "Αρχείο φύλλων",
    "Σκίτσο",
    "Επιστολές",
    "Μικρές αγγελίες",
    "Ένθετα",
  ],
  en: ["Front page", "Columns", "Back issues", "Cartoon", "Letters", "Small ads", "Supplements", "Crossword"],
  ru: [
    "Первая полоса",
    "Репортаж",
    "Колонки",
    "Архив номеров",
    "Карикатура",
    "Письма",
    "Объявления",
    "Приложения",
  ],
};

const two = (number) => String(number).padStart(2, "0");

/** A day as it is printed, of the kinds that pages have. */
export function dateLine(date, language, kind) {
  const [year, month, day] = date.split("-").map(Number);
  const long = `${day} ${WORDS[language].months[month - 1]} ${year}`;
  return [
    `${WORDS[language].published}: ${long}, 10:45`,
    `${two(day)}/${two(month)}/${year} 10:45`,
    long,
    `${two(day)}.${two(month)}.${year}`,
  ][kind % 4];
}
