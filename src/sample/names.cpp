#include "sample/names.h"

#include <array>

namespace laurel::sample {
namespace {

constexpr std::array<std::string_view, 14> latin_countries = {"AT", "CH", "CZ", "DE", "DK", "ES", "FR",
                                                       "HR", "IT", "NO", "PL", "PT", "SI", "SK"};
constexpr std::array latin_given = {
    Name{"Zoë", "zoe"},       Name{"Žofie", "zofie"},   Name{"Łucja", "lucja"},
    Name{"José", "jose"},     Name{"François", "francois"}, Name{"Jürgen", "juergen"},
    Name{"Åse", "aase"},      Name{"Søren", "soeren"},  Name{"Inês", "ines"},
    Name{"Čedomir", "cedomir"}, Name{"Ana", "ana"},     Name{"Björn", "bjoern"},
    Name{"Chloé", "chloe"},   Name{"Dušan", "dusan"},   Name{"Élise", "elise"},
    Name{"Iñigo", "inigo"},   Name{"Klára", "klara"},   Name{"Luís", "luis"},
    Name{"Małgorzata", "malgorzata"}, Name{"Nils", "nils"}, Name{"Renée", "renee"},
    Name{"Tomáš", "tomas"},   Name{"Ülkü", "uelkue"},   Name{"Giulia", "giulia"}};
constexpr std::array latin_family = {
    Name{"Müller", "mueller"},  Name{"Núñez", "nunez"},    Name{"Ødegård", "oedegaard"},
    Name{"Šimić", "simic"},     Name{"Dvořák", "dvorak"},  Name{"Wiśniewski", "wisniewski"},
    Name{"Lefèvre", "lefevre"}, Name{"Gonçalves", "goncalves"}, Name{"Åkesson", "aakesson"},
    Name{"Weiß", "weiss"},      Name{"Kovač", "kovac"},    Name{"O'Brien", "obrien"},
    Name{"Rossi", "rossi"},     Name{"Černý", "cerny"},    Name{"Zając", "zajac"},
    Name{"Jørgensen", "joergensen"}, Name{"Peña", "pena"}, Name{"Brânză", "branza"},
    Name{"Szabó", "szabo"},     Name{"Öztürk", "oeztuerk"}, Name{"Schäfer", "schaefer"},
    Name{"De la Cruz", "delacruz"}, Name{"Novák", "novak"}, Name{"Håkansson", "haakansson"}};

constexpr std::array<std::string_view, 2> greek_countries = {"GR", "CY"};
constexpr std::array greek_given = {
    Name{"Ελένη", "eleni"},     Name{"Γιώργος", "giorgos"}, Name{"Μαρία", "maria"},
    Name{"Νίκος", "nikos"},     Name{"Αικατερίνη", "aikaterini"}, Name{"Δημήτρης", "dimitris"},
    Name{"Σοφία", "sofia"},     Name{"Κώστας", "kostas"},   Name{"Άννα", "anna"},
    Name{"Χρήστος", "christos"}};
constexpr std::array greek_family = {
    Name{"Παπαδόπουλος", "papadopoulos"}, Name{"Νικολάου", "nikolaou"},
    Name{"Γεωργίου", "georgiou"},         Name{"Οικονόμου", "oikonomou"},
    Name{"Βασιλείου", "vasileiou"},       Name{"Δημητρίου", "dimitriou"},
    Name{"Αθανασίου", "athanasiou"},      Name{"Ιωάννου", "ioannou"},
    Name{"Χατζή", "chatzi"},              Name{"Αλεξίου", "alexiou"}};

constexpr std::array<std::string_view, 4> cyrillic_countries = {"BG", "KZ", "RS", "UA"};
constexpr std::array cyrillic_given = {
    Name{"Олена", "olena"},     Name{"Андрій", "andrii"},  Name{"Наталія", "nataliia"},
    Name{"Иван", "ivan"},       Name{"Мария", "mariya"},   Name{"Георги", "georgi"},
    Name{"Јелена", "jelena"},   Name{"Немања", "nemanja"}, Name{"Айгүл", "aigul"},
    Name{"Ђорђе", "djordje"}};
constexpr std::array cyrillic_family = {
    Name{"Шевченко", "shevchenko"}, Name{"Коваленко", "kovalenko"}, Name{"Бойко", "boiko"},
    Name{"Димитров", "dimitrov"},   Name{"Петрова", "petrova"},     Name{"Јовановић", "jovanovic"},
    Name{"Николић", "nikolic"},     Name{"Жұмабаев", "zhumabaev"},  Name{"Ткаченко", "tkachenko"},
    Name{"Илиев", "iliev"}};

constexpr std::array<std::string_view, 5> arabic_countries = {"AE", "EG", "JO", "MA", "SA"};
constexpr std::array arabic_given = {
    Name{"فاطمة", "fatima"}, Name{"محمد", "mohammed"}, Name{"عائشة", "aisha"}, Name{"أحمد", "ahmed"},
    Name{"ليلى", "layla"},   Name{"يوسف", "youssef"},  Name{"مريم", "maryam"}, Name{"خالد", "khaled"},
    Name{"نور", "nour"},     Name{"سمير", "samir"}};
constexpr std::array arabic_family = {
    Name{"الحسن", "alhassan"}, Name{"المصري", "almasri"}, Name{"حداد", "haddad"},
    Name{"منصور", "mansour"},  Name{"الخطيب", "alkhatib"}, Name{"سالم", "salem"},
    Name{"العلي", "alali"},    Name{"بن صالح", "bensaleh"}, Name{"نجار", "najjar"},
    Name{"درويش", "darwish"}};

constexpr std::array<std::string_view, 1> hebrew_countries = {"IL"};
constexpr std::array hebrew_given = {
    Name{"נועה", "noa"}, Name{"דוד", "david"}, Name{"תמר", "tamar"},   Name{"יוסף", "yosef"},
    Name{"מיכל", "michal"}, Name{"איתן", "eitan"}, Name{"רחל", "rachel"}, Name{"אורי", "uri"}};
constexpr std::array hebrew_family = {
    Name{"כהן", "cohen"}, Name{"לוי", "levi"},   Name{"מזרחי", "mizrahi"}, Name{"פרץ", "peretz"},
    Name{"ביטון", "biton"}, Name{"אברהם", "avraham"},
    Name{"פרידמן", "friedman"}, Name{"שלום", "shalom"}};

constexpr std::array<std::string_view, 2> devanagari_countries = {"IN", "NP"};
constexpr std::array devanagari_given = {
    Name{"प्रिया", "priya"}, Name{"राहुल", "rahul"}, Name{"अनीता", "anita"}, Name{"विकास", "vikas"},
    Name{"सुनीता", "sunita"}, Name{"अर्जुन", "arjun"},
    Name{"लक्ष्मी", "lakshmi"}, Name{"कृष्ण", "krishna"}};
constexpr std::array devanagari_family = {
    Name{"शर्मा", "sharma"}, Name{"वर्मा", "varma"}, Name{"गुप्ता", "gupta"}, Name{"सिंह", "singh"},
    Name{"जोशी", "joshi"}, Name{"पाटील", "patil"},
    Name{"श्रेष्ठ", "shrestha"}, Name{"मिश्रा", "mishra"}};

constexpr std::array<std::string_view, 1> thai_countries = {"TH"};
constexpr std::array thai_given = {
    Name{"สมชาย", "somchai"}, Name{"มาลี", "mali"},   Name{"สุดา", "suda"}, Name{"วิชัย", "wichai"},
    Name{"กานต์", "kan"},     Name{"อรุณ", "arun"},   Name{"พิมพ์", "phim"}, Name{"ธนา", "thana"}};
constexpr std::array thai_family = {
    Name{"ใจดี", "jaidee"},  Name{"สุขใจ", "sukjai"}, Name{"แสงทอง", "saengthong"},
    Name{"ศรีสุข", "srisuk"}, Name{"ทองดี", "thongdee"}, Name{"บุญมี", "boonmee"},
    Name{"รักไทย", "rakthai"}, Name{"วงศ์ใหญ่", "wongyai"}};

constexpr std::array<std::string_view, 3> chinese_countries = {"CN", "SG", "TW"};
constexpr std::array chinese_given = {
    Name{"伟", "wei"},    Name{"芳", "fang"},     Name{"秀英", "xiuying"}, Name{"建国", "jianguo"},
    Name{"丽华", "lihua"}, Name{"志强", "zhiqiang"}, Name{"雅婷", "yating"}, Name{"俊傑", "junjie"},
    Name{"小明", "xiaoming"}, Name{"淑芬", "shufen"}};
constexpr std::array chinese_family = {
    Name{"王", "wang"}, Name{"李", "li"},    Name{"张", "zhang"}, Name{"陳", "chen"}, Name{"刘", "liu"},
    Name{"欧阳", "ouyang"}, Name{"黃", "huang"}, Name{"周", "zhou"}, Name{"吴", "wu"}, Name{"林", "lin"}};

constexpr std::array<std::string_view, 1> japanese_countries = {"JP"};
constexpr std::array japanese_given = {
    Name{"さくら", "sakura"}, Name{"翔太", "shota"}, Name{"美咲", "misaki"}, Name{"健一", "kenichi"},
    Name{"ユウキ", "yuuki"},  Name{"陽子", "yoko"},  Name{"大輔", "daisuke"}, Name{"愛", "ai"}};
constexpr std::array japanese_family = {
    Name{"佐藤", "sato"}, Name{"鈴木", "suzuki"}, Name{"高橋", "takahashi"}, Name{"田中", "tanaka"},
    Name{"渡辺", "watanabe"}, Name{"伊藤", "ito"}, Name{"中村", "nakamura"}, Name{"小林", "kobayashi"}};

constexpr std::array<std::string_view, 1> korean_countries = {"KR"};
constexpr std::array korean_given = {
    Name{"민준", "minjun"}, Name{"서연", "seoyeon"}, Name{"지우", "jiwoo"}, Name{"하은", "haeun"},
    Name{"도윤", "doyun"},  Name{"수빈", "subin"},   Name{"현우", "hyunwoo"}, Name{"은지", "eunji"}};
constexpr std::array korean_family = {
    Name{"김", "kim"}, Name{"이", "lee"}, Name{"박", "park"}, Name{"최", "choi"},
    Name{"정", "jung"}, Name{"강", "kang"}, Name{"조", "cho"}, Name{"남궁", "namgung"}};

constexpr std::array groups = {
    NameGroup{"Latin", latin_countries, latin_given, latin_family},
    NameGroup{"Greek", greek_countries, greek_given, greek_family},
    NameGroup{"Cyrillic", cyrillic_countries, cyrillic_given, cyrillic_family},
    NameGroup{"Arabic", arabic_countries, arabic_given, arabic_family},
    NameGroup{"Hebrew", hebrew_countries, hebrew_given, hebrew_family},
    NameGroup{"Devanagari", devanagari_countries, devanagari_given, devanagari_family},
    NameGroup{"Thai", thai_countries, thai_given, thai_family},
    NameGroup{"Chinese", chinese_countries, chinese_given, chinese_family},
    NameGroup{"Japanese", japanese_countries, japanese_given, japanese_family},
    NameGroup{"Korean", korean_countries, korean_given, korean_family}};

}  // namespace

std::span<const NameGroup> name_groups() { return groups; }

}  // namespace laurel::sample
