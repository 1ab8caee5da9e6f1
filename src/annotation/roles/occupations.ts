/**
 * Occupations of people whom news names, as rows of `roleNouns.ts`: a key shared by the languages, Greek, English, Russian
 * (stems).
 */
export const occupations = `
farmer | αγρότης αγρότισσα γεωργός κτηνοτρόφος παραγωγός μελισσοκόμος αμπελουργός ελαιοπαραγωγός | farmer grower beekeeper rancher winemaker | фермер аграри пчеловод земледел
fisherman | ψαράς αλιέας | fisherman angler | рыбак
shepherd | βοσκός τσοπάνης | shepherd herder | пастух чабан оленевод
worker | εργάτης εργάτρια υλοτόμος μεταλλωρύχος λιμενεργάτης | worker labourer laborer miner docker welder logger steelworker | рабоч шахтер шахтёр сварщик слесар горняк проходчик лесоруб токар грузчик
foreman | εργοδηγός | foreman supervisor | бригадир прораб
electrician | ηλεκτρολόγος υδραυλικός μηχανοδηγός τεχνίτης ξυλουργός κτίστης μαραγκός σιδεράς | electrician plumber mechanic carpenter builder locksmith blacksmith mason | электрик сантехник механик плотник столяр каменщик
driver | οδηγός ταξιτζής σταθμάρχης | trucker conductor busdriver | водител таксист машинист дальнобойщик
pilot | πιλότος χειριστής κυβερνήτης | pilot navigator | пилот летчик лётчик штурман
seafarer | ναύτης καπετάνιος πλοίαρχος πλοηγός ναυπηγός ιστιοπλόος | skipper sailor seaman helmsman shipbuilder | капитан матрос моряк боцман лоцман
cook | μάγειρας μαγείρισσα σεφ ζαχαροπλάστης αρτοποιός φούρναρης | chef cook baker barista brewer butcher pastrychef | повар пекар кондитер пивовар мясник
waiter | σερβιτόρος σερβιτόρα μπάρμαν | waiter waitress barman bartender | официант бармен
trader | έμπορος καταστηματάρχης εστιάτορας ξενοδόχος μαγαζάτορας παντοπώλης βιβλιοπώλης ανθοπώλης περιπτεράς χονδρέμπορος | trader shopkeeper restaurateur hotelier innkeeper bookseller grocer florist jeweller jeweler merchant retailer dealer | торговец ресторатор отельер лавочник продавец продавщиц
clerk | υπάλληλος λογιστής λογίστρια ταμίας γραμματέας | clerk accountant bookkeeper cashier treasurer auditor | бухгалтер кассир служащ секретарш аудитор
manager | διευθύνων υπεύθυνος υπεύθυνη συντονιστής συντονίστρια διαχειριστής επόπτης | manager coordinator organiser organizer administrator superintendent convener | менеджер координатор организатор управляющ заведующ
employee | συνεργάτης συνεργάτιδα βοηθός | employee aide assistant staffer associate official operative | сотрудник сотрудниц помощник помощниц ассистент
partner | εταίρος μέτοχος επενδυτής επενδύτρια | partner shareholder investor financier banker stakeholder | партнер партнёр акционер инвестор банкир финансист
banker | τραπεζίτης χρηματιστής μεσίτης | broker realtor | брокер риелтор
engineer | μηχανικός αρχιτέκτονας τοπογράφος πολεοδόμος προγραμματιστής προγραμματίστρια σχεδιαστής σχεδιάστρια εφευρέτης | engineer architect surveyor planner developer programmer designer inventor technician | инженер архитектор программист дизайнер изобретател конструктор градостроител
scholar | φιλόλογος ιστορικός φιλόσοφος γλωσσολόγος κοινωνιολόγος ψυχολόγος πολιτολόγος διεθνολόγος συνταγματολόγος νομικός θεολόγος λαογράφος μουσικολόγος δημογράφος ανθρωπολόγος εγκληματολόγος ακαδημαϊκός πανεπιστημιακός λέκτορας υφηγητής μεταδιδάκτορας μελετητής μελετήτρια | scholar philosopher linguist sociologist psychologist anthropologist criminologist demographer lecturer academic theologian classicist musicologist folklorist academician postdoc egyptologist | философ лингвист социолог психолог антрополог криминолог демограф лектор академик доцент богослов политолог правовед искусствовед литературовед востоковед
natural scientist | χημικός φυσικός βιολόγος μαθηματικός αστρονόμος αστροφυσικός γεωλόγος γεωφυσικός γεωπόνος δασολόγος ωκεανογράφος κλιματολόγος παλαιοντολόγος γενετιστής στατιστικολόγος ζωολόγος βοτανολόγος ηφαιστειολόγος εντομολόγος ορνιθολόγος | chemist physicist biologist mathematician astronomer astrophysicist geologist geophysicist agronomist forester oceanographer climatologist palaeontologist paleontologist geneticist statistician zoologist botanist volcanologist ecologist meteorologist forecaster archaeologist archeologist theorist hydrologist ornithologist glaciologist virologist epidemiologist neuroscientist spectroscopist entomologist | химик физик биолог математик астроном астрофизик геолог агроном лесник океанолог климатолог палеонтолог генетик зоолог ботаник эколог метеоролог синоптик археолог гидролог вирусолог эпидемиолог сейсмолог энтомолог
physician | καρδιολόγος ογκολόγος παθολόγος πνευμονολόγος νευρολόγος ψυχίατρος παιδίατρος γυναικολόγος δερματολόγος ορθοπεδικός οδοντίατρος κτηνίατρος φαρμακοποιός ιατροδικαστής φυσικοθεραπευτής φυσικοθεραπεύτρια διαιτολόγος αναισθησιολόγος γηρίατρος διασώστης διασώστρια τραυματιοφορέας ιατρός βιοχημικός ιολόγος μαιευτήρας | cardiologist oncologist pathologist neurologist psychiatrist paediatrician pediatrician gynaecologist dermatologist dentist veterinarian vet pharmacist coroner physiotherapist nutritionist anaesthetist paramedic medic obstetrician radiologist geriatrician | кардиолог онколог терапевт невролог психиатр педиатр гинеколог стоматолог ветеринар аптекар фармацевт реаниматолог фельдшер санитар медик медсестр акушер травматолог
nurse | νοσοκόμος νοσοκόμα νοσηλευτής νοσηλεύτρια μαία | nurse midwife carer caregiver | сиделк
teacher | δάσκαλος δασκάλα εκπαιδευτικός νηπιαγωγός παιδαγωγός γυμναστής γυμνάστρια διευθύντρια λυκειάρχης γυμνασιάρχης σχολάρχης εκπαιδευτής εκπαιδεύτρια | teacher schoolteacher tutor instructor headteacher headmaster headmistress educator principal librarian | учител учительниц преподавател воспитател педагог библиотекар инструктор
student | φοιτητής φοιτήτρια μαθητής μαθήτρια σπουδαστής σπουδάστρια απόφοιτος | student pupil schoolboy schoolgirl graduate undergraduate apprentice | студент студентк школьник школьниц выпускник выпускниц аспирант аспирантк стажер стажёр
pensioner | συνταξιούχος απόστρατος | pensioner retiree grandmother grandfather widow widower homemaker | пенсионер пенсионерк
resident | κάτοικος χωριανός δημότης | resident villager local householder tenant neighbour neighbor commuter homeowner | житель жительниц местный сосед соседк
witness | μάρτυρας αυτόπτης | witness eyewitness bystander onlooker passer-by | свидетел очевидец очевидиц
victim | | victim survivor | потерпевш пострадавш
defendant | κατηγορούμενος κατηγορούμενη | defendant suspect convict inmate prisoner detainee | обвиняем подсудим подозреваем осужденн осуждённ заключенн заключённ
refugee | πρόσφυγας μετανάστης μετανάστρια | refugee migrant immigrant | беженец беженк мигрант
tourist | τουρίστας τουρίστρια επισκέπτης επισκέπτρια ταξιδιώτης | tourist visitor traveller traveler passenger holidaymaker hiker climber mountaineer pilgrim | турист туристк паломник пассажир альпинист
fan | φίλαθλος οπαδός θαυμαστής θαυμάστρια | fan supporter | болельщик болельщиц
volunteer | εθελοντής εθελόντρια | volunteer campaigner environmentalist conservationist | волонтер волонтёр доброволец
trade unionist | συνδικαλιστής συνδικαλίστρια | unionist | профсоюзн
police officer | αστυνομικός αστυφύλακας αρχιφύλακας υποδιευθυντής λιμενικός λιμενάρχης ανθυπαστυνόμος τροχονόμος φρουρός φύλακας δεσμοφύλακας πυροσβέστης πυραγός πύραρχος αρχιπύραρχος ντετέκτιβ σωφρονιστικός | policeman policewoman detective constable sergeant inspector superintendent deputy sheriff guard firefighter fireman ranger warden patrolman coastguard agent investigator bodyguard lifeguard bailiff | полицейск участков следовател детектив инспектор сержант пожарн спасател охранник лейтенант дознавател
soldier | στρατιώτης λοχίας δεκανέας υπολοχαγός ανθυπολοχαγός αντισυνταγματάρχης υποστράτηγος αντιστράτηγος υποναύαρχος αντιναύαρχος αρχιπλοίαρχος πλωτάρχης σμήναρχος επισμηνίας σμηναγός υποπτέραρχος αντιπτέραρχος αρχιστράτηγος αξιωματούχος βετεράνος μαχητής | soldier corporal lieutenant major brigadier marine paratrooper veteran fighter militant serviceman commander-in-chief | солдат военнослужащ ефрейтор прапорщик десантник ветеран боец боевик главнокомандующ подполковник генерал-майор генерал-лейтенант контр-адмирал вице-адмирал старшин
spy | κατάσκοπος πράκτορας | spy | шпион разведчик
jurist | συμβολαιογράφος ποινικολόγος αντεισαγγελέας εισηγητής εισηγήτρια ανακριτής ανακρίτρια πταισματοδίκης προεδρεύων ένορκος δικαστικός υποστηρικτής | notary barrister solicitor juror rapporteur arbitrator mediator ombudsman | нотариус юрист присяжн арбитр уполномоченн омбудсмен медиатор
politician | πολιτικός πολιτευτής πολιτεύτρια νομαρχιακός κοινοτάρχης αντιδήμαρχος αντιπεριφερειάρχης κοινοβουλευτικός υποψήφια υφυπουργίνα κοσμήτορας έπαρχος | politician councillor councilman councilwoman councilor lawmaker alderman backbencher peer baroness lord congressman assemblyman whip frontbencher statesman dissident | политик сенатор бургомистр парламентари староста префект аким депутатк оппозиционер
deputy head | αναπληρωτής αναπληρώτρια αντικαταστάτης | | зам замглав замдиректора
member | | member fellow | член
chief of staff | υπασπιστής ιδιαίτερος | chief-of-staff | 
counterpart | ομόλογος | counterpart colleague | коллег
heir | διάδοχος δελφίνος | heir | наследник
monarch | μονάρχης σουλτάνος εμίρης αυτοκράτορας αυτοκράτειρα δούκας δούκισσα κόμης κόμισσα βαρόνος σεΐχης σάχης τσάρος μαχαραγιάς | monarch emperor empress duke duchess sultan emir count countess baron shah tsar | монарх император императриц герцог герцогин султан эмир граф графин барон шейх шах царь
cleric | ιερέας ιερέα παπάς ηγούμενος ηγουμένη μοναχός μοναχή διάκονος ραβίνος ιμάμης μουφτής αγιατολάχ καρδινάλιος πάστορας αρχιμανδρίτης πρωτοσύγκελος ιεροκήρυκας μητροπολίτης κληρικός δεσπότης | priest pastor rabbi imam mufti ayatollah monk nun abbot deacon vicar reverend chaplain preacher cleric archdeacon canon | священник пастор раввин имам муфтий аятолла монах монахин игумен настоятел протоиерей дьякон епископ кардинал
artist | καλλιτέχνης καλλιτέχνιδα εικαστικός χαράκτης χαράκτρια φωτογράφος σκηνογράφος ενδυματολόγος γελοιογράφος σκιτσογράφος κεραμίστας αγιογράφος συντηρητής συντηρήτρια εικονογράφος | artist photographer illustrator engraver printmaker potter ceramicist cartoonist conservator restorer weaver tattooist | фотограф иллюстратор гравер гончар карикатурист реставратор скульптор сценограф художниц
performer | χορευτής χορεύτρια χορογράφος κωμικός ερμηνευτής ερμηνεύτρια λυρικός τενόρος σοπράνο βαρύτονος μεσόφωνος υψίφωνος ράπερ στιχουργός ντίτζεϊ μοντέλο διασκεδαστής μπουζουξής βιολιστής βιολίστρια τσελίστας τσελίστρια ντράμερ λυράρης οργανοποιός τρομπετίστας σαξοφωνίστας οργανίστας βιολονίστας ακροβάτης μάγος περφόρμερ | dancer choreographer comedian comic tenor soprano baritone mezzo rapper lyricist songwriter dj model violinist cellist drummer pianist trumpeter saxophonist trombonist organist bassist flautist clarinettist harpist impresario acrobat performer vocalist entertainer | танцор танцовщиц хореограф балерин комик тенор сопрано баритон рэпер модел скрипач виолончелист барабанщик пианист трубач саксофонист вокалист вокалистк солист солистк органист
author | πεζογράφος μυθιστοριογράφος διηγηματογράφος σεναριογράφος θεατρικός δραματουργός μεταφραστής μεταφράστρια εκδότης εκδότρια κριτικός βιογράφος αρθρογράφος χρονογράφος λεξικογράφος νομπελίστας μπλόγκερ σχολιαστής σχολιάστρια δοκιμιογράφος | playwright dramatist screenwriter scriptwriter translator publisher critic biographer essayist poetess laureate blogger columnist commentator memoirist librettist | драматург сценарист переводчик переводчиц издател критик биограф эссеист поэтесс лауреат блогер колумнист прозаик обозревател нобелевск публицист
film maker | σκηνοθέτις κινηματογραφιστής κινηματογραφίστρια ντοκιμαντερίστας οπερατέρ μοντέρ | cinematographer documentarian cameraman editor-in-chief animator showrunner screenwriter-director | кинорежиссер кинорежиссёр оператор кинооператор документалист мультипликатор
editor | αρχισυντάκτης αρχισυντάκτρια συντάκτης συντάκτρια ρεπόρτερ φωτορεπόρτερ εικονολήπτης | editor-in-chief photojournalist newsreader broadcaster pundit | редактор главред репортер репортёр фотокорреспондент телеведущ телеведущ радиоведущ диктор собкор журналистк корреспондентк
sports official | διαιτητής έφορος ομοσπονδιακός εκλέκτορας φροντιστής παράγοντας προπονήτρια μάνατζερ | referee umpire linesman physio agent scout selector | судь рефери агент тренерш менеджер
sportsperson | παίκτης παίκτρια δρομέας σπρίντερ ακοντιστής ακοντίστρια δισκοβόλος σφαιροβόλος σφυροβόλος επικοντιστής επικοντίστρια αρσιβαρίστας παλαιστής παλαίστρια πυγμάχος τζουντόκα ταεκβοντίστας πολίστας πολίστρια βολεϊμπολίστας χαντμπολίστας κωπηλάτης κωπηλάτρια σκιέρ αναβάτης ιππέας σκοπευτής σκοπεύτρια ξιφομάχος μαραθωνοδρόμος βαδιστής βαδίστρια ορειβάτης στόπερ χαφ μπακ εξτρέμ φορ σουτέρ αρχηγός σκακιστής σκακίστρια | sprinter jumper hurdler thrower weightlifter wrestler boxer judoka rower gymnast skier skater snowboarder jockey rider shooter fencer diver golfer cricketer batsman bowler batter pitcher quarterback linebacker halfback full-back centre-back left-back right-back winger fly-half prop hooker shortstop outfielder goaltender substitute teammate marathoner racer paralympian olympian triathlete surfer chessplayer grandmaster pole-vaulter | бегун бегунь прыгун прыгунь метател штангист борец боксер боксёр дзюдоист гребец гимнаст гимнастк лыжник лыжниц биатлонист биатлонистк фигурист фигуристк сноубордист жокей стрелок фехтовальщик пловец пловчих гольфист голкипер форвард хавбек игрок капитан волейболист волейболистк гандболист шахматист шахматистк гонщик велогонщик легкоатлет теннисистк дзюдоистк гроссмейстер
astronaut crew | κοσμοναύτης | spacewoman spaceman | космонавтк
explorer | εξερευνητής εξερευνήτρια δύτης δύτρια σπηλαιολόγος περιηγητής | explorer adventurer caver aviator | путешественник путешественниц исследовательниц дайвер
collector | συλλέκτης συλλέκτρια γκαλερίστας δημοπράτης παλαιοπώλης | collector gallerist auctioneer antiquarian philanthropist patron benefactor | коллекционер меценат галерист аукционист
influencer | ινφλουένσερ γιουτούμπερ τικτόκερ | influencer youtuber streamer tiktoker podcaster gamer | блогерш инфлюенсер стример ютубер
social worker | διαμεσολαβητής διαμεσολαβήτρια διερμηνέας | counsellor counselor interpreter | соцработник
guide | ξεναγός | guide | экскурсовод гид
guardian | θυρωρός επιστάτης κηπουρός καθαρίστρια | caretaker janitor gardener cleaner housekeeper porter doorman nanny au-pair | дворник садовник уборщиц вахтер вахтёр няня
postal worker | ταχυδρόμος διανομέας | postman mailman courier | почтальон курьер
hairdresser | κομμωτής κομμώτρια κουρέας μοδίστρα ράφτης υποδηματοποιός | hairdresser barber seamstress tailor shoemaker dressmaker stylist | парикмахер швея портной сапожник стилист
hunter | κυνηγός θηροφύλακας | hunter gamekeeper trapper | охотник егер
`;

/** Keys of the rows above. */
export const occupationKeys: ReadonlySet<string> = new Set(
  occupations
    .trim()
    .split("\n")
    .map((row) => row.slice(0, row.indexOf("|")).trim()),
);
