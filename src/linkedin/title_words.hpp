#pragma once

// The words that titles.cpp looks for, in their usual spelling: titles without accents match as
// well. To add a language, add its words to each list.

#include <array>
#include <span>
#include <string_view>

#include <ssi/activity.hpp>

namespace ssi::linkedin::title_words {

using Phrase = std::string_view;

// Several words a line, by language: clang-format would give each word a line of its own.
// clang-format off

/// Phrases of up to four words that mean a level wherever they stand.
inline constexpr auto owner = std::to_array<Phrase>({
    "owner", "founder", "cofounder", "proprietor",
    // German
    "inhaber", "inhaberin", "mitinhaber", "mitinhaberin", "gründer", "gründerin", "mitgründer",
    "mitgründerin", "eigentümer", "eigentümerin",
    // French
    "fondateur", "fondatrice", "cofondateur", "cofondatrice", "propriétaire",
    // Spanish, Portuguese, Italian
    "fundador", "fundadora", "cofundador", "cofundadora", "propietario", "propietaria", "dueño",
    "dueña", "proprietário", "proprietária", "dono", "dona", "fondatore", "cofondatore",
    "cofondatrice", "titolare", "proprietario",
    // Dutch
    "eigenaar", "eigenaresse", "oprichter", "oprichtster", "medeoprichter", "dga",
    "directeur grootaandeelhouder",
    // Danish, Norwegian, Swedish
    "ejer", "medejer", "indehaver", "stifter", "medstifter", "grundlægger", "medgrundlægger",
    "eier", "medeier", "grunder", "medgründer", "grundare", "medgrundare", "ägare", "delägare",
    // Polish, Czech
    "właściciel", "właścicielka", "współwłaściciel", "współwłaścicielka", "założyciel",
    "założycielka", "współzałożyciel", "współzałożycielka", "majitel", "majitelka",
    "spolumajitel", "spolumajitelka", "zakladatel", "zakladatelka", "spoluzakladatel",
    "spoluzakladatelka",
});
inline constexpr auto cxo = std::to_array<Phrase>({
    "chief executive", "ceo", "cfo", "coo", "cto", "cmo", "cio", "ciso", "cpo", "cro", "cso", "cdo",
    "cco", "chro", "cao", "clo", "cko", "cxo", "president", "chairman", "chairwoman",
    "chairperson", "chair of the board", "board chair", "managing director",
    // German
    "geschäftsführer", "geschäftsführerin", "geschäftsführung", "geschäftsleiter",
    "geschäftsleiterin", "mitglied der geschäftsleitung", "mitglied der geschäftsführung",
    "mitglied des vorstands", "vorsitzender der geschäftsführung",
    "vorsitzende der geschäftsführung", "vorstand", "vorständin", "vorstandsmitglied",
    "vorstandsvorsitzender", "vorstandsvorsitzende", "vorstandssprecher", "finanzvorstand",
    "vertriebsvorstand", "technikvorstand", "personalvorstand", "bereichsvorstand",
    // French
    "président", "présidente", "directeur général", "directrice générale", "pdg", "gérant",
    "gérante", "dirigeant", "dirigeante",
    // Spanish, Portuguese, Italian
    "presidente", "presidenta", "director general", "directora general", "director ejecutivo",
    "directora ejecutiva", "director gerente", "directora gerente", "gerente general", "consejero delegado", "consejera delegada",
    "diretor geral", "diretora geral", "diretor executivo", "diretora executiva",
    "diretor presidente", "amministratore delegato", "amministratrice delegata",
    "amministratore unico", "direttore generale", "direttrice generale",
    // Dutch
    "algemeen directeur", "bestuursvoorzitter",
    // Danish, Norwegian, Swedish
    "administrerende direktør", "adm direktør", "adm dir", "bestyrelsesformand", "daglig leder",
    "styreleder", "konsernsjef", "vd", "verkställande direktör", "styrelseordförande",
    // Polish, Czech
    "prezes", "prezeska", "członek zarządu", "członkini zarządu", "dyrektor generalny",
    "dyrektor zarządzający", "jednatel", "jednatelka", "generální ředitel", "generální ředitelka",
    "výkonný ředitel", "výkonná ředitelka", "předseda představenstva",
});
inline constexpr auto vp = std::to_array<Phrase>({
    "vp", "svp", "evp", "avp", "rvp", "gvp", "vice president", "vicepresident", "vice chairman",
    "vice chairwoman", "vice chairperson", "vice chair",
    // other languages
    "vizepräsident", "vizepräsidentin", "vice président", "vice présidente", "vice presidente",
    "vice presidenta", "vicepresidente", "vicepresidenta", "næstformand", "viceordförande",
    "vicedirektør", "wiceprezes", "wiceprezeska", "viceprezident", "viceprezidentka",
    "místopředseda", "místopředsedkyně",
});
inline constexpr auto director = std::to_array<Phrase>({
    "director", "directors", "head", "chief of staff",
    // German
    "direktor", "direktorin", "leiter", "leiterin", "leitung", "bereichsleiter",
    "bereichsleiterin", "vertriebsleiter", "vertriebsleiterin", "marketingleiter",
    "marketingleiterin",
    // other languages
    "directeur", "directrice", "directora", "diretor", "diretora", "direttore", "direttrice",
    "direktør", "direktör", "dyrektor", "dyrektorka", "ředitel", "ředitelka",
});
inline constexpr auto manager = std::to_array<Phrase>({
    "manager", "managers", "mgr", "supervisor", "team lead", "team leader",
    // German
    "managerin", "teamleiter", "teamleiterin", "projektleiter", "projektleiterin",
    "abteilungsleiter", "abteilungsleiterin",
    // French
    "responsable", "chef de projet", "cheffe de projet", "chef de produit", "cheffe de produit",
    "chef des ventes", "chef de service",
    // Spanish, Portuguese, Italian
    "gerente", "jefe", "jefa", "supervisora", "gestor", "gestora", "encargado", "encargada",
    "responsabile",
    // Danish, Norwegian, Swedish, Polish, Czech
    "leder", "chef", "kierownik", "kierowniczka", "menedżer", "vedoucí", "manažer", "manažerka",
});
inline constexpr auto senior = std::to_array<Phrase>(
    {"senior", "sr", "principal", "lead", "sénior", "sênior", "starszy", "starsza"});
inline constexpr auto entry = std::to_array<Phrase>({
    "junior", "jr", "associate", "assistant", "assistent", "assistentin", "assistante",
    "asistente", "assistente", "júnior", "młodszy", "młodsza", "asystent", "asystentka",
    "asistent", "asistentka",
});
inline constexpr auto training = std::to_array<Phrase>({
    "intern", "trainee", "apprentice", "student",
    // other languages
    "praktikant", "praktikantin", "werkstudent", "werkstudentin", "studentin", "azubi",
    "auszubildender", "auszubildende", "doktorand", "doktorandin", "stagiaire", "étudiant",
    "étudiante", "alternant", "alternante", "apprenti", "apprentie", "becario", "becaria",
    "estudiante", "estudante", "estagiário", "estagiária", "stagista", "tirocinante", "studente",
    "studentessa", "studerende", "stażysta", "stażystka", "studentka", "stážista", "stážistka",
});
inline constexpr auto unpaid = std::to_array<Phrase>({
    "volunteer", "unpaid", "ehrenamtlich", "ehrenamtliche", "ehrenamtlicher", "bénévole",
    "voluntario", "voluntaria", "voluntário", "voluntária", "volontario", "volontaria",
    "vrijwilliger", "vrijwilligster", "frivillig", "wolontariusz", "wolontariuszka",
    "dobrovolník", "dobrovolnice",
});

/// A partner of the firm if the word stands alone, as in `Partner at Acme`, or behind a word of
/// `of_the_firm`. A `Client Partner` is not one.
inline constexpr auto partner = std::to_array<Phrase>({
    "partner", "partnerin", "associé", "associée", "socio", "socia", "sócio", "sócia",
    "gesellschafter", "gesellschafterin", "vennoot", "wspólnik", "wspólniczka", "společník",
    "společnice",
});
inline constexpr auto of_the_firm = std::to_array<Phrase>({
    "managing", "senior", "general", "equity", "founding", "law", "owning", "founder", "owner",
    "zarządzający",
});
/// Phrases that mean a partner of the firm wherever they stand.
inline constexpr auto partner_of_the_firm = std::to_array<Phrase>({
    "seniorpartner", "gründungspartner", "geschäftsführender gesellschafter",
    "geschäftsführende gesellschafterin", "associé gérant", "associé fondateur", "socio director",
    "socia directora", "socio fundador", "socia fundadora", "socio administrador", "socio gerente",
    "sócio diretor", "sócia diretora", "sócio fundador", "sócia fundadora", "sócio administrador",
    "sócia administradora", "sócio gerente", "sócio proprietário", "sócia proprietária",
    "socio fondatore",
});
struct Level {
  Seniority seniority;
  std::span<const Phrase> phrases;
};
inline constexpr auto levels = std::to_array<Level>({
    {Seniority::owner, owner},
    {Seniority::partner, partner_of_the_firm},
    {Seniority::cxo, cxo},
    {Seniority::vp, vp},
    {Seniority::director, director},
    {Seniority::manager, manager},
    {Seniority::senior, senior},
    {Seniority::entry, entry},
    {Seniority::training, training},
    {Seniority::unpaid, unpaid},
});

/// The chair of a board, if the word stands alone.
inline constexpr auto chair = std::to_array<Phrase>({"chair", "ordförande", "formand"});

/// A C-level officer if `officer` follows. A `Chief Engineer` is not one.
inline constexpr auto chief = std::to_array<Phrase>({"chief"});
inline constexpr auto officer = std::to_array<Phrase>({"officer"});

/// What somebody may be called the owner of without owning a company: `Product Owner`.
inline constexpr auto owned = std::to_array<Phrase>({
    "account", "action", "api", "application", "area", "asset", "backlog", "budget", "capability", "case",
    "category", "chapter", "component", "content", "contract", "control", "customer", "data",
    "delivery", "design", "domain", "epic", "experience", "feature", "function", "functional",
    "incident", "initiative", "integration", "journey", "kpi", "market", "module", "operations",
    "outcome", "package", "pipeline", "platform", "po", "policy", "portfolio", "practice",
    "problem", "process", "product", "program", "programme", "project", "quality", "release",
    "requirement", "requirements", "risk", "scope", "security", "segment", "service", "solution",
    "solutions", "specification", "sprint", "stream", "system", "tech", "technical", "technology",
    "test", "theme", "tool", "topic", "transformation", "value", "workstream", "work",
    "produkt", "produit", "producto", "produto", "prodotto",
});

/// Words that make the level in front of them that of somebody else: `CEO Office Analyst`.
inline constexpr auto around = std::to_array<Phrase>({
    "office", "assistant", "secretary", "advisor", "adviser", "coach", "club", "forum",
    "roundtable", "summit", "intern", "trainee",
    // other languages
    "assistent", "assistentin", "asystent", "asystentka", "asistent", "asistentka", "assistente",
    "asistente", "sekretær", "sekreterare", "büro",
});
/// Words behind `partner` that keep it from being a level: a `Senior Partner Manager` manages
/// partners.
inline constexpr auto with_partners = std::to_array<Phrase>({
    "account", "alliances", "channel", "development", "director", "ecosystem", "enablement",
    "engineer", "engineering", "lead", "manager", "managerin", "management", "marketing",
    "onboarding", "operations", "program", "programs", "relations", "sales", "solutions",
    "specialist", "strategy", "success", "support", "technology",
});

/// Phrases with a word in them that looks like a level but is not.
inline constexpr auto none = std::to_array<Phrase>({
    "editor in chief", "commander in chief", "student advisor", "student adviser",
    "student affairs", "student success", "student services", "student life",
    "student recruitment",
});

/// Who works to or for somebody does not have their level. From here to the end of the title, no
/// level counts.
inline constexpr auto serving =
    std::to_array<Phrase>({"to", "for", "ea", "pa", "für", "pour", "para", "per", "voor", "til",
                           "till", "för", "dla"});
/// The same, but these are a level themselves: that of an assistant.
inline constexpr auto assisting = std::to_array<Phrase>({
    "executive assistant", "personal assistant", "assistenz", "assistentin der",
    "assistentin des", "assistent der", "assistent des", "assistante de", "assistant de",
    "assistente de", "asistente de", "secretary", "sekretärin", "sekretär", "secrétaire",
    "secretaria", "secretária", "segretaria", "segretario", "vorstandsassistent",
    "vorstandsassistentin",
});
/// The same for high levels, but only up to the next `and`: `Office of the CEO` is no CEO,
/// `Co-Founder of X and CEO` is.
inline constexpr auto belonging = std::to_array<Phrase>({
    "of", "de", "del", "der", "des", "du", "di", "della", "dell", "do", "da", "van", "von", "av",
    "af", "bei", "at", "chez", "hos",
});
/// Levels behind these, up to the next `and`, are of the past or of the future.
inline constexpr auto not_now = std::to_array<Phrase>({
    "former", "formerly", "ex", "retired", "past", "previously", "aspiring", "future",
    "ehemaliger", "ehemalige", "ancien", "ancienne", "voormalig", "tidligere", "tidigare",
    "były", "była", "bývalý", "bývalá",
});
/// Words that join two parts of a title.
inline constexpr auto conjunctions =
    std::to_array<Phrase>({"and", "und", "et", "y", "e", "og", "och", "en", "i", "a"});
/// Words that may follow a `Partner` that stands alone.
inline constexpr auto prepositions =
    std::to_array<Phrase>({"at", "of", "in", "with", "bei", "chez", "de", "del", "en", "da", "di",
                           "hos", "på", "w", "v", "for"});

// clang-format on

}  // namespace ssi::linkedin::title_words
