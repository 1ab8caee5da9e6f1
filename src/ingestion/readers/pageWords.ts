/** Words of one kind by language; `more` has the usual ones of Polish, Chinese, French, German and Spanish pages. */
export type WordList = Readonly<Record<"el" | "en" | "ru", readonly string[]> & { more?: readonly string[] }>;

/**
 * The words that news pages print around their articles, as readers of HTML and of text dumps look for them.
 * Written as printed; compared without case and accents.
 */
export const PAGE_WORDS = {
  /** Buttons, alone on a line or behind a headline. */
  share: {
    el: words(`
      Κοινοποίηση | Κοινοποίησε | Μοιραστείτε | Μοιράσου | Εκτύπωση | Αντιγραφή συνδέσμου |
      Ακολουθήστε μας`),
    en: words(`
      Facebook | Twitter | X | Google+ | Google Plus | WhatsApp | Viber | Telegram | Messenger | LinkedIn | Pinterest | Reddit |
      Instagram | Threads | Bluesky | Email | E-mail | Print | Share | Share this | Share this article |
      Tweet | Copy link | Save | Follow us | Google News | Flipboard | YouTube | TikTok`),
    ru: words(`
      Поделиться | Поделитесь | ВКонтакте | Одноклассники | Телеграм | Скопировать ссылку | Печать | VK |
      OK`),
    more: words(
      `Udostępnij | Drukuj | 分享 | 分享到 | 微信 | 微博 | Partager | Imprimer | Teilen | Drucken | Compartir | Imprimir`,
    ),
  },
  /** Heads of lists of articles that the page calls related to its own. */
  relatedHeads: {
    el: words(`
      Σχετικά άρθρα | Σχετικά | Σχετικές ειδήσεις | Σχετικά θέματα | Δείτε ακόμα | Δείτε ακόμη |
      Δείτε επίσης | Διαβάστε επίσης | Διαβάστε ακόμα | Διαβάστε ακόμη | Διαβάστε περισσότερα |
      Διαβάστε σχετικά | Περισσότερα για το θέμα`),
    en: words(`
      Related | Related articles | Related stories | Related coverage | Related news | Related topics |
      Read more | Read also | Read next | See also | More on this story | More on this | Also read |
      Further reading | More on this topic`),
    ru: words(`
      Читайте также | Читайте ещё | Смотрите также | По теме | Материалы по теме | Статьи по теме |
      Ещё по теме | Похожие материалы | Похожие статьи | Связанные материалы`),
    more: words(
      `Czytaj także | Czytaj też | Czytaj również | Zobacz także | Zobacz też | Przeczytaj także | Powiązane artykuły | 相关阅读 | 相关新闻 | 相关报道 | 延伸阅读 | Lire aussi | A lire aussi | Sur le même sujet | Lesen Sie auch | Mehr zum Thema | Lee también | Leer también`,
    ),
  },
  /** Heads of lists that every page of the outlet has: they say nothing of this article. */
  otherHeads: {
    el: words(`
      Περισσότερα | Μην χάσετε | Μη χάσετε | Ειδήσεις σήμερα | Τελευταίες ειδήσεις | Δημοφιλή |
      Πιο δημοφιλή | Τα πιο δημοφιλή | Ροή ειδήσεων | Προτεινόμενα | Όλες οι ειδήσεις`),
    en: words(`
      More stories | Most read | Most popular | Most viewed | Recommended | Recommended for you |
      You may also like | Up next | Latest news | Latest | Keep reading | Don't miss | Trending |
      Top stories | Editor's picks`),
    ru: words(`
      Другие новости | Популярное | Рекомендуем | Последние новости | Самое читаемое | Новости дня |
      Лента новостей | Главное`),
    more: words(
      `Najczęściej czytane | Polecane | Najnowsze | 推荐阅读 | 热门文章 | 热点新闻 | 最新文章 | Les plus lus | Meistgelesen | Lo más leído`,
    ),
  },
  /** What opens the line that names the agencies an article rests on. */
  creditsOpeners: {
    el: words(`
      Με πληροφορίες από | Με στοιχεία από | Με πληροφορίες | Με υλικό από | Πηγές | Πηγή |
      Πληροφορίες από | Πληροφορίες`),
    en: words(`
      With information from | With reporting from | With reporting by | With material from |
      With files from | With agencies | Sources | Source | Additional information from | Material from`),
    ru: words(`
      По информации агентств | По информации | По материалам агентств | По материалам |
      По данным агентств | С использованием материалов | При подготовке использованы материалы |
      Источники | Источник | По сообщениям агентств | По сообщениям`),
  },
  /** What stands before the name of the photographer or photo agency. */
  photoCredits: {
    el: words(`
      Φωτ. | Φωτ | Φωτογραφία | Φωτογραφίες | Φωτό | Φώτο | Πηγή φωτογραφίας | Φωτογραφικό υλικό |
      Εικόνα | Κεντρική φωτογραφία`),
    en: words(`
      Photo | Photos | Photograph | Photo credit | Photo by | Credit | Image | Image credit | Picture |
      Pic`),
    ru: words("Фото | Фотография | Снимок | Фотограф | Иллюстрация"),
    more: words(`Fot. | Fot | Foto | Zdjęcie | 图片来源 | 摄影 | Crédit photo`),
  },
  /** What opens the line that names the writers. */
  bylineOpeners: {
    el: words(`
      Γράφει η | Γράφει ο | Γράφουν οι | Γράφει | Γράφουν | Ρεπορτάζ | Της | Του | Των | Από την |
      Από τον | Από | Επιμέλεια | Συντάκτης | Συντάκτρια | Ανταπόκριση`),
    en: words("By | Written by | Reported by | Words by | Reporting by | Author"),
    ru: words("Автор | Авторы | Текст | Подготовил | Подготовила | Корреспондент"),
    more: words(`Autor | Autorka | Opracował | Opracowała | Par | Von | Por | 记者 | 作者`),
  },
  /** Words of a byline that names no person. */
  desks: {
    el: words("Συντακτική ομάδα | Σύνταξη | Συντάκτες | Αίθουσα σύνταξης"),
    en: words(`
      Newsroom | News desk | Newsdesk | Editorial team | Editors | Staff | Staff writer | Team | Desk |
      Web team`),
    ru: words("Редакция | Отдел новостей | Служба новостей | Корреспонденты"),
  },
  /** Agencies that sign articles; a byline of theirs names no person. */
  agencies: {
    el: words("ΑΠΕ-ΜΠΕ | ΑΠΕ | ΚΥΠΕ"),
    en: words(`
      Reuters | AP | Associated Press | The Associated Press | AFP | Agence France-Presse | dpa | ANSA |
      EFE | PA | PA Media | Bloomberg | TASS | Interfax | Xinhua | Anadolu | Athens News Agency | AMNA |
      EPA | IRNA | PAP | ČTK | MTI | Belga | ANP | APA | Lusa | HINA | Tanjug | Agerpres | BTA | Ukrinform | PTI | IANS | Yonhap | Kyodo | UPI`),
    ru: words("ТАСС | Интерфакс | РИА Новости | Рейтер | Синьхуа | ЛЕТА | АФП | АП"),
  },
  /** What stands before the publication date. */
  published: {
    el: words(`
      Δημοσίευση | Δημοσιεύτηκε | Δημοσιεύθηκε | Δημοσιεύτηκε στις | Δημοσιεύθηκε στις | Ημερομηνία |
      Πρώτη δημοσίευση | Ανάρτηση`),
    en: words("Published | Published on | Posted | Posted on | First published | Published at | Date"),
    ru: words("Опубликовано | Дата публикации | Дата | Публикация"),
    more: words(`Data publikacji | Opublikowano | Publié le | Publicado | Veröffentlicht | 发布时间`),
  },
  /** What stands before the date of the last change. */
  modified: {
    el: words(`
      Ενημέρωση | Ενημερώθηκε | Ενημερώθηκε στις | Τελευταία ενημέρωση | Τροποποίηση | Ανανεώθηκε`),
    en: words(
      "Updated | Updated on | Last updated | Last modified | Last modified on | Modified | Updated at",
    ),
    ru: words("Обновлено | Изменено | Последнее обновление"),
    more: words(
      `Aktualizacja | Zaktualizowano | Mis à jour le | Mis à jour | Aktualisiert | Actualizado | 更新时间`,
    ),
  },
  /** What stands by a count of comments. */
  comments: {
    el: words("σχόλια | σχόλιο | Σχόλια"),
    en: words("comments | comment"),
    ru: words("комментарии | комментариев | комментарий | комментария"),
    more: words(
      `komentarzy | komentarze | komentarz | commentaires | commentaire | Kommentare | comentarios | 评论`,
    ),
  },
  /** Where the first part of a breadcrumb leads. */
  home: {
    el: words("Αρχική | Αρχική σελίδα | Πρωτοσέλιδο"),
    en: words("Home | Homepage | News | Front page"),
    ru: words("Главная | Новости | На главную"),
    more: words(`Strona główna | 首页 | Accueil | Startseite | Inicio | Portada`),
  },
  /** Names of sections that are the same everywhere. */
  sections: {
    el: words(`
      Διεθνή | Κόσμος | Πολιτική | Ελλάδα | Οικονομία | Αθλητισμός | Αθλητικά | Πολιτισμός | Κοινωνία |
      Επιστήμη | Τεχνολογία | Υγεία | Περιβάλλον | Απόψεις | Ευρώπη | Κύπρος | Ειδήσεις | Επικαιρότητα`),
    en: words(`
      World | Politics | Business | Economy | Sport | Sports | Culture | Science | Technology | Tech |
      Health | Europe | Asia | Middle East | Africa | Americas | UK | US | Opinion | Environment |
      International`),
    ru: words(`
      Мир | В мире | Политика | Экономика | Спорт | Культура | Общество | Наука | Технологии | Россия |
      Европа`),
  },
  /** Openers of short lines that belong to the page, not to the article. */
  calls: {
    el: words(`
      Εγγραφείτε στο | Γραφτείτε στο | Εγγραφή στο newsletter | Ακολουθήστε το | Ακολουθήστε μας |
      Βρείτε μας | Χρησιμοποιούμε cookies | Η ιστοσελίδα χρησιμοποιεί cookies |
      Ο ιστότοπος χρησιμοποιεί cookies | Κάντε like | Δείτε όλες τις τελευταίες |
      Δείτε όλες τις ειδήσεις | Αποδοχή cookies | Συνδεθείτε για | Κάντε εγγραφή | Εισάγετε το email`),
    en: words(`
      Sign up for | Sign up to | Subscribe to | Get our newsletter | Follow us | We use cookies |
      This site uses cookies | Join our newsletter | Download our app | Listen to this article |
      Already a subscriber | Accept cookies | Skip to | Sign in to | Sign in with | Sign in now | Log in to |
      You must be logged in | Enter your email | Create an account | To embed this | Click here to | Like us on |
      Download the app | This material may not be |
      A link has been`),
    ru: words(`
      Подпишитесь на | Подписывайтесь на | Подписаться на | Мы используем файлы cookie |
      Мы используем cookie | Сайт использует | Присоединяйтесь к | Нашли ошибку | Нашли опечатку |
      Следите за нашими | Читайте нас в | Войдите, чтобы | Введите адрес`),
    more: words(
      `Polub nas | Polub stronę | Zapisz się | 扫一扫 | 关注我们 | 责任编辑 | 来源 | Abonnez-vous | Inscrivez-vous`,
    ),
  },
  /** Short lines of the page that stand alone. */
  labels: {
    el: words(`
      Διαφήμιση | Newsletter | Μενού | Αναζήτηση | Αποδοχή | Σύνδεση | Σχόλια | Σχολιάστε | Φόρτωση`),
    en: words(`
      Advertisement | Ad | Newsletter | Menu | Search | Accept | Accept all | Log in | Sign in | Sign up |
      Subscribe | Recommend | Embed | Short URL | Cancel | Send | Post to Facebook | Comments | Leave a comment | Loading | Back to top | Caption | Image caption`),
    ru: words("Реклама | Рассылка | Меню | Поиск | Принять | Войти | Комментарии | Подписаться | Наверх"),
    more: words(
      `Reklama | Komentarze | Szukaj | Zaloguj się | 广告 | 搜索 | 登录 | Publicité | Anzeige | Publicidad`,
    ),
  },
  /** Openers of the copyright line. */
  copyright: {
    el: words("Πνευματικά δικαιώματα | Με την επιφύλαξη | Απαγορεύεται η αναδημοσίευση"),
    en: words("© | (c) | Copyright | All rights reserved"),
    ru: words("Все права защищены | Авторские права | Перепечатка"),
    more: words(`Wszelkie prawa zastrzeżone | 版权所有 | Tous droits réservés | Alle Rechte vorbehalten`),
  },
  /** Openers of the line of keywords. */
  tags: {
    el: words("Ετικέτες | Tags | Λέξεις-κλειδιά"),
    en: words("Tags | Topics | Keywords | Filed under"),
    ru: words("Теги | Метки | Темы | Ключевые слова"),
    more: words(`Tagi | 标签 | 关键词 | Mots-clés | Schlagwörter | Etiquetas`),
  },
} satisfies Readonly<Record<string, WordList>>;

/** Kind of page words. */
export type PageWordKind = keyof typeof PAGE_WORDS;

function words(list: string): string[] {
  return list.split("|").map((word) => word.replace(/\s+/gu, " ").trim());
}
