#include "base/wide_text.hpp"

#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace ssi::test {
namespace {

using namespace std::string_literals;

// `UTF-16`, the size of the mark and which byte of a unit is the lowest; empty for other text.
std::string form_of(std::string_view start) {
  const auto form = wide_text(start);
  if (!form) return "";
  return std::string{form->name} + " " + std::to_string(form->mark.size()) + " " +
         std::to_string(form->low);
}

TEST_CASE("text of two or four bytes a character shows by its mark or by ASCII in it") {
  const struct {
    std::string start;
    std::string form;
  } table[] = {
      {"\xFF\xFE"s, "UTF-16 2 0"},
      {"\xFE\xFF"s, "UTF-16 2 1"},
      {"\xFF\xFE{\0"s, "UTF-16 2 0"},
      {"\xFF\xFE\0\0"s, "UTF-32 4 0"},
      {"\0\0\xFE\xFF"s, "UTF-32 4 3"},
      {"{\0}\0"s, "UTF-16 0 0"},
      {"\0{\0}"s, "UTF-16 0 1"},
      {"D\0a\0t\0e\0\x80\x01"s, "UTF-16 0 0"},
      {"{\0\0\0"s, "UTF-32 0 0"},
      {"\0\0\0{"s, "UTF-32 0 3"},
      {"{\0\0\0}\0\0\0"s, "UTF-32 0 0"},
      {""s, ""},
      {"\0"s, ""},
      {"{\0"s, ""},
      {"{\0}"s, ""},
      {"Date"s, ""},
      {"\xEF\xBB\xBF{}"s, ""},
      {"\0\0\0\0"s, ""},
      {"{}\0\0"s, ""},
      {"{\0}\0a"s, "UTF-16 0 0"},
      {"{\0}\0ab"s, ""},
      {"\x80\0\x81\0"s, ""},
      {"\0\0\0\x18"s + "ftypmp42", ""},  // a film
      {"\0\1\0\0\0\x0F"s, ""},           // a font
  };
  for (const auto& [start, form] : table) {
    INFO(start.size() << " bytes, " << form);
    CHECK(form_of(start) == form);
  }
}

}  // namespace
}  // namespace ssi::test
