/**
 * Short articles written for this project, with every mention marked by hand: `[surface|entity]` is a NAME,
 * `[surface|entity C]` a COREFERENCE, D a DEMONYM, A an ACRONYM, R a ROLE; `?` is no entity and `?PERSON` one of that type.
 * The first line is the headline; a blank line starts a paragraph.
 */
export const ARTICLES: readonly string[] = [
  `Στο Παρίσι ο [Μητσοτάκης|kyriakos-mitsotakis C]`.replace("Παρίσι", "[Παρίσι|paris]") +
    `

Με τον [Γάλλο|france D] πρόεδρο, [Εμανουέλ Μακρόν|emmanuel-macron], θα συναντηθεί την Τρίτη ο [Κυριάκος Μητσοτάκης|kyriakos-mitsotakis].
Ο [Μακρόν|emmanuel-macron C] είχε επισκεφθεί την [Αθήνα|athens] τον Μάιο. Οι δύο ηγέτες θα μιλήσουν για την άμυνα της [Ευρώπης|europe] και τις σχέσεις με τις [ΗΠΑ|united-states A].`,

  `Βουλή: Υπερψηφίστηκε το νομοσχέδιο για τα πανεπιστήμια`.replace("Βουλή", "[Βουλή|hellenic-parliament]") +
    `

Με τις ψήφους της [Νέας Δημοκρατίας|new-democracy] πέρασε το νομοσχέδιο. Ο [ΣΥΡΙΖΑ|syriza A], το [ΠΑΣΟΚ|pasok A] και το [ΚΚΕ|communist-party-of-greece A] καταψήφισαν.

Η υφυπουργός Παιδείας μίλησε για ιστορική στιγμή. Ο [Νίκος Ανδρουλάκης|nikos-androulakis] διαφώνησε, ενώ ο [Ανδρουλάκης|nikos-androulakis C] ζήτησε ονομαστική ψηφοφορία.`,

  `Ισόβια για τη δολοφονία στη [Λάρισα|larissa]

Ένοχο έκρινε το δικαστήριο τον 45χρονο [Θανάση Κουρεμπέ|?PERSON]. Ο [Κουρεμπές|?PERSON C] αρνείται τις κατηγορίες. Ο δικηγόρος του, [Στέλιος Μαγκαφάς|?PERSON], προανήγγειλε έφεση.

Η υπόθεση είχε συγκλονίσει τη [Θεσσαλία|thessaly]. Την προανάκριση έκανε η [ΕΛ.ΑΣ|hellenic-police A]. με τη βοήθεια της [Europol|europol].`,

  `Τετραπλή νίκη του [Ολυμπιακού|olympiacos] στη [Φλωρεντία|florence]

Με 4-1 νίκησε ο [Ολυμπιακός|olympiacos] τη [Φιορεντίνα|fiorentina] στο γήπεδό της. Τα γκολ πέτυχαν ο [Αγιούμπ Ελ Κααμπί|ayoub-el-kaabi], δύο φορές, και ο [Ντανιέλ Ποντένσε|daniel-podence].

Ο [Ελ Κααμπί|ayoub-el-kaabi C] είναι πρώτος σκόρερ του [Conference League|conference-league]. Η [ΑΕΚ|aek A] παίζει την Πέμπτη.`,

  `Η [Apple|apple] αγοράζει νεοφυή εταιρεία στην [Πάτρα|patras]

Την εξαγορά ανακοίνωσε την Τετάρτη ο [Τιμ Κουκ|tim-cook]. Η [αμερικανική|united-states D] εταιρεία δεν είπε το τίμημα. Τη συμφωνία είχε αποκαλύψει το [Bloomberg|bloomberg].

Στο [Χρηματιστήριο Αθηνών|athens-stock-exchange] ο γενικός δείκτης έκλεισε με άνοδο. Η μετοχή της [Eurobank|eurobank] κέρδισε 2%.`,

  `Πέθανε ο ηθοποιός [Λευτέρης Ζαχαρίου|?PERSON]

Σε ηλικία 81 ετών έφυγε από τη ζωή ο [Λευτέρης Ζαχαρίου|?PERSON]. Γεννημένος στη [Σύρο|syros], σπούδασε στο [Λονδίνο|london] και έπαιξε στο [Εθνικό Θέατρο|national-theatre-of-greece].

«Χάνουμε έναν δάσκαλο», έγραψε η [Λίνα Μενδώνη|lina-mendoni]. Ο [Ζαχαρίου|?PERSON C] είχε τιμηθεί δύο φορές.`,

  `Τροχαίο με τρεις νεκρούς έξω από τα [Ιωάννινα|ioannina]

Τρεις άνθρωποι σκοτώθηκαν την Κυριακή, όταν λεωφορείο ανατράπηκε στην Εγνατία Οδό.`.replace(
    "Εγνατία Οδό",
    "[Εγνατία Οδό|?PLACE]",
  ) +
    ` Στο σημείο έσπευσε το [ΕΚΑΒ|ekab A] και η [Πυροσβεστική|hellenic-fire-service].

Οι τραυματίες, δύο [Αλβανοί|albania D] και ένας [Γερμανός|germany D], μεταφέρθηκαν στο νοσοκομείο της πόλης.`,

  `[Πούτιν|vladimir-putin C] και [Σι|xi-jinping C] υπέγραψαν στη [Μόσχα|moscow]

Κοινή δήλωση υπέγραψαν ο [Βλαντίμιρ Πούτιν|vladimir-putin] και ο [Σι Τζινπίνγκ|xi-jinping]. Ο [Ρώσος|russia D] [πρόεδρος|vladimir-putin R] ευχαρίστησε τον [Σι|xi-jinping C] για τη στάση της [Κίνας|china] στον πόλεμο της [Ουκρανίας|ukraine].

Ο γραμματέας του [ρωσικού Συμβουλίου Ασφαλείας|russian-security-council], [Νικολάι Πατρούσεφ|nikolai-patrushev], βρισκόταν ήδη στο [Πεκίνο|beijing]. Το [Συμβούλιο Ασφαλείας|russian-security-council] δεν έδωσε λεπτομέρειες.`,

  `Ο [ΟΗΕ|united-nations A] ζητά κατάπαυση του πυρός στη [Γάζα|gaza-strip]

Το [Συμβούλιο Ασφαλείας του ΟΗΕ|un-security-council] συνεδρίασε τα ξημερώματα. Ο [Αντόνιο Γκουτέρες|antonio-guterres] κάλεσε το [Ισραήλ|israel] και τη [Χαμάς|hamas] σε διάλογο. Η [Αίγυπτος|egypt] και το [Κατάρ|qatar] μεσολαβούν.

Πέντε [Παλαιστίνιοι|palestine D] σκοτώθηκαν στη [Ράφα|rafah], σύμφωνα με την [UNRWA|unrwa A]. Το [Συμβούλιο Ασφαλείας|un-security-council] θα ψηφίσει την Παρασκευή.`,

  `Σεισμός 5,1 βαθμών στην [Κρήτη|crete]

Το επίκεντρο εντοπίστηκε νότια της [Ιεράπετρας|?PLACE]. Ο σεισμός έγινε αισθητός στο [Ηράκλειο|heraklion] και στα [Χανιά|chania]. Ο [Ευθύμης Λέκκας|efthymis-lekkas] είπε ότι δεν ανησυχεί.`,

  `ΝΕΑ ΣΥΝΑΝΤΗΣΗ [ΤΡΑΜΠ|donald-trump C] ΚΑΙ [ΖΕΛΕΝΣΚΙ|volodymyr-zelensky C] ΣΤΗΝ [ΟΥΑΣΙΝΓΚΤΟΝ|washington]

Ο [Ντόναλντ Τραμπ|donald-trump] θα υποδεχθεί στον [Λευκό Οίκο|white-house] τον [Βολοντίμιρ Ζελένσκι|volodymyr-zelensky]. Η [ουκρανική|ukraine D] πλευρά ζητά εγγυήσεις από το [ΝΑΤΟ|nato A].`,

  `Η [ΕΚΤ|european-central-bank A] μείωσε τα επιτόκια

Κατά 25 μονάδες βάσης μείωσε τα επιτόκια η [Ευρωπαϊκή Κεντρική Τράπεζα|european-central-bank]. Η [Κριστίν Λαγκάρντ|christine-lagarde] άφησε ανοιχτό το ενδεχόμενο νέας μείωσης.

Ο [Γιάννης Στουρνάρας|yannis-stournaras] είχε ζητήσει ταχύτερα βήματα. Η [Λαγκάρντ|christine-lagarde C] και ο [Στουρνάρας|yannis-stournaras C] θα μιλήσουν στη [Φρανκφούρτη|frankfurt].`,

  `Φωτιά στην [Πεντέλη|penteli]: Εκκενώθηκαν οικισμοί

Ενενήντα πυροσβέστες επιχειρούν από το μεσημέρι. Το [112|?]`.replace(" Το [112|?]", "") +
    ` Εναέρια μέσα έστειλαν η [Ιταλία|italy] και η [Κύπρος|cyprus]. Ο [Βασίλης Κικίλιας|vassilis-kikilias] μετέβη στο συντονιστικό κέντρο.

Καπνός έφτασε ως το [Μαρούσι|marousi] και την [Κηφισιά|kifisia].`,

  `Ο [Γιώργος Λάνθιμος|yorgos-lanthimos] στη [Βενετία|venice]

Στο [Φεστιβάλ Βενετίας|venice-film-festival] θα κάνει πρεμιέρα η νέα ταινία του [Έλληνα|greece D] σκηνοθέτη. Πρωταγωνιστεί η [Έμα Στόουν|emma-stone]. Η [Στόουν|emma-stone C] είναι και παραγωγός.

Ο [Λάνθιμος|yorgos-lanthimos C] γύρισε σκηνές στη [Μήλο|milos].`,

  `[Τουρκία|turkey]: Στη φυλακή ο [δήμαρχος|ekrem-imamoglu R] της [Κωνσταντινούπολης|istanbul]

Προφυλακίστηκε ο [Εκρέμ Ιμάμογλου|ekrem-imamoglu], ο σοβαρότερος αντίπαλος του [Ταγίπ Ερντογάν|recep-tayyip-erdogan]. Το [CHP|chp A] μιλά για πραξικόπημα. Στην [Άγκυρα|ankara] και τη [Σμύρνη|izmir] έγιναν συγκεντρώσεις.

Ο [Τούρκος|turkey D] [πρόεδρος|recep-tayyip-erdogan R] δεν σχολίασε. «Ο [Ερντογάν|recep-tayyip-erdogan C] φοβάται», είπε ο [Οζγκιούρ Οζέλ|ozgur-ozel].`,

  `Greek [premier|kyriakos-mitsotakis R] meets [Erdogan|recep-tayyip-erdogan C] in [Ankara|ankara]`.replace(
    "Greek",
    "[Greek|greece D]",
  ) +
    `

[Greek|greece D] Prime Minister [Kyriakos Mitsotakis|kyriakos-mitsotakis] met [Recep Tayyip Erdogan|recep-tayyip-erdogan] on Monday. [Mitsotakis|kyriakos-mitsotakis C] said that talks with [Turkey|turkey] would go on.

[Turkey|turkey]’s foreign minister, [Hakan Fidan|hakan-fidan], will visit [Athens|athens] in May. The [European Union|european-union] welcomed the meeting.`,

  `Wildfire kills two near [Los Angeles|los-angeles]

Two people died on Tuesday when a fire swept through hills north of [Los Angeles|los-angeles]. [California|california] Governor [Gavin Newsom|gavin-newsom] declared an emergency. [Newsom|gavin-newsom C] asked the [U.S.|united-states A] government for help.

However, officials said the wind would ease. [Mary Kowalczyk|?PERSON], a teacher, lost her home. [Kowalczyk|?PERSON C] said neighbours had saved her dog.`,

  `[Tesla|tesla] shares fall after [Musk|elon-musk C] remarks

Shares of [Tesla|tesla] fell 6% in [New York|new-york] on Friday after [Elon Musk|elon-musk] attacked [Donald Trump|donald-trump]. [Musk|elon-musk C] later deleted the post on [X|twitter].`.replace(
    " on [X|twitter]",
    "",
  ) +
    `

[Microsoft|microsoft] and [Nvidia|nvidia] rose. The [Federal Reserve|federal-reserve] meets in March.`,

  `[Путин|vladimir-putin C] провёл переговоры с [Си Цзиньпином|xi-jinping]

Президент [России|russia] [Владимир Путин|vladimir-putin] встретился в [Пекине|beijing] с председателем [КНР|china A] [Си Цзиньпином|xi-jinping]. В переговорах участвовал глава [МИД России|russian-foreign-ministry] [Сергей Лавров|sergei-lavrov].

[Российская|russia D] сторона довольна итогами. [Путин|vladimir-putin C] пригласил [китайского|china D] лидера в [Москву|moscow].`,

  `[Украина|ukraine] получила новую помощь [США|united-states A]

Президент [Владимир Зеленский|volodymyr-zelensky] поблагодарил [Вашингтон|washington]. По данным [Reuters|reuters], речь идёт о системах ПВО. В [Киеве|kyiv] ждут визита [Энтони Блинкена|antony-blinken].`,

  `Κατέρρευσε κτίριο στη [Θεσσαλονίκη|thessaloniki]

Εγκαταλειμμένο κτίριο κατέρρευσε τα ξημερώματα στην οδό Αριστοτέλους.`.replace(
    "Αριστοτέλους",
    "[Αριστοτέλους|?PLACE]",
  ) +
    ` Δεν υπήρξαν τραυματίες. Η εισαγγελία διέταξε έρευνα. «Το είχαμε πει», δήλωσε ο αντιδήμαρχος, [Πασχάλης Τριανταφυλλίδης|?PERSON].

Ο [Τριανταφυλλίδης|?PERSON C] ζήτησε από το [υπουργείο Υποδομών|?ORGANIZATION] να στείλει μηχανικούς.`,

  `Δίκη για τις υποκλοπές: Κατέθεσε ο [Θανάσης Κουκάκης|thanasis-koukakis]

Ο δημοσιογράφος κατέθεσε ότι η [ΕΥΠ|national-intelligence-service A] τον παρακολουθούσε. Το [Μέγαρο Μαξίμου|maximos-mansion] δεν σχολίασε. Η [Intellexa|intellexa] αρνείται κάθε ανάμειξη.

Η [ΑΔΑΕ|adae A] είχε στείλει επιστολή στον [Άρειο Πάγο|areios-pagos].`,

  `Στους ημιτελικούς η [Μαρία Σάκκαρη|maria-sakkari]

Με 6-4, 6-2 νίκησε η [Μαρία Σάκκαρη|maria-sakkari] την [Πολωνή|poland D] [Ίγκα Σβιόντεκ|iga-swiatek] στη [Ντόχα|doha]. Η [Σάκκαρη|maria-sakkari C] θα παίξει με την [Αρίνα Σαμπαλένκα|aryna-sabalenka].

Ο [Στέφανος Τσιτσιπάς|stefanos-tsitsipas] αποκλείστηκε από τον [Νόβακ Τζόκοβιτς|novak-djokovic].`,

  `Κύμα καύσωνα στα [Βαλκάνια|balkans]

Θερμοκρασίες πάνω από 42 βαθμούς αναμένονται στη [Σερβία|serbia], τη [Βουλγαρία|bulgaria] και τη [Βόρεια Μακεδονία|north-macedonia]. Η [ΕΜΥ|national-meteorological-service-greece A] εξέδωσε έκτακτο δελτίο.

Οι [Βούλγαροι|bulgaria D] κλείνουν τα σχολεία. Στα [Σκόπια|skopje] διακόπηκε το ρεύμα.`,

  `Η [Γερμανία|germany] ψηφίζει: Πρώτο κόμμα η [CDU|cdu A]

Πρώτη έρχεται η [CDU|cdu A] του [Φρίντριχ Μερτς|friedrich-merz], δεύτερη η [AfD|afd A]. Το [SPD|spd A] του [Όλαφ Σολτς|olaf-scholz] υποχωρεί. Ο [Μερτς|friedrich-merz C] θέλει κυβέρνηση ως το Πάσχα.

Στο [Βερολίνο|berlin] η [Άνγκελα Μέρκελ|angela-merkel] δεν έκανε δηλώσεις. Οι [γερμανικές|germany D] εταιρείες περιμένουν.`,
];
