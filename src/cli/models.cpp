#include "cli/models.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "cli/console.hpp"
#include "cli/files.hpp"

namespace ssi {

Model load_model(const std::string& name) {
  if (name == model_v1().name) return model_v1();
  errno = 0;
  std::error_code ignored;
  std::ifstream file{name, std::ios::binary};
  std::string text(model_size_limit + 1, '\0');
  if (std::filesystem::is_directory(name, ignored)) errno = EISDIR;
  if (errno == 0) file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (errno != 0) {
    const int why = errno;
    const std::string hint = why == ENOENT ? file_hint(name) : "";
    throw CommandError{fmt::format(
        "model '{}': {}{}", visible(name), std::generic_category().message(why),
        hint.empty() ? fmt::format("; the built-in model is '{}'", model_v1().name) : hint)};
  }
  if (text.size() > model_size_limit) {
    throw CommandError{fmt::format("model '{}': above {}, which no model needs", visible(name),
                                   byte_size(model_size_limit))};
  }
  Result<Model> model = parse_model(text, name);
  if (model) return *model;
  std::string lines;
  for (const Diagnostic& d : model.error()) lines += to_string(d) + '\n';
  throw CommandError{lines};
}

}  // namespace ssi
