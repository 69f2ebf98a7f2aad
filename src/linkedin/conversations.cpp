#include "linkedin/conversations.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "base/text.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

// Sponsored messages are HTML, often the only mark they have. A `<` alone is not enough, as members
// write `<3`: it takes a closing tag, a line break or a paragraph.
bool is_html(std::string_view text) {
  constexpr std::array<std::string_view, 4> marks = {"</", "<br", "<p>", "<p "};
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at);
    if (std::ranges::any_of(marks, [&](auto mark) { return rest.starts_with(mark); })) return true;
  }
  return false;
}

// Why a message does not count, whoever wrote it; nothing if it may.
std::optional<SetAside> reason_against(const ImportRow& row) {
  const std::string draft = lowered(row[column::is_draft]);
  if (draft == "yes" || draft == "true") return SetAside::draft;
  if (lowered(row[column::folder]) == "spam") return SetAside::spam;
  if (lowered(row[column::title]) == "sponsored conversation") return SetAside::sponsored;
  if (is_html(row[column::content])) return SetAside::sponsored;
  return std::nullopt;
}

// The profiles in a list of addresses.
std::vector<std::string> profiles_in(std::string_view list) {
  std::vector<std::string> profiles;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(",;"), list.size());
    if (std::string key = profile_key(list.substr(0, end)); !key.empty()) {
      profiles.push_back(std::move(key));
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return profiles;
}

// Older files give a conversation no number: there it is all that two people wrote to each other.
std::string conversation_of(const ImportRow& row) {
  if (!row[column::conversation].empty()) return std::string{row[column::conversation]};
  std::array sides = {name_key(row[column::sender]), name_key(row[column::recipient])};
  std::ranges::sort(sides);
  return fmt::format("{}\n{}", sides[0], sides[1]);
}

// Whether a message is the note that its sender put into an invitation: LinkedIn repeats it as a
// message once the invitation is accepted.
bool is_note(const ImportRow& row, const std::string& sender, const std::string& name,
             const std::vector<std::string>& readers, const Notes& notes) {
  const std::string_view text = row[column::content];
  if (notes.empty() || text.empty()) return false;
  const auto* pairs = notes.find(text);
  if (pairs == nullptr) return false;
  return pairs->contains({name, name_key(row[column::recipient])}) ||
         std::ranges::any_of(readers, [&](const std::string& reader) {
           return pairs->contains({sender, reader});
         });
}

}  // namespace

void Conversations::add_message(ImportRow& row, Owner& owner, const Notes& notes) {
  const auto at = row.utc(column::written_at);
  if (!at) return;
  const std::string sender = profile_key(row[column::sender_url]);
  const std::vector<std::string> readers = profiles_in(row[column::recipient_urls]);
  owner.meet(sender, 1);
  for (const std::string& reader : readers) owner.meet(reader, 1);
  if (const auto why = reason_against(row)) return row.set_aside(*why);
  const std::string name = name_key(row[column::sender]);
  if (is_note(row, sender, name, readers, notes)) return row.set_aside(SetAside::invitation_note);
  messages_.push_back({.at = *at,
                       .conversation = number_of(conversation_of(row)),
                       .sender = number_of(sender),
                       .sender_name = number_of(name),
                       .account = &row.account()});
}

std::uint32_t Conversations::number_of(const std::string& text) {
  if (text.empty()) return 0;
  return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size() + 1)).first->second;
}

bool Conversations::finish(const Owner& owner, std::vector<Activity>& activities) {
  const std::uint32_t profile = number_of(owner.profile());
  const std::uint32_t name = number_of(owner.name());
  if (profile == 0 && name == 0) {
    for (const Message& m : messages_) set_aside(*m.account, SetAside::unattributed);
    return messages_.empty();
  }
  // By profile, or by name where a profile is missing on either side. People who have left LinkedIn
  // have neither, and are not the member.
  const auto is_own = [profile, name](const Message& m) {
    if (m.sender != 0 && profile != 0) return m.sender == profile;
    return m.sender_name != 0 && m.sender_name == name;
  };
  // At the same time, the member's own message comes first: times have no fraction of a second, and
  // an answer follows the question.
  std::ranges::sort(messages_, {}, [&](const Message& m) {
    return std::tuple{m.conversation, m.at, !is_own(m)};
  });
  for (std::size_t i = 0; i < messages_.size(); ++i) {
    const Message& m = messages_[i];
    if (!is_own(m)) {
      set_aside(*m.account, SetAside::received);
      continue;
    }
    const bool replied = i + 1 < messages_.size() && !is_own(messages_[i + 1]) &&
                         messages_[i + 1].conversation == m.conversation;
    activities.push_back({.day = std::chrono::floor<std::chrono::days>(m.at),
                          .action = ssi::Message{.replied = replied}});
    count(*m.account);
  }
  return true;
}

}  // namespace ssi::linkedin
