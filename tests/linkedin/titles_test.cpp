#include "linkedin/titles.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace ssi::linkedin::test {
namespace {

std::string level_of(std::string_view title) {
  const auto level = seniority_of(title);
  return level ? std::string{name(*level)} : "none";
}

struct Titles {
  std::string_view level;
  std::vector<std::string_view> titles;
};

void check(const std::vector<Titles>& table) {
  for (const auto& [level, titles] : table) {
    for (const std::string_view title : titles) {
      INFO(title);
      CHECK(level_of(title) == level);
    }
  }
}

TEST_CASE("a title tells its level in English") {
  check({
      {"owner", {"Owner", "Co-Owner", "Founder", "Co-Founder & CEO", "Cofounder", "Proprietor"}},
      {"partner", {"Partner", "Managing Partner", "Partner, Tax", "General Partner at X"}},
      {"cxo",
       {"Chief Executive Officer", "Chief Happiness Officer", "CEO", "cfo", "C.T.O.", "CISO",
        "President", "Chairman", "Managing Director", "Deputy CFO"}},
      {"vp",
       {"VP Sales", "VP, Sales", "SVP", "EVP Marketing", "Vice President", "Vice-President Finance",
        "Senior Vice President", "Assistant Vice President", "V.P. of Sales", "Vice Chairman",
        "Regional Vice President"}},
      {"director",
       {"Director", "Director of Operations", "Head of Procurement", "Chief of Staff",
        "Board of Directors", "Senior Director", "Associate Director"}},
      {"manager",
       {"Account Manager", "Manager", "Supervisor", "Team Lead", "Senior Manager", "Mgr"}},
      {"senior", {"Senior Engineer", "Sr. Engineer", "Principal Engineer", "Lead Developer"}},
      {"entry", {"Junior Analyst", "Jr. Analyst", "Sales Associate", "Research Assistant"}},
      {"training",
       {"Intern", "CEO Intern", "Marketing Intern", "Trainee", "Student at MIT", "Apprentice"}},
      {"unpaid", {"Volunteer", "Unpaid helper"}},
      {"none",
       {"", " ", "Nurse", "Teacher", "Consultant", "Software Engineer", "Investor", "—", "🚀", "|"}},
  });
}

TEST_CASE("a title tells its level in other languages, in capitals or not") {
  check({
      {"owner",
       {"Inhaber", "Gründerin", "GRÜNDER", "Fondateur", "Propriétaire", "PROPRIÉTAIRE", "Fundadora",
        "Dueño", "Proprietário", "Fondatore", "Titolare", "Eigenaar", "Oprichter"}},
      {"partner", {"Associé", "Socio", "Sócia", "Gesellschafter", "Vennoot"}},
      {"cxo",
       {"Geschäftsführer", "GESCHÄFTSFÜHRERIN", "Vorstand", "Président", "Directeur Général",
        "DIRECTEUR GÉNÉRAL", "PDG", "Consejero Delegado", "Directora General", "Diretor Geral",
        "Amministratore Delegato", "Algemeen Directeur", "Presidente"}},
      {"vp",
       {"Vizepräsident Vertrieb", "Vice Président", "Vicepresidente Ventas", "Vice-Presidente",
        "Vicepresidenta"}},
      {"director",
       {"Direktor", "Bereichsleiterin", "Leiter Vertrieb", "Directeur commercial",
        "Directrice commerciale", "Directora de Ventas", "Diretor comercial",
        "Direttrice marketing"}},
      {"manager",
       {"Teamleiter", "Projektleiterin", "Responsable ventes", "Chef de projet", "Gerente",
        "Jefa de ventas", "Gestor", "Responsabile"}},
      {"senior", {"Sénior", "Analista Sênior"}},
      {"entry", {"Assistentin", "VD-assistent", "Assistante", "Asistente", "Júnior"}},
      {"training",
       {"Praktikant", "Werkstudentin", "Stagiaire", "Étudiante", "ÉTUDIANT", "Becaria",
        "Estagiário", "Tirocinante"}},
      {"unpaid", {"Ehrenamtliche", "Bénévole", "Voluntaria", "Vrijwilliger"}},
  });
}

TEST_CASE(
    "a title is understood without its accents, and in the languages of the north and the east") {
  check({
      {"owner",
       {"Grunder", "Gruender", "GRUENDERIN", "Proprietaire", "Eigent\u00FCmerin", "Ejer",
        "Indehaver", "Medstifter", "Eier", "Grundare", "\u00C4gare", "Agare",
        "W\u0142a\u015Bciciel", "Wlascicielka", "Wsp\u00F3\u0142za\u0142o\u017Cyciel", "Majitel",
        "Zakladatelka"}},
      {"partner",
       {"Wsp\u00F3lnik", "Spole\u010Dn\u00EDk", "Socio Director", "S\u00F3cia Administradora",
        "Gesch\u00E4ftsf\u00FChrender Gesellschafter"}},
      {"cxo",
       {"Directeur General", "Geschaeftsfuehrerin", "Geschaftsfuhrer", "Vorstandin", "VD",
        "Verkst\u00E4llande direkt\u00F6r", "Adm. direkt\u00F8r", "Administrerende direktor",
        "Daglig leder", "Bestyrelsesformand", "Prezes Zarz\u0105du", "Cz\u0142onek zarz\u0105du",
        "Directora Gerente", "Adm. dir.", "Finanzvorstand", "Jednatelka",
        "Gener\u00E1ln\u00ED \u0159editel", "Gerente General", "G\u00E9rante"}},
      {"vp", {"Wiceprezes", "Vicedirekt\u00F8r", "M\u00EDstop\u0159edseda"}},
      {"director", {"\u0158editel", "Reditelka", "Direkt\u00F8r", "Dyrektor Sprzeda\u017Cy"}},
      {"manager", {"Supervisora", "Kierownik", "Vedouc\u00ED"}},
  });
}

TEST_CASE("the highest of several levels counts") {
  check({
      {"owner", {"Founder & CEO", "CEO | Founder", "Partner and Owner", "Student, Founder of X"}},
      {"partner", {"Partner & CFO", "Director, Partner"}},
      {"cxo", {"President & Director", "VP, CEO"}},
      {"manager", {"Senior Manager", "Manager (former intern)"}},
      {"senior", {"Senior Associate"}},
  });
}

TEST_CASE("what only looks like a level is none") {
  check({
      {"none",
       {"Chief Engineer",
        "Chief Accountant",
        "Chief Architect",
        "Editor-in-Chief",
        "Talent Acquisition Partner",
        "Client Partner",
        "People & Culture Partner",
        "Strategic Partner",
        "Partner Acquisition",
        "Solution Owner",
        "Capability Owner",
        "Feature Owner",
        "Value Stream Owner",
        "Technical Owner",
        "CEO Office Analyst",
        "API Owner",
        "CEO Coach",
        "International Student Advisor",
        "Department Chair",
        "Chair Designer",
        "Product Owner",
        "Process Owner",
        "HR Business Partner",
        "Founder's Office",
        "Channel Partner",
        "VPN Administrator",
        "Headhunter",
        "Codirector",
        "Overseer",
        "Internal Auditor",
        "Leadership Coach",
        "Ownership"}},
      {"senior", {"Senior Product Owner"}},
      {"manager",
       {"Partner Marketing Manager", "Business Partner Manager", "Partner Manager",
        "Senior Partner Manager", "Chief Manager"}},
      {"director", {"Partner Director of Product", "Head of Partner Sales"}},
      {"training", {"Student Partner", "Student Council President", "Trainee Vice President"}},
      {"owner",
       {"Product Owner & Co-Founder", "Business Owner", "Salon Owner", "Owner/Operator",
        "Co\u2013Founder", "Co\u2010Founder", "Co Founder", "Owner \u2014 Acme",
        "Owner \u00B7 Acme"}},
      {"partner",
       {"Partner @ Acme", "Partner - Acme", "Founding Partner", "Senior Partner", "Equity Partner",
        "Law Partner", "Managing Partner DACH", "Partner (Audit)", "Director & Partner"}},
      {"cxo",
       {"Chairperson", "Chair of the Board", "Chair", "Chair at Acme", "Board Chair",
        "Chief Executive", "Chief Product and Technology Officer"}},
  });
}

TEST_CASE("a level of somebody else or of the past does not count") {
  check({
      {"entry",
       {"Assistant to the CEO", "Executive Assistant to the CEO", "Personal Assistant to President",
        "Assistante de Direction", "Assistentin der Geschäftsführung"}},
      {"none",
       {"EA to the CEO", "PA to Managing Director", "Advisor to the CEO and President",
        "Coach for CEO", "Office of the CEO", "Wife of the President", "Aspiring CEO"}},
      {"entry", {"Secretary to the CEO", "Secretary of the President"}},
      {"training", {"Intern to CEO"}},
      {"vp", {"VP to CEO", "Vice President of Sales for the CEO"}},
      {"owner", {"Co-Founder of Acme and CEO", "Advisor to startups | Owner"}},
      {"none", {"Former CEO", "Ex-VP", "Retired Director", "ehemaliger Geschäftsführer"}},
      {"cxo", {"Former VP, now CEO", "Executive Assistant to the CEO | CFO"}},
      {"director",
       {"Director | Assistant to the CEO", "Former VP | Director", "Chief of Staff to the CEO"}},
  });
}

TEST_CASE("a title is read in a time that grows with its length") {
  const auto seconds_for = [](std::size_t words) {
    std::string title;
    for (std::size_t i = 0; i < words; ++i) title += i % 2 == 0 ? "vice " : "| ";
    const auto start = std::chrono::steady_clock::now();
    (void)seniority_of(title);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  CHECK(seconds_for(200'000) < 5);
}

}  // namespace
}  // namespace ssi::linkedin::test
