#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linkedin/kinds.hpp"

namespace ssi::linkedin {

/// One row of a table as it stands in its file.
struct Record {
  std::string_view text{};                 ///< the whole row
  std::vector<std::string_view> fields{};  ///< still with their quotes
  std::uint64_t line = 0;                  ///< the line on which it starts, from 1
  bool is_broken = false;                  ///< a quote is opened and never closed
};

/// Takes a text apart into records. Own code, as half of LinkedIn's files are not CSV: messages are
/// quoted with backslashes or not at all, and commas in searches are not quoted.
class RecordReader {
 public:
  RecordReader(std::string_view text, char separator) : text_{text}, separator_{separator} {}

  /// Reads the next record with the given framing. False at the end.
  [[nodiscard]] bool read(Framing framing, Record& record);

 private:
  void read_csv(Record& record);
  void read_dated(Record& record);
  void read_split(Record& record);
  void read_field(Record& record);
  [[nodiscard]] bool read_quoted();
  [[nodiscard]] bool at_separator(std::size_t at) const;
  [[nodiscard]] std::size_t behind_blanks(std::size_t at) const;
  [[nodiscard]] std::string_view take_line();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  // Set when a quote was not closed: from there on, none is looked for beyond its own line. Else
  // each further open quote would search the rest of the file, in quadratic time.
  bool by_line_ = false;
};

/// A field without the quotes around it, and with doubled quotes in it made single. `storage` holds
/// the text if it had to be changed.
[[nodiscard]] std::string_view unquoted(std::string_view field, std::string& storage);

/// Whether a line starts a row with `Framing::dated`: `2024-03-20 15:09:26,http`. Hardly any text
/// that a member writes has such a line.
[[nodiscard]] bool starts_dated(std::string_view line);

}  // namespace ssi::linkedin
