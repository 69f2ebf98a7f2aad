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

/// A part of the copy of their data that LinkedIn gives a member on request: its ZIP, one CSV file
/// of it, the XLSX of creator analytics, the JSON of LinkedIn's API, or a folder that holds an
/// unpacked ZIP, several ZIPs or such JSON.
struct ExportPart {
  std::string name{};                    ///< its path, or what to call it in messages
  std::unique_ptr<std::istream> stream;  ///< null: the folder at `name`. A ZIP must allow seeking.
};

/// Why a row of an export does not count. Every row either counts, is set aside for one of these
/// reasons, or cannot be read, so that the user can add up the rows of a file.
enum class SetAside {
  repeated,         ///< an earlier file had it already
  outdated,         ///< a later export says how things stand
  joined,           ///< an accepted invitation: its connection counts
  same_relation,    ///< a further row about a person of whom another row counts
  received,         ///< done by others
  unattributed,     ///< nothing says whether the member or somebody else did it
  draft,            ///< a message that was never sent
  spam,             ///< a message in the spam folder
  sponsored,        ///< an advertisement among the messages
  invitation_note,  ///< a message that only repeats the note of an invitation
  alert,            ///< a search that LinkedIn ran for a job alert
  search_repeat,    ///< the same search again, within a minute
  own_content,      ///< a comment or reaction of the member's on a share of their own
  unpublished,      ///< an article that is still a draft
  medium,           ///< an upload other than a cover photo
  not_accepted,     ///< an endorsement or recommendation that the member does not show
  of_no_share,      ///< analytics of a post that no row of Shares.csv has
};
/// Each reason as it reads behind a number of rows: `3 rows sponsored`.
template <>
inline constexpr std::array<std::string_view, 17> names_of<SetAside> = {
    "also in another file",
    "in an older export",
    "known from a connection",
    "about a person counted already",
    "written by others",
    "from an unknown sender",
    "not sent",
    "as spam",
    "sponsored",
    "the note of an invitation",
    "run by LinkedIn for a job alert",
    "repeated within a minute",
    "on the member's own shares",
    "not published",
    "uploaded for a share",
    "not accepted or not shown",
    "about a post not in Shares.csv",
};
static_assert(is_named_to<SetAside>(SetAside::of_no_share));

/// What became of the rows of one file, or of the articles of one folder. `rows` is the sum of the
/// other numbers.
struct FileAccount {
  std::string name{};
  std::uint64_t rows = 0;     ///< without blank ones
  std::uint64_t counted = 0;  ///< as an activity, or in the profile
  std::uint64_t unreadable = 0;
  std::array<std::uint64_t, names_of<SetAside>.size()> set_aside{};  ///< one a reason
};

/// A signal that the export has no data for, and why.
struct Unmeasured {
  SignalId signal{};
  std::string why{};  ///< `no Shares in it`, `in no export`
};

/// An export as an activity log. For privacy it holds no text of a message, comment, share or
/// search, no address and no name.
struct ImportedLog {
  ActivityLog log{};
  std::vector<FileAccount> files{};         ///< in the order of their names
  std::vector<Unmeasured> unmeasured{};     ///< the signals of `log.not_measured`
  std::vector<std::string_view> lacking{};  ///< files that only the larger archive of LinkedIn has
};

/// Makes one log of the parts of one member's export. The order of the parts makes no difference,
/// nor does a part that is named twice. Rows that cannot be read are left out and reported in
/// `diagnostics`, as errors if strict; if they are more than a tenth of a file, no signal that
/// rests on the file is measured. Returns nothing, with an error in `diagnostics`, if a part cannot
/// be read at all, if no part holds a known file, or if the parts are of several members. Memory:
/// the largest file, at most 1 GiB, plus some hundred bytes a row.
[[nodiscard]] std::optional<ImportedLog> import_linkedin(std::span<ExportPart> parts,
                                                         Strictness strictness,
                                                         Diagnostics& diagnostics);

/// For an export of LinkedIn's smaller archive that leaves a pillar without any measured signal:
/// a sentence on why there is no total and how to get one. Empty in all other cases.
[[nodiscard]] std::string why_no_total(const ImportedLog& imported);

/// Whether a folder is an unpacked export: it holds a CSV file that LinkedIn packs.
[[nodiscard]] bool is_export_folder(const std::string& path);

/// Whether a file with this name and these first bytes is part of an export (a ZIP, a CSV file, the
/// JSON of LinkedIn's API) and not a log.
[[nodiscard]] bool is_export(std::string_view name, std::string_view start);

}  // namespace ssi
