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
      {"training", {"Intern", "Marketing Intern", "Trainee", "Student at MIT", "Apprentice"}},
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
      {"entry", {"Assistentin", "Assistante", "Asistente", "Júnior"}},
      {"training",
       {"Praktikant", "Werkstudentin", "Stagiaire", "Étudiante", "ÉTUDIANT", "Becaria",
        "Estagiário", "Tirocinante"}},
      {"unpaid", {"Ehrenamtliche", "Bénévole", "Voluntaria", "Vrijwilliger"}},
  });
}

TEST_CASE("the highest of several levels counts") {
  check({
      {"owner", {"Founder & CEO", "CEO | Founder", "Partner and Owner", "Student, Founder of X"}},
      {"partner", {"Partner & CFO", "Partner Manager"}},
      {"cxo", {"President & Director", "VP to CEO"}},
      {"manager", {"Senior Manager", "Manager (former intern)"}},
      {"senior", {"Senior Associate"}},
  });
}

TEST_CASE("what only looks like a level is none") {
  check({
      {"none",
       {"Product Owner", "Process Owner", "HR Business Partner", "Founder's Office",
        "Channel Partner", "VPN Administrator", "Headhunter", "Codirector", "Overseer",
        "Internal Auditor", "Leadership Coach", "Ownership"}},
      {"senior", {"Senior Product Owner"}},
      {"manager", {"Partner Marketing Manager", "Business Partner Manager"}},
      {"owner", {"Product Owner & Co-Founder"}},
  });
}

TEST_CASE("a level of somebody else or of the past does not count") {
  check({
      {"entry",
       {"Assistant to the CEO", "Executive Assistant to the CEO", "Personal Assistant to President",
        "Assistante de Direction", "Assistentin der Geschäftsführung"}},
      {"none", {"Former CEO", "Ex-VP", "Retired Director", "ehemaliger Geschäftsführer"}},
      {"cxo", {"Former VP, now CEO", "Executive Assistant to the CEO | CFO"}},
      {"director", {"Director | Assistant to the CEO", "Former VP | Director"}},
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
