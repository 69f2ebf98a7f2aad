#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linkedin/kinds.hpp"

namespace ssi::linkedin {

/// One row of a table as it stands in its file.
struct Record {
  std::string_view text{};                 ///< all of it
  std::vector<std::string_view> fields{};  ///< with the quotes around them
  std::uint64_t line = 0;                  ///< on which it starts, from 1
  bool is_broken = false;                  ///< a quote is opened and never closed
};

/// Takes a text apart into records.
class RecordReader {
 public:
  RecordReader(std::string_view text, char separator) : text_{text}, separator_{separator} {}

  /// Reads the next record, framed as told. False where there is none.
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
  bool by_line_ = false;  // once a quote was not closed, none is looked for beyond its line
};

/// A field without its quotes, the doubled ones in it halved. What has to be written anew for that
/// is kept in `storage`.
[[nodiscard]] std::string_view unquoted(std::string_view field, std::string& storage);

/// Whether a line starts a row of `Framing::dated`: `2024-03-20 15:09:26,http`.
[[nodiscard]] bool starts_dated(std::string_view line);

}  // namespace ssi::linkedin
