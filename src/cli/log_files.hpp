#pragma once

#include <string>
#include <vector>

namespace ssi {

/// The logs of a run, as files and as folders that are exports.
struct LogFiles {
  std::vector<std::string> files{};
  std::vector<std::string> passed_over{};  ///< files in folders that cannot be logs
};

/// What was named on the command line, with each folder of logs replaced by the logs in it and
/// below it, in the order of their names. A folder that is an export stays: it is one log.
[[nodiscard]] LogFiles log_files(const std::vector<std::string>& named);

/// What to call the member of a log that does not name them: the file's name without its
/// extension. LinkedIn's own name for an export says nothing, so for one that was found below a
/// folder in `named` that is the name of the folder around it.
[[nodiscard]] std::string member_name_of(const std::string& file,
                                         const std::vector<std::string>& named);

}  // namespace ssi
