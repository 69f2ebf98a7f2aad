// Reads logs on all cores, in two passes through the same pipeline. The first decodes batches and
// works at once on documents, each of which is a whole member; lines it only gathers. The second
// works on the members gathered from lines, which are whole only when everything has been read.

#include <algorithm>
#include <istream>
#include <map>
#include <optional>
#include <string>

#include <fmt/format.h>

#include <ssi/members.hpp>

#include "base/in_order.hpp"
#include "log/batch.hpp"
#include "log/json.hpp"
#include "log/log_decoder.hpp"
#include "members/gatherer.hpp"

namespace ssi {
namespace {

// A batch on its way through the pipeline, with all that it takes to decode it, so that threads
// share nothing.
struct BatchSlot {
  const Input* input = nullptr;
  Batch batch{};
  bool is_readable = true;
  std::optional<MemberLog> made{};  // a log that was opened ready-made; then there is no text
  LogDecoder decoder{};
  Diagnostics diagnostics{};
  Gatherer gathered{};
  std::uint64_t members = 0;
  std::vector<std::string> ids{};  // of those members that have one
  Deliver deliver{};
};

// Some of the gathered members on their way through the pipeline.
struct MemberSlot {
  std::span<MemberLog> members{};
  Diagnostics diagnostics{};
  Deliver deliver{};
};

// What to add to the name of a file for one of several members in it.
std::string place_in_file(const Origin& origin) {
  if (!origin.pointer.empty()) return origin.pointer;
  return origin.position.line > 1 ? fmt::format(":{}", origin.position.line) : "";
}

// Whether a text is left out or blank, as where an empty cell of a spreadsheet became one.
bool says_nothing(const std::optional<std::string>& text) {
  return !text || is_blank(*text);
}

void drop_blanks(Member& member) {
  if (says_nothing(member.name)) member.name.reset();
  if (says_nothing(member.team)) member.team.reset();
}

class MembersReader {
 public:
  MembersReader(std::span<const Input> inputs, const ReadOptions& options, Diagnostics& diagnostics,
                const Work& work)
      : inputs_{inputs}, options_{options}, diagnostics_{diagnostics}, work_{work} {}

  void read() {
    in_order<BatchSlot>(
        options_.jobs, [this](BatchSlot& slot) { return read_batch(slot); },
        [this](BatchSlot& slot) { work_on(slot); }, [this](BatchSlot& slot) { finish(slot); });
    std::vector<MemberLog> gathered = gathered_.finish(objections(diagnostics_));
    members_ += gathered.size();
    std::uint64_t unnamed = 0;
    for (MemberLog& log : gathered) {
      if (!log.member.id) ++unnamed;
      name_unnamed(log.member, "");
      if (log.member.id) ++logs_by_id_[*log.member.id];
    }
    if (unnamed > 1) warn_of_unnamed(unnamed);
    if (diagnostics_.total(Severity::error) == 0) warn_of_repeated();
    std::span<MemberLog> left = gathered;
    const auto next = [&left](MemberSlot& slot) {
      constexpr std::size_t some = 64;  // enough work to be worth handing to a thread
      slot.members = left.first(std::min(some, left.size()));
      left = left.subspan(slot.members.size());
      return !slot.members.empty();
    };
    in_order<MemberSlot>(
        options_.jobs, next,
        [this](MemberSlot& slot) { slot.deliver = work_(slot.members, slot.diagnostics); },
        [this](MemberSlot& slot) { finish(slot); });
    diagnostics_.end_file("");
  }

 private:
  [[nodiscard]] Objections objections(Diagnostics& diagnostics) const {
    const bool strict = options_.strictness == Strictness::strict;
    return {strict ? Severity::error : Severity::skipped, diagnostics};
  }

  // First stage, one slot at a time: reads a batch of the current input, or opens the next one. An
  // input that cannot be opened or read still makes an empty last batch, so that its errors come
  // out at their place in the order.
  bool read_batch(BatchSlot& slot) {
    if (!reader_ && next_input_ == inputs_.size()) return false;
    slot.diagnostics = {};
    if (!reader_) open_next(slot);
    slot.input = &inputs_[next_input_ - 1];
    slot.is_readable = reader_.has_value();
    try {
      if (reader_) reader_->read(slot.batch);
    } catch (const ReadError& error) {
      slot.is_readable = false;
      slot.diagnostics.report(
          {.code = error.code, .file = slot.input->name, .message = error.what()});
    }
    if (!slot.is_readable) {
      slot.batch.text = {};
      slot.batch.is_last = true;
    }
    if (options_.strictness == Strictness::lenient) slot.diagnostics.set_errors_aside();
    if (slot.batch.is_last) reader_.reset();
    return true;
  }

  void open_next(BatchSlot& slot) {
    OpenedLog opened = inputs_[next_input_++].open(slot.diagnostics);
    if (auto* made = std::get_if<MemberLog>(&opened)) {
      slot.made = std::move(*made);
      return;
    }
    stream_ = std::move(std::get<std::unique_ptr<std::istream>>(opened));
    if (stream_) reader_.emplace(*stream_);
  }

  // Second stage, several slots at a time, on any thread. It is const: all that it changes is in
  // the slot.
  void work_on(BatchSlot& slot) const {
    std::vector<MemberLog> members;
    if (slot.made) take(Document{std::move(*std::exchange(slot.made, {}))}, slot, members);
    if (slot.is_readable) {
      const auto receive = [&](Entry&& entry) { take(std::move(entry), slot, members); };
      slot.decoder.decode(slot.batch, slot.input->name, options_.strictness, slot.diagnostics,
                          receive);
    }
    if (slot.input->is_file) slot.gathered.set_source(slot.input->name);
    slot.members = members.size();
    slot.deliver = work_(members, slot.diagnostics);
  }

  // Gathers a line, or a document that is to be merged. Any other document is a member.
  void take(Entry&& entry, BatchSlot& slot, std::vector<MemberLog>& members) const {
    const Objections objections = this->objections(slot.diagnostics);
    if (const auto* line = std::get_if<ActivityLine>(&entry)) {
      slot.gathered.take(*line, slot.input->name, objections);
    } else if (const auto* reading = std::get_if<ReadingLine>(&entry)) {
      slot.gathered.take(*reading);
    } else if (auto* profile = std::get_if<ProfileLine>(&entry)) {
      drop_blanks(profile->log.member);
      slot.gathered.take(std::move(*profile), objections);
    } else {
      MemberLog& log = std::get<Document>(entry).log;
      drop_blanks(log.member);
      if (slot.input->is_file) log.member.source = slot.input->name;
      if (options_.repeats == Repeats::merged) return slot.gathered.take(log, objections);
      if (log.member.id) slot.ids.push_back(*log.member.id);
      name_unnamed(log.member, place_in_file(log.origin.value_or(Origin{})));
      members.push_back(std::move(log));
    }
  }

  void name_unnamed(Member& member, std::string_view place) const {
    if (!says_nothing(member.label()) || !options_.name_of) return;
    if (!member.source || member.source->empty()) return;
    member.name = options_.name_of(*member.source).append(place);
  }

  // A log that was cut into files may be meant, or a class.
  void warn_of_unnamed(std::uint64_t files) {
    diagnostics_.report(
        {.severity = Severity::warning,
         .code = Code::repeated_member,
         .message = fmt::format("lines without a member in {0} files count as {0} members; --merge "
                                "adds them up",
                                files)});
  }

  // Each log of a member counts as one of its own, which may not be what was meant.
  void warn_of_repeated() {
    for (const auto& [id, logs] : logs_by_id_) {
      if (logs < 2) continue;
      diagnostics_.report(
          {.severity = Severity::warning,
           .code = Code::repeated_member,
           .message = fmt::format("member '{0}' has {1} logs, which count as {1} members; --merge "
                                  "adds them up",
                                  id, logs)});
    }
  }

  // Last stage, one slot at a time, in the order of the input.
  void finish(BatchSlot& slot) {
    diagnostics_.append(std::move(slot.diagnostics));
    in_log_ += slot.members + slot.gathered.size();
    gathered_.take(slot.gathered, objections(diagnostics_));
    slot.deliver();
    bytes_ += slot.batch.text.size();
    members_ += slot.members;
    for (std::string& id : slot.ids) ++logs_by_id_[std::move(id)];
    slot.ids.clear();
    if (slot.batch.is_last) end_log(slot.input->name);
    if (options_.progress) options_.progress(bytes_, members_ + gathered_.size());
  }

  // A log all of whose lines were skipped is lost as a whole, and to be counted as that.
  void end_log(const std::string& file) {
    const std::uint64_t skipped = diagnostics_.total(Severity::skipped);
    const std::uint64_t set_aside = diagnostics_.total(Severity::set_aside);
    if (in_log_ == 0 && skipped > skipped_before_ && set_aside == set_aside_before_) {
      diagnostics_.report({.severity = Severity::set_aside,
                           .code = Code::empty,
                           .file = file,
                           .message = "none of its activities can be read"});
    }
    diagnostics_.end_file(file);
    if (options_.repeats == Repeats::separate) gathered_.end_unnamed();
    in_log_ = 0;
    skipped_before_ = skipped;
    set_aside_before_ = diagnostics_.total(Severity::set_aside);
  }

  void finish(MemberSlot& slot) {
    diagnostics_.append(std::exchange(slot.diagnostics, {}));
    slot.deliver();
    if (options_.progress) options_.progress(bytes_, members_);
  }

  std::span<const Input> inputs_;
  const ReadOptions& options_;
  Diagnostics& diagnostics_;
  const Work& work_;

  // Used by the first stage only.
  std::size_t next_input_ = 0;
  std::unique_ptr<std::istream> stream_;
  std::optional<BatchReader> reader_;  // of the current input; nothing between two inputs

  // Used by the last stage only.
  Gatherer gathered_;
  std::map<std::string, std::uint64_t> logs_by_id_;
  std::uint64_t bytes_ = 0;
  std::uint64_t members_ = 0;
  std::uint64_t in_log_ = 0;  // members found in the current log so far
  std::uint64_t skipped_before_ = 0;
  std::uint64_t set_aside_before_ = 0;
};

}  // namespace

void read_members(std::span<const Input> inputs, const ReadOptions& options,
                  Diagnostics& diagnostics, const Work& work) {
  MembersReader{inputs, options, diagnostics, work}.read();
}

}  // namespace ssi
