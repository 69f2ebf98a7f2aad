#include "linkedin/conversations.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "base/text.hpp"
#include "linkedin/text.hpp"

namespace ssi::linkedin {
namespace {

std::size_t hash(std::string_view text) {
  return std::hash<std::string_view>{}(text);
}

// Sponsored messages are HTML: something in them closes, or breaks a line.
bool is_html(std::string_view text) {
  constexpr std::array<std::string_view, 4> marks = {"</", "<br", "<p>", "<p "};
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at);
    if (std::ranges::any_of(marks, [&](auto mark) { return rest.starts_with(mark); })) return true;
  }
  return false;
}

// Why a message does not count, whoever wrote it.
std::optional<SetAside> reason_against(const Item& item) {
  const std::string draft = lowered(item[column::is_draft]);
  if (draft == "yes" || draft == "true") return SetAside::draft;
  if (lowered(item[column::folder]) == "spam") return SetAside::spam;
  if (lowered(item[column::title]) == "sponsored conversation") return SetAside::sponsored;
  if (is_html(item[column::content])) return SetAside::sponsored;
  return std::nullopt;
}

// The addresses of a list.
std::vector<std::string> profiles_in(std::string_view list) {
  std::vector<std::string> profiles;
  while (!list.empty()) {
    const std::size_t end = std::min({list.find(','), list.find(';'), list.size()});
    if (std::string key = profile_key(list.substr(0, end)); !key.empty()) {
      profiles.push_back(std::move(key));
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return profiles;
}

// Older files have no number of a conversation: it is told by who takes part.
std::size_t conversation_of(const Item& item) {
  if (!item[column::conversation].empty()) return hash(item[column::conversation]);
  std::array sides = {name_key(item[column::sender]), name_key(item[column::recipient])};
  std::ranges::sort(sides);
  return hash(fmt::format("{}\n{}", sides[0], sides[1]));
}

// Whether a message is what its writer sent along with an invitation.
bool is_note(const Item& item, const std::string& sender, const std::string& name,
             const std::vector<std::string>& readers, const Notes& notes) {
  const std::string_view text = item[column::content];
  if (notes.empty() || text.empty()) return false;
  return notes.contains(note_of(name, name_key(item[column::recipient]), text)) ||
         std::ranges::any_of(readers, [&](const std::string& reader) {
           return notes.contains(note_of(sender, reader, text));
         });
}

}  // namespace

void Conversations::add_message(Item& item, Owner& owner, const Notes& notes) {
  const auto at = item.utc(column::written_at);
  if (!at) return;
  const std::string sender = profile_key(item[column::sender_url]);
  const std::vector<std::string> readers = profiles_in(item[column::recipient_urls]);
  owner.meet(sender, 1);
  for (const std::string& reader : readers) owner.meet(reader, 1);
  if (const auto why = reason_against(item)) return item.set_aside(*why);
  const std::string name = name_key(item[column::sender]);
  if (is_note(item, sender, name, readers, notes)) return item.set_aside(SetAside::invitation_note);
  messages_.push_back({.at = *at,
                       .conversation = conversation_of(item),
                       .sender = hash(sender),
                       .sender_name = hash(name),
                       .has_sender = !sender.empty(),
                       .account = &item.account()});
}

bool Conversations::finish(const Owner& owner, std::vector<Activity>& activities) {
  const std::string profile = owner.profile();
  if (profile.empty() && owner.name().empty()) {
    for (const Message& m : messages_) set_aside(*m.account, SetAside::unattributed);
    return messages_.empty();
  }
  const auto is_own = [&, profile_hash = hash(profile),
                       name = hash(owner.name())](const Message& m) {
    return m.has_sender && !profile.empty() ? m.sender == profile_hash : m.sender_name == name;
  };
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
