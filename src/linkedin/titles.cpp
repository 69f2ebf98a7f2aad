#include "linkedin/titles.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"

namespace ssi::linkedin {
namespace {

// Phrases of one to three words, in small letters, that tell a level.
using Phrase = std::string_view;
constexpr auto owner = std::to_array<Phrase>(
    {"owner",        "co owner",     "founder",      "cofounder",    "proprietor",   "inhaber",
     "inhaberin",    "gründer",      "gründerin",    "mitgründer",   "mitgründerin", "mitinhaber",
     "mitinhaberin", "fondateur",    "fondatrice",   "cofondateur",  "cofondatrice", "propriétaire",
     "fundador",     "fundadora",    "cofundador",   "cofundadora",  "propietario",  "propietaria",
     "dueño",        "dueña",        "proprietário", "proprietária", "fondatore",    "cofondatore",
     "titolare",     "proprietario", "eigenaar",     "oprichter",    "medeoprichter"});
constexpr auto partner =
    std::to_array<Phrase>({"partner", "associé", "associée", "socio", "socia", "sócio", "sócia",
                           "gesellschafter", "gesellschafterin", "vennoot"});
constexpr auto cxo = std::to_array<Phrase>({"chief",
                                            "ceo",
                                            "cfo",
                                            "coo",
                                            "cto",
                                            "cmo",
                                            "cio",
                                            "ciso",
                                            "cpo",
                                            "cro",
                                            "cso",
                                            "cdo",
                                            "cco",
                                            "chro",
                                            "cao",
                                            "clo",
                                            "cko",
                                            "cxo",
                                            "president",
                                            "chairman",
                                            "chairwoman",
                                            "managing director",
                                            "geschäftsführer",
                                            "geschäftsführerin",
                                            "geschäftsführung",
                                            "vorstand",
                                            "vorständin",
                                            "vorstandsvorsitzender",
                                            "vorstandsvorsitzende",
                                            "président",
                                            "présidente",
                                            "directeur général",
                                            "directrice générale",
                                            "pdg",
                                            "presidente",
                                            "presidenta",
                                            "director general",
                                            "directora general",
                                            "consejero delegado",
                                            "consejera delegada",
                                            "diretor geral",
                                            "diretora geral",
                                            "amministratore delegato",
                                            "amministratrice delegata",
                                            "direttore generale",
                                            "algemeen directeur"});
constexpr auto vp = std::to_array<Phrase>(
    {"vp", "svp", "evp", "avp", "rvp", "gvp", "vice president", "vicepresident", "vice chairman",
     "vice chair", "vice président", "vice présidente", "vizepräsident", "vizepräsidentin",
     "vice presidente", "vicepresidente", "vicepresidenta"});
constexpr auto director =
    std::to_array<Phrase>({"director",         "directors",         "head",
                           "chief of staff",   "direktor",          "direktorin",
                           "leiter",           "leiterin",          "bereichsleiter",
                           "bereichsleiterin", "vertriebsleiter",   "vertriebsleiterin",
                           "marketingleiter",  "marketingleiterin", "directeur",
                           "directrice",       "directora",         "diretor",
                           "diretora",         "direttore",         "direttrice"});
constexpr auto manager = std::to_array<Phrase>({"manager",
                                                "managerin",
                                                "mgr",
                                                "supervisor",
                                                "team lead",
                                                "team leader",
                                                "teamleiter",
                                                "teamleiterin",
                                                "projektleiter",
                                                "projektleiterin",
                                                "abteilungsleiter",
                                                "abteilungsleiterin",
                                                "responsable",
                                                "chef de projet",
                                                "chef de produit",
                                                "chef des ventes",
                                                "chef de service",
                                                "gerente",
                                                "jefe",
                                                "jefa",
                                                "gestor",
                                                "gestora",
                                                "responsabile"});
constexpr auto senior =
    std::to_array<Phrase>({"senior", "sr", "principal", "lead", "sénior", "sênior"});
constexpr auto entry_level =
    std::to_array<Phrase>({"junior", "jr", "associate", "assistant", "assistent", "assistentin",
                           "assistante", "asistente", "assistente", "júnior"});
constexpr auto training = std::to_array<Phrase>(
    {"intern",        "trainee",     "apprentice",    "student",    "praktikant",
     "praktikantin",  "werkstudent", "werkstudentin", "azubi",      "auszubildender",
     "auszubildende", "doktorand",   "doktorandin",   "stagiaire",  "étudiant",
     "étudiante",     "alternant",   "alternante",    "becario",    "becaria",
     "estudiante",    "estudante",   "estagiário",    "estagiária", "stagista",
     "tirocinante",   "studente",    "studentessa"});
constexpr auto unpaid =
    std::to_array<Phrase>({"volunteer", "unpaid", "ehrenamtlich", "ehrenamtliche", "ehrenamtlicher",
                           "bénévole", "voluntario", "voluntaria", "voluntário", "voluntária",
                           "volontario", "volontaria", "vrijwilliger"});

struct Level {
  Seniority seniority;
  std::span<const Phrase> phrases;
};
constexpr auto levels = std::to_array<Level>({
    {Seniority::owner, owner},
    {Seniority::partner, partner},
    {Seniority::cxo, cxo},
    {Seniority::vp, vp},
    {Seniority::director, director},
    {Seniority::manager, manager},
    {Seniority::senior, senior},
    {Seniority::entry, entry_level},
    {Seniority::training, training},
    {Seniority::unpaid, unpaid},
});

// What looks like one of the phrases above and is none.
constexpr auto none = std::to_array<std::string_view>({
    "product owner",      "process owner",      "project owner",       "service owner",
    "system owner",       "data owner",         "platform owner",      "domain owner",
    "application owner",  "risk owner",         "account owner",       "control owner",
    "founders office",    "founder office",     "business partner",    "hr partner",
    "people partner",     "talent partner",     "channel partner",     "alliance partner",
    "technology partner", "delivery partner",   "partner success",     "partner marketing",
    "partner sales",      "partner account",    "partner development", "partner program",
    "partner relations",  "partner enablement", "partner solutions",   "partner engineer",
    "partner operations", "partner alliances",  "partner ecosystem",
});

// What tells the level of somebody else behind it.
constexpr auto others = std::to_array<std::string_view>({
    "assistant to",
    "assistant of",
    "executive assistant",
    "personal assistant",
    "office of",
    "advisor to",
    "adviser to",
    "reporting to",
    "assistenz der",
    "assistentin der",
    "assistent der",
    "assistante de",
    "assistant de",
    "assistente de",
    "asistente de",
});
// What makes the level behind it one of the past.
constexpr auto pasts =
    std::to_array<std::string_view>({"former", "formerly", "ex", "retired", "past", "ehemaliger",
                                     "ehemalige", "ancien", "ancienne"});

enum class Effect { level, nothing, of_others, of_past };
struct Meaning {
  Effect effect = Effect::nothing;
  Seniority seniority{};
};

const std::unordered_map<std::string_view, Meaning>& meanings() {
  static const auto all = [] {
    std::unordered_map<std::string_view, Meaning> map;
    for (const Level& level : levels) {
      for (const auto phrase : level.phrases) map[phrase] = {Effect::level, level.seniority};
    }
    for (const auto phrase : none) map[phrase] = {Effect::nothing};
    for (const auto phrase : others) map[phrase] = {Effect::of_others};
    for (const auto phrase : pasts) map[phrase] = {Effect::of_past};
    return map;
  }();
  return all;
}

// Words in small letters; `|` parts titles and is a word by itself.
std::vector<std::string> words_of(std::string_view title) {
  std::vector<std::string> words(1);
  bool after_c3 = false;  // the first byte of À to ÿ
  for (char c : lowered(title)) {
    const auto byte = static_cast<unsigned char>(c);
    if (after_c3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97) c = static_cast<char>(byte + 32);
    after_c3 = byte == 0xC3;
    if (c == '.' || c == '\'') continue;
    if (byte >= 0x80 || std::isalnum(byte) != 0) {
      words.back() += c;
    } else if (c == '|') {
      words.insert(words.end(), {"|", ""});
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  std::erase(words, "");
  return words;
}

struct Match {
  Meaning meaning{};
  std::size_t words = 0;
};

// The longest phrase at `at`.
Match match_at(const std::vector<std::string>& words, std::size_t at) {
  constexpr std::size_t longest = 3;
  Match match;
  std::string phrase;
  for (std::size_t n = 1; n <= longest && at + n <= words.size(); ++n) {
    if (n > 1) phrase += ' ';
    phrase += words[at + n - 1];
    const auto found = meanings().find(phrase);
    if (found != meanings().end()) match = {found->second, n};
  }
  return match;
}

}  // namespace

std::optional<Seniority> seniority_of(std::string_view title) {
  const std::vector<std::string> words = words_of(title);
  std::optional<Seniority> highest;
  bool of_others = false;
  bool of_past = false;
  for (std::size_t at = 0; at < words.size();) {
    const Match match = match_at(words, at);
    const Effect effect = match.meaning.effect;
    if (words[at] == "|") {
      of_others = false;
    } else if (match.words > 0 && effect == Effect::of_others) {
      of_others = true;
      highest = std::max(highest, std::optional{Seniority::entry});
    } else if (match.words > 0 && effect == Effect::level && !of_others && !of_past) {
      highest = std::max(highest, std::optional{match.meaning.seniority});
    }
    of_past = match.words > 0 && effect == Effect::of_past;
    at += std::max<std::size_t>(match.words, 1);
  }
  return highest;
}

}  // namespace ssi::linkedin
