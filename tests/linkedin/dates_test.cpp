#include "linkedin/dates.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linkedin/month_names.hpp"
#include "support/catch.hpp"

namespace ssi::linkedin::test {
namespace {

// `2024-03-20 15:09:26`, or nothing.
std::string shown(std::optional<Moment> moment) {
  using namespace std::chrono;
  if (!moment) return "";
  const auto day = floor<days>(*moment);
  const year_month_day date{day};
  const hh_mm_ss time{*moment - day};
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", int{date.year()},
                     unsigned{date.month()}, unsigned{date.day()}, time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

TEST_CASE("a date is read in every way in which an export writes one") {
  const std::vector<std::pair<std::string, std::string>> written = {
      // Shares, comments, reactions, reposts, messages
      {"2024-03-20 15:09:26", "2024-03-20 15:09:26"},
      {"2024-03-20 15:09:26 UTC", "2024-03-20 15:09:26"},
      {"2017/06/08 08:15:44 UTC", "2017-06-08 08:15:44"},
      {"2024-03-20 15:09", "2024-03-20 15:09:00"},
      {"2024-03-20T15:09:26Z", "2024-03-20 15:09:26"},
      {"2024-03-20", "2024-03-20 00:00:00"},
      {"2024-12-31 23:59:60", "2025-01-01 00:00:00"},  // a leap second
      {"0001-01-01 00:00:00", "0001-01-01 00:00:00"},
      {"9999-12-31 23:59:59", "9999-12-31 23:59:59"},
      // Connections
      {"16 Dec 2024", "2024-12-16 00:00:00"},
      {"6 December 2024", "2024-12-06 00:00:00"},
      {"01 jan 2000", "2000-01-01 00:00:00"},
      {"29 FEB 2024", "2024-02-29 00:00:00"},
      // Invitations, recommendations, connections of 2018
      {"6/17/23, 6:18 AM", "2023-06-17 06:18:00"},
      {"6/17/23, 6:18 PM", "2023-06-17 18:18:00"},
      {"1/8/18, 12:00 AM", "2018-01-08 00:00:00"},
      {"1/8/18, 12:59 PM", "2018-01-08 12:59:00"},
      {"05/25/24, 08:54 PM", "2024-05-25 20:54:00"},
      {"05/25/2024, 08:54 PM", "2024-05-25 20:54:00"},
      {"6/17/23, 6:18 pm", "2023-06-17 18:18:00"},
      {"6/17/23, 18:18", "2023-06-17 18:18:00"},
      {"6/17/23", "2023-06-17 00:00:00"},
      {"12/31/99, 11:59 PM", "2099-12-31 23:59:00"},  // two digits are of this century
      // with the no-break spaces of newer writers, and spaces around
      {"6/17/23, 6:18\u202FPM", "2023-06-17 18:18:00"},
      {"6/17/23,\u00A06:18\u00A0PM", "2023-06-17 18:18:00"},
      {"  2024-03-20 15:09:26 \r", "2024-03-20 15:09:26"},
  };
  for (const auto& [text, moment] : written) {
    INFO(text);
    CHECK(shown(parse_moment(text)) == moment);
  }
}

TEST_CASE("what is no date, or none of the calendar, is not read as one") {
  for (const std::string_view text : {"",
                                      " ",
                                      "soon",
                                      "0",
                                      "2024",
                                      "2024-03",
                                      "2024-13-01",
                                      "2024-00-01",
                                      "2024-02-30 10:00:00",
                                      "2023-02-29",
                                      "2024-03-00",
                                      "2024-03-20 24:00:00",
                                      "2024-03-20 15:60:00",
                                      "2024-03-20 15:09:61",
                                      "2024-03-20 15",
                                      "2024-03-20 15:",
                                      "2024-03-20 15:09:26 PST",
                                      "2024-03-20 15:09:26 and more",
                                      "-2024-03-20",
                                      "20240-03-20",
                                      "2024-003-20",
                                      "31 Feb 2021",
                                      "31 Apr 2021",
                                      "0 Jan 2021",
                                      "1 Foo 2021",
                                      "1 Mon 2021",
                                      "--- 1 Jan 2021",
                                      "M 1 Jan 2021",
                                      "Mon",
                                      "Mon, ",
                                      "Mon Tue 1 Jan 2021",
                                      "2021. Foo 1.",
                                      "1 Ja 2021",
                                      "1 jui 2021",  // juin or juillet
                                      "1 Janus 2021",
                                      "Jan 1 21",
                                      "Dec 32, 2025",
                                      "32-Dec-25",
                                      "16-Dec-025",
                                      "32.12.2025",
                                      "16.13.2025",
                                      "16.12-2025",
                                      "16/12-2025",
                                      "16.12",
                                      "45277",
                                      "1 Jan 20210",
                                      "1 Jan",
                                      "Jan 2024",  // a month has no day
                                      "13/45/21, 6:18 AM",
                                      "13/1/21, 6:18 AM",
                                      "2/30/21, 6:18 AM",
                                      "6/17/23, 0:18 AM",
                                      "6/17/23, 13:18 PM",
                                      "6/17/23, 6:18 XM",
                                      "6/17/2, 6:18 AM",
                                      "6/17/023, 6:18 AM",
                                      "6/17, 6:18 AM",
                                      "99999999999999999999-01-01"}) {
    INFO(text);
    CHECK(shown(parse_moment(text)) == "");
  }
}

TEST_CASE("a date is read as a spreadsheet has saved it") {
  const std::vector<std::pair<std::string, std::string>> written = {
      {"18-Jun-24", "2024-06-18 00:00:00"},
      {"18-Jun-2024", "2024-06-18 00:00:00"},
      {"8-May-24", "2024-05-08 00:00:00"},
      {"30-oct-09", "2009-10-30 00:00:00"},
      {"18 Jun 24", "2024-06-18 00:00:00"},
      {"18/Jun/2024 10:05", "2024-06-18 10:05:00"},
      {"2024-Jun-18", "2024-06-18 00:00:00"},
      {"Dec 16, 2025", "2025-12-16 00:00:00"},
      {"December 16th, 2025, 6:18 PM", "2025-12-16 18:18:00"},
      {"Dec. 16 2025", "2025-12-16 00:00:00"},
      {"16th of December 2025", "2025-12-16 00:00:00"},
      {"16.12.2025", "2025-12-16 00:00:00"},
      {"06.07.25", "2025-07-06 00:00:00"},
      {"16.12.2025 10:05:33", "2025-12-16 10:05:33"},
      {"16.12.2025, 10.05", "2025-12-16 10:05:00"},
      {"16/12/2025 10:00 a. m.", ""},  // no month, unless the column has the day first
      {"2025.12.16", "2025-12-16 00:00:00"},
      {"2025-12-16T10:05:33.123+00:00", "2025-12-16 10:05:33"},
      {"1. Jänner 2025", "2025-01-01 00:00:00"},
      {"16. Dezember 2025", "2025-12-16 00:00:00"},
      {"16. Dez. 25", "2025-12-16 00:00:00"},
      {"16. desember 2025", "2025-12-16 00:00:00"},
      {"16. 12. 2025", "2025-12-16 00:00:00"},
      {"16. 12. 2025 18:14", "2025-12-16 18:14:00"},
      {"2025. 12. 16.", "2025-12-16 00:00:00"},
      {"16 augusti 2025", "2025-08-16 00:00:00"},
      {"3. M\u00E4rz 2025", "2025-03-03 00:00:00"},
      {"3 Mrz 2025", "2025-03-03 00:00:00"},
      {"16 d\u00E9c. 2025", "2025-12-16 00:00:00"},
      {"1er f\u00E9vr. 2025", "2025-02-01 00:00:00"},
      {"16-ao\u00FBt-25", "2025-08-16 00:00:00"},
      {"16 AO\u00DBT 2025", "2025-08-16 00:00:00"},
      {"16 juil. 2025", "2025-07-16 00:00:00"},
      {"16-dic-25", "2025-12-16 00:00:00"},
      {"16 de diciembre de 2025", "2025-12-16 00:00:00"},
      {"16 ene 2025", "2025-01-16 00:00:00"},
      {"16 de set. de 2025", "2025-09-16 00:00:00"},
      {"16/fev/2025", "2025-02-16 00:00:00"},
      {"16 maggio 2025", "2025-05-16 00:00:00"},
      {"16-gen-25", "2025-01-16 00:00:00"},
      {"16-mrt-25", "2025-03-16 00:00:00"},
      {"16 mei 2025", "2025-05-16 00:00:00"},
      {"16. maj 2025", "2025-05-16 00:00:00"},
      {"16-okt-25", "2025-10-16 00:00:00"},
      {"2025. december 16.", "2025-12-16 00:00:00"},
      {"2025. febr. 6.", "2025-02-06 00:00:00"},
      {"16.Ara.2025", "2025-12-16 00:00:00"},
      {"Tue, 16 Dec 2025", "2025-12-16 00:00:00"},
      {"Tue, 16 Dec 2025 10:05:33 +0000", "2025-12-16 10:05:33"},
      {"Tuesday, December 16, 2025", "2025-12-16 00:00:00"},
      {"วันอังคาร 16.12.2025", "2025-12-16 00:00:00"},
      {"TUE 12/16/2025", "2025-12-16 00:00:00"},
      {"Dienstag, 16. Dezember 2025", "2025-12-16 00:00:00"},
      {"Di., 16.12.25", "2025-12-16 00:00:00"},
      {"ter\u00E7a-feira, 16 de dezembro de 2025", "2025-12-16 00:00:00"},
      {"tirsdag den 16. december 2025", "2025-12-16 00:00:00"},
      {"mar. 16 d\u00E9c. 2025", "2025-12-16 00:00:00"},
      {"Mar. 16, 2025", "2025-03-16 00:00:00"},
  };
  for (const auto& [text, moment] : written) {
    INFO(text);
    CHECK(shown(parse_moment(text)) == moment);
  }
}

// The words of a line, with a blank between each two.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    words.push_back(line.substr(0, line.find(' ')));
    line.remove_prefix(std::min(words.back().size() + 1, line.size()));
  }
  return words;
}

TEST_CASE("a month has its names and abbreviations in nineteen languages") {
  // CLDR 48, from which a spreadsheet has them
  for (const std::string_view names :
       {"January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Jan Feb März Apr Mai Juni Juli Aug Sept Okt Nov Dez",
        "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv févr mars avr mai juin juil août sept oct nov déc",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sept oct nov dic",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan fev mar abr mai jun jul ago set out nov dez",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "januar februar marts april maj juni juli august september oktober november december",
        "jan feb mar apr maj jun jul aug sep okt nov dec",
        "januar februar mars april mai juni juli august september oktober november desember",
        "jan feb mars apr mai juni juli aug sep okt nov des",
        "jan feb mar apr mai jun jul aug sep okt nov des",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "jan feb mars apr maj juni juli aug sep okt nov dec",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
        "listopada grudnia",
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad "
        "grudzień",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
        "led úno bře dub kvě čvn čvc srp zář říj lis pro",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie "
        "decembrie",
        "ian feb mar apr mai iun iul aug sept oct nov dec",
        "január február március április május június július augusztus szeptember október november "
        "december",
        "jan febr márc ápr máj jún júl aug szept okt nov dec",
        "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
        "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta "
        "syyskuuta lokakuuta marraskuuta joulukuuta",
        "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu "
        "marraskuu joulukuu",
        "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
        "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des",
        "Januari Februari Mac April Mei Jun Julai Ogos September Oktober November Disember",
        "Jan Feb Mac Apr Mei Jun Jul Ogo Sep Okt Nov Dis",
        "Enero Pebrero Marso Abril Mayo Hunyo Hulyo Agosto Setyembre Oktubre Nobyembre Disyembre",
        "Ene Peb Mar Abr May Hun Hul Ago Set Okt Nob Dis"}) {
    const auto words = words_of(names);
    REQUIRE(words.size() == 12);
    for (std::size_t i = 0; i < words.size(); ++i) {
      INFO(words[i]);
      CHECK(shown(parse_moment(fmt::format("16 {} 2025", words[i]))) ==
            fmt::format("2025-{:02}-16 00:00:00", i + 1));
    }
  }
}

TEST_CASE("no start of a name means two months, but for three that no language writes") {
  std::vector<OtherMonth> names{other_months.begin(), other_months.end()};
  for (const Months& months : month_names) {
    for (int i = 0; i < 12; ++i) names.push_back({months.at(static_cast<std::size_t>(i)), i + 1});
  }
  std::set<std::string_view> starts;
  for (const OtherMonth& a : names) {
    for (const OtherMonth& b : names) {
      const auto same = std::ranges::mismatch(a.name, b.name).in1 - a.name.begin();
      if (a.month != b.month && same > 2) {
        starts.insert(a.name.substr(0, static_cast<std::size_t>(same)));
      }
    }
  }
  // In Czech, červen is June and červenec July; in Finnish, marraskuu is November.
  CHECK(starts == std::set<std::string_view>{"jui", "cerv", "cerven", "mar"});
  CHECK(shown(parse_moment("1 cerv 2025")) == "");
}

TEST_CASE("a weekday may stand in front of a date, in nineteen languages") {
  for (const std::string_view names :
       {"Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "Mon Tue Wed Thu Fri Sat Sun",
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "Mo Di Mi Do Fr Sa So",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lun mar mer jeu ven sam dim",
        "lunes martes miércoles jueves viernes sábado domingo",
        "lun mar mié jue vie sáb dom",
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "seg ter qua qui sex sáb dom",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "lun mar mer gio ven sab dom",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "ma di wo do vr za zo",
        "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        "man tirs ons tors fre lør søn",
        "man tir ons tor fre lør søn",
        "måndag tisdag onsdag torsdag fredag lördag söndag",
        "mån tis ons tors fre lör sön",
        "poniedziałek wtorek środa czwartek piątek sobota niedziela",
        "pon wt śr czw pt sob niedz",
        "pondělí úterý středa čtvrtek pátek sobota neděle",
        "po út st čt pá so ne",
        "luni marți miercuri joi vineri sâmbătă duminică",
        "lun mar mie joi vin sâm dum",
        "hétfő kedd szerda csütörtök péntek szombat vasárnap",
        "Sze Cs Szo",
        "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
        "Pzt Sal Çar Per Cum Cmt Paz",
        "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
        "ma ti ke to pe la su",
        "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
        "Sen Sel Rab Kam Jum Sab Min",
        "Isnin Selasa Rabu Khamis Jumaat Sabtu Ahad",
        "Isn Sel Rab Kha Jum Sab Ahd",
        "Lunes Martes Miyerkules Huwebes Biyernes Sabado Linggo",
        "Lun Mar Miy Huw Biy Sab Lin"}) {
    for (const std::string_view name : words_of(names)) {
      INFO(name);
      for (const char* form : {"{}, 16 Dec 2025", "{} 16.12.2025", "{}. 2025-12-16"}) {
        CHECK(shown(parse_moment(fmt::format(fmt::runtime(form), name))) == "2025-12-16 00:00:00");
      }
    }
  }
}

TEST_CASE("the order of numbers between slashes and hyphens is that of the column") {
  const auto day_first = [](std::string_view text) {
    return shown(parse_moment(text, DateOrder::day_first));
  };
  CHECK(day_first("6/7/24, 6:18 AM") == "2024-07-06 06:18:00");
  CHECK(day_first("16/12/2025 10:00") == "2025-12-16 10:00:00");
  CHECK(day_first("16/12/2025 10:00 a. m.") == "2025-12-16 10:00:00");
  CHECK(day_first("16-12-25") == "2025-12-16 00:00:00");
  CHECK(day_first("6/17/24") == "");
  CHECK(day_first("06.07.24") == "2024-07-06 00:00:00");
  CHECK(day_first("2024/06/07") == "2024-06-07 00:00:00");
  CHECK(shown(parse_moment("06.07.24", DateOrder::month_first)) == "2024-07-06 00:00:00");
  CHECK(shown(parse_moment("6-7-24", DateOrder::month_first)) == "2024-06-07 00:00:00");
}

TEST_CASE("a column of dates proves its order, or has that of its dialect") {
  const auto order_of = [](const std::vector<std::string_view>& dates, char separator = ',') {
    DateColumn column;
    for (const std::string_view date : dates) column.add(date);
    const auto order = column.order(separator);
    return !order ? "both" : *order == DateOrder::day_first ? "day first" : "month first";
  };
  CHECK(order_of({"1/2/24", "13/2/24"}) == std::string{"day first"});
  CHECK(order_of({"13/2/24", "1/2/24", "soon", ""}) == std::string{"day first"});
  CHECK(order_of({"01/02/2024", "02/13/2024"}) == std::string{"month first"});
  CHECK(order_of({"Thu 1/2/24", "Tue, 13/2/24"}) == std::string{"day first"});
  CHECK(order_of({"1/13/24", "13/1/24"}) == std::string{"both"});
  CHECK(order_of({"12/12/24"}) == std::string{"month first"});
  CHECK(order_of({"1/2/24", "13.2.24", "2024-02-13", "13 Feb 2024"}) == std::string{"month first"});
  // where nothing proves it
  CHECK(order_of({"1/8/18, 6:14 PM"}) == std::string{"month first"});
  CHECK(order_of({"05/06/24, 08:54 PM"}) == std::string{"month first"});
  CHECK(order_of({"1/2/2024 10:00"}) == std::string{"month first"});
  CHECK(order_of({"1/2/2024 10:00"}, '\t') == std::string{"month first"});
  CHECK(order_of({"1/2/2024 10:00"}, ';') == std::string{"day first"});
  CHECK(order_of({"01/10/2024 10:00"}) == std::string{"day first"});
  CHECK(order_of({"1-2-2024"}) == std::string{"day first"});
}

TEST_CASE("a time in California becomes UTC, whichever side of a switch it is on") {
  const std::vector<std::pair<std::string, std::string>> moments = {
      // an hour either side of each switch, in the years of the earliest and the latest Sundays
      {"2024-03-10 01:59:59", "2024-03-10 09:59:59"},
      {"2024-03-10 02:00:00", "2024-03-10 09:00:00"},  // an hour that no clock shows
      {"2024-03-10 03:00:00", "2024-03-10 10:00:00"},
      {"2024-11-03 00:59:59", "2024-11-03 07:59:59"},
      {"2024-11-03 01:30:00", "2024-11-03 08:30:00"},  // shown twice: the first time
      {"2024-11-03 02:00:00", "2024-11-03 10:00:00"},
      {"2015-03-08 01:59:59", "2015-03-08 09:59:59"},
      {"2015-03-08 03:00:00", "2015-03-08 10:00:00"},
      {"2015-11-01 01:59:59", "2015-11-01 08:59:59"},
      {"2015-11-01 02:00:00", "2015-11-01 10:00:00"},
      {"2020-03-14 12:00:00", "2020-03-14 19:00:00"},
      {"2021-03-13 23:59:59", "2021-03-14 07:59:59"},
      {"2021-03-14 03:00:00", "2021-03-14 10:00:00"},
      {"2021-11-07 01:59:59", "2021-11-07 08:59:59"},
      {"2021-11-07 02:00:00", "2021-11-07 10:00:00"},
      // both ends of the year, and over the end of a day
      {"2024-01-01 00:00:00", "2024-01-01 08:00:00"},
      {"2024-12-31 15:59:59", "2024-12-31 23:59:59"},
      {"2024-12-31 16:00:00", "2025-01-01 00:00:00"},
      {"2024-07-01 16:59:59", "2024-07-01 23:59:59"},
      {"2024-07-01 17:00:00", "2024-07-02 00:00:00"},
  };
  for (const auto& [local, utc] : moments) {
    INFO(local);
    CHECK(shown(from_pacific(parse_moment(local).value())) == utc);
  }
}

TEST_CASE("the switches are on the second Sunday of March and the first of November") {
  using namespace std::chrono;
  for (int y = 2007; y <= 2040; ++y) {
    int summer_days = 0;
    for (sys_days day = sys_days{year{y} / 1 / 1}; day < sys_days{year{y} / 12 / 31};
         day += days{1}) {
      const auto hours_of = [&](sys_days of) {
        return (from_pacific(of + hours{12}) - (of + hours{12})) / hours{1};
      };
      if (hours_of(day) == 7) ++summer_days;
      if (hours_of(day) == hours_of(day + days{1})) continue;
      const year_month_day next{day + days{1}};
      INFO(y);
      CHECK(weekday{day + days{1}} == Sunday);
      if (next.month() == March) {
        CHECK((next.day() > std::chrono::day{7} && next.day() < std::chrono::day{15}));
      } else {
        CHECK((next.month() == November && next.day() < std::chrono::day{8}));
      }
    }
    CHECK(summer_days == 238);
  }
}

TEST_CASE("an export has its date in its name") {
  const std::vector<std::pair<std::string, std::string>> names = {
      {"Complete_LinkedInDataExport_11-22-2026.zip", "2026-11-22 00:00:00"},
      {"Basic_LinkedInDataExport_01-02-2020 (1).zip", "2020-01-02 00:00:00"},
      {"Complete_LinkedInDataExport_11-22-2026", "2026-11-22 00:00:00"},
      {"Complete_LinkedInDataExport_1-2-2026.zip", "2026-01-02 00:00:00"},
      {"my LinkedInDataExport_11-22-2026/Connections.csv", "2026-11-22 00:00:00"},
      {"Complete_LinkedInDataExport.zip", ""},
      {"Complete_LinkedInDataExport_13-22-2026.zip", ""},
      {"Complete_LinkedInDataExport_02-30-2026.zip", ""},
      {"Complete_LinkedInDataExport_11-22-26.zip", ""},
      {"11-22-2026", ""},  // of whatever that is
      {"CV 01-15-2019.pdf", ""},
      {"LinkedIn 11-22-2026.zip", ""},
      {"", ""},
  };
  for (const auto& [name, date] : names) {
    INFO(name);
    CHECK(shown(date_in_name(name)) == date);
  }
}

}  // namespace
}  // namespace ssi::linkedin::test
