#pragma once

#include <array>
#include <string_view>

// The names of the months, without accents, in the languages of LinkedIn that use Latin letters, as
// spreadsheets write them: English, German, French, Spanish, Portuguese, Italian, Dutch, Danish,
// Norwegian, Swedish, Polish, Czech, Romanian, Hungarian, Turkish, Finnish, Indonesian, Malay and
// Filipino. From Unicode's CLDR 48: wide and abbreviated, in a date and alone.
namespace ssi::linkedin {

/// The names of the months, a row for each language. Polish and Czech decline them: they have a row
/// for a month alone and one for a month in a date.
using Months = std::array<std::string_view, 12>;
inline constexpr auto month_names = std::to_array<Months>({
    {"january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december"},
    {"januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober",
     "november", "dezember"},
    {"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
     "octobre", "novembre", "decembre"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
     "octubre", "noviembre", "diciembre"},
    {"janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro",
     "outubro", "novembro", "dezembro"},
    {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
     "ottobre", "novembre", "dicembre"},
    {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
     "oktober", "november", "december"},
    {"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
     "november", "december"},
    {"styczen", "luty", "marzec", "kwiecien", "maj", "czerwiec", "lipiec", "sierpien", "wrzesien",
     "pazdziernik", "listopad", "grudzien"},
    {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "wrzesnia",
     "pazdziernika", "listopada", "grudnia"},
    {"leden", "unor", "brezen", "duben", "kveten", "cerven", "cervenec", "srpen", "zari", "rijen",
     "listopad", "prosinec"},
    {"ledna", "unora", "brezna", "dubna", "kvetna", "cervna", "cervence", "srpna", "zari", "rijna",
     "listopadu", "prosince"},
    {"ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie",
     "octombrie", "noiembrie", "decembrie"},
    {"januar", "februar", "marcius", "aprilis", "majus", "junius", "julius", "augusztus",
     "szeptember", "oktober", "november", "december"},
    {"ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim",
     "kasim", "aralik"},
    {"tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesakuuta",
     "heinakuuta", "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta"},
});

/// Names and abbreviations that are not the start of a name above: Austrian, German, Dutch,
/// Spanish, Swedish, Norwegian, Czech, Indonesian, Malay, Filipino.
struct OtherMonth {
  std::string_view name;
  int month;
};
inline constexpr auto other_months = std::to_array<OtherMonth>(
    {{"janner", 1},     {"mrz", 3},       {"mrt", 3},   {"setiembre", 9}, {"augusti", 8},
     {"desember", 12},  {"cvn", 6},       {"cvc", 7},   {"maret", 3},     {"agustus", 8},
     {"mac", 3},        {"julai", 7},     {"ogos", 8},  {"disember", 12}, {"pebrero", 2},
     {"marso", 3},      {"hunyo", 6},     {"hulyo", 7}, {"setyembre", 9}, {"oktubre", 10},
     {"nobyembre", 11}, {"disyembre", 12}});

}  // namespace ssi::linkedin
