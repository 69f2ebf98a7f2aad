#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ssi/activity.hpp>
#include <ssi/diagnostic.hpp>
#include <ssi/log.hpp>
#include <ssi/names.hpp>

namespace ssi {

/// A part of the copy of their data that LinkedIn gives a member: a ZIP, one CSV file of it, the
/// XLSX of their creator analytics, the JSON of its API, or the folder in which a ZIP was unpacked
/// or several ZIPs lie.
struct ExportPart {
  std::string name{};                    ///< its path, or what to call it in messages
  std::unique_ptr<std::istream> stream;  ///< null: the folder at `name`. A ZIP must allow seeking.
};

/// Why a row of an export is no activity.
enum class SetAside {
  repeated,
  joined,
  same_relation,
  received,
  unattributed,
  draft,
  spam,
  sponsored,
  invitation_note,
  alert,
  search_repeat,
  own_content,
  unpublished,
  medium,
  not_accepted,
  of_no_share,
};
/// The reasons as a sentence goes on behind a number of rows.
template <>
inline constexpr std::array<std::string_view, 16> names_of<SetAside> = {
    "the same in another file",
    "told by a connection",
    "of a relation told already",
    "written by others",
    "of a sender unknown",
    "as a draft",
    "as spam",
    "sponsored",
    "as the note of an invitation",
    "run by LinkedIn for a job alert",
    "repeated within a minute",
    "on a share of the member",
    "not published",
    "as a medium of a share",
    "not accepted or not shown",
    "of a post that is no share in it",
};
static_assert(is_named_to<SetAside>(SetAside::of_no_share));

/// What became of the rows of one file, or of the articles of one folder: each counts, is set aside
/// or cannot be read.
struct FileAccount {
  std::string name{};
  std::uint64_t rows = 0;     ///< blank ones aside
  std::uint64_t counted = 0;  ///< as an activity, or in the profile
  std::uint64_t unreadable = 0;
  std::array<std::uint64_t, names_of<SetAside>.size()> set_aside{};
};

/// A signal that the export cannot tell, and why.
struct Unmeasured {
  SignalId signal{};
  std::string why{};  ///< `no Shares in it`, `in no export`
};

/// What an export holds, as an activity log: no text of a message, comment, share or search, no
/// address and no name.
struct ImportedLog {
  ActivityLog log{};
  std::vector<FileAccount> files{};  ///< in the order of their names
  std::vector<Unmeasured> unmeasured{};
  std::vector<std::string_view> lacking{};  ///< files of the larger archive that are not in it
};

/// Makes one log of the parts of one member's export. In whatever order the parts are named, and
/// however often, the log is the same. Rows that cannot be read are left out and told of in
/// `diagnostics`, as errors if strict; where that are more than one in ten of a file, nothing that
/// rests on it is measured. Nothing where a part cannot be read at all, where none holds a file
/// that is known, or where they are of several members; then `diagnostics` holds an error. Memory:
/// the largest file, which is 1 GiB at the most, and some hundred bytes a row.
[[nodiscard]] std::optional<ImportedLog> import_linkedin(std::span<ExportPart> parts,
                                                         Strictness strictness,
                                                         Diagnostics& diagnostics);

/// Why the log of an export gets no total, and how to get one, in a sentence: it is of the smaller
/// archive of LinkedIn, and nothing of a pillar is measured. Empty where that is not so.
[[nodiscard]] std::string why_no_total(const ImportedLog& imported);

/// Whether a folder is an unpacked export: one of the CSV files that LinkedIn packs is in it.
[[nodiscard]] bool is_export_folder(const std::string& path);

/// Whether a file of this name, which starts like this, is a ZIP, a CSV file or the JSON of
/// LinkedIn's API, and not a log.
[[nodiscard]] bool is_export(std::string_view name, std::string_view start);

}  // namespace ssi
