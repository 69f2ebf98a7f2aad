#include "log/quick_decode.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "log/description.hpp"
#include "log/json.hpp"

namespace ssi {
namespace {

// What stands between the quotes of a string token; empty for other tokens. Escapes are left as
// they are: a name, word or day that is spelled with one is not recognised, and left to
// EntryDecoder.
[[gnu::always_inline]] inline std::string_view between_quotes(std::string_view token) {
  if (!token.starts_with('"')) return {token.data(), 0};
  return {token.data() + 1, token.size() - 2};
}

}  // namespace

// Inlined, so that compilers know which words a field may have.
bool QuickFields::parse(Field field, std::size_t& word) const {
  const NameIndex& words = *rule_of(field).words;
  word = words.find_token(value(field));
  return word < words.names().size();
}

namespace {

// Reads a record, and passes its day and itself to `take`. False if something is not right, or if
// `take` returns false. The record is passed on only once the whole object is known to be right.
template <class Take>
bool read_record(QuickFields& fields, const RecordShapes& shapes, const Take& take) {
  std::size_t type = shapes.size();
  fields.read(Field::type, type);
  if (type == shapes.size()) return false;
  Day day{};
  fields.read(Field::at, day);
  bool ok = false;
  read_record(type, fields,
              [&](const auto& record) { ok = fields.is_good(shapes[type]) && take(day, record); });
  return ok;
}

}  // namespace

template <class TakePart>
bool QuickFields::take(Tokens& tokens, const TakePart& take_part) {
  ok_ = true;
  present_ = {};
  Tokens rest = tokens;  // a local copy, which compilers hold in registers
  FieldSet present{};
  if (!rest.skip('{')) return false;
  if (!rest.is('}')) {
    do {
      const std::size_t index = index_of<Field>.find_token(rest.take());
      const auto field = static_cast<Field>(index);
      const bool is_new = index < names_of<Field>.size() && !present.contains(field);
      if (!is_new || !rest.skip(':')) return false;
      present.insert(field);
      if (!rest.is('{') && !rest.is('[')) {
        values_[index] = rest.take();
      } else {
        values_[index] = {};
        Tokens part = rest;
        if (!take_part(field, part)) return false;
        rest = part;
      }
    } while (rest.skip(','));
  }
  present_ = present;
  const bool is_closed = rest.skip('}');
  tokens = rest;
  return is_closed;
}

bool QuickFields::take(Tokens& tokens) {
  return take(tokens, [](Field, Tokens&) { return false; });
}

bool QuickFields::take_words(Field field, Tokens& tokens) {
  const FieldRule& rule = rule_of(field);
  if (rule.kind != Kind::words || !tokens.skip('[')) return false;
  std::uint64_t& words = words_[static_cast<std::size_t>(field)];
  words = 0;
  if (tokens.skip(']')) return true;
  do {
    const std::size_t word = rule.words->find_token(tokens.take());
    if (word == rule.words->names().size()) return false;
    words |= std::uint64_t{1} << word;
  } while (tokens.skip(','));
  return tokens.skip(']');
}

// Digits only and no leading 0, as JSON writes whole numbers. 19 digits cannot overflow the
// unsigned sum; beyond the range of Count the number is negative, and so below any rule's least.
bool QuickFields::parse(Field field, Count& number) const {
  const std::string_view digits = value(field);
  constexpr std::size_t most_digits = 19;  // as many as count_max has
  if (digits.size() > most_digits || (digits.starts_with('0') && digits.size() > 1)) return false;
  std::uint64_t sum = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return false;
    sum = 10 * sum + static_cast<std::uint64_t>(c - '0');
  }
  const FieldRule& rule = rule_of(field);
  number = static_cast<Count>(sum);
  return !digits.empty() && number >= rule.least && number <= rule.most;
}

// As it is usually written: digits, and perhaps a point with up to three more.
bool QuickFields::parse(Field field, Thousandths& number) const {
  const std::string_view text = value(field);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view decimals = text.substr(std::min(point + 1, text.size()));
  if (point > 3 || (text.starts_with('0') && point > 1)) return false;
  if (decimals.size() > 3 || decimals.empty() != (point == text.size())) return false;
  std::int32_t count = 0;
  for (std::size_t i = 0; i < point + 3; ++i) {
    const char c = i < point ? text[i] : i - point < decimals.size() ? decimals[i - point] : '0';
    if (c < '0' || c > '9') return false;
    count = 10 * count + (c - '0');
  }
  const FieldRule& rule = rule_of(field);
  number.count = count;
  return point > 0 && count >= rule.least * 1000 && count <= rule.most * 1000;
}

bool QuickFields::parse(Field field, bool& flag) const {
  flag = value(field) == "true";
  return flag || value(field) == "false";
}

bool QuickFields::parse(Field field, Day& day) {
  const std::string_view text = between_quotes(value(field));
  const bool with_time = rule_of(field).kind == Kind::date_or_time;
  return with_time ? days_.date_or_time(text, day) : days_.date(text, day);
}

bool QuickFields::parse(Field field, std::string& text) {
  std::string_view unescaped = between_quotes(value(field));
  if (unescaped.empty() || unescaped.find('\\') != unescaped.npos) {
    if (ssi::parse(strings_, value(field)).get(unescaped) != simdjson::SUCCESS) return false;
  }
  if (unescaped.size() > name_size_limit) return false;
  text = unescaped;
  return true;
}

// Works on a copy of `tokens`: if it gives up, the caller goes on from where the text starts.
Entry* QuickDecoder::decode(const DecodeContext& context, Tokens& tokens) {
  Tokens rest = tokens;
  if (!read_root(rest, context) || !rest.end_at(context.text.data() + context.text.size())) {
    return nullptr;
  }
  tokens = rest;
  return &entry_;
}

// An object with an object or a list among its fields, other than a list of words, is a document
// and is decoded while its tokens are taken: nothing of its activities is kept. Any other object is
// a line. Profile lines, one a member, are left to EntryDecoder.
bool QuickDecoder::read_root(Tokens& tokens, const DecodeContext& context) {
  MemberLog* log = nullptr;
  const auto take_part = [&](Field field, Tokens& part) {
    if (field == Field::not_measured) return top_.take_words(field, part);
    if (log == nullptr) log = &entry_.emplace<Document>().log;
    if (field == Field::activities) return read_activities(part, *log);
    if (field == Field::profile) return read_profile(part, log->timeline);
    return field == Field::member && read_member(part, log->member);
  };
  if (!top_.take(tokens, take_part)) return false;
  if (log == nullptr) return read_line(context);
  log->origin = context.origin();
  Count version = 1;
  top_.read(Field::version, version);
  top_.read(Field::as_of, log->as_of);
  top_.read(Field::not_measured, log->not_measured);
  for (const Field part : {Field::member, Field::profile, Field::activities}) top_.read_part(part);
  return top_.is_good(document_shape);
}

bool QuickDecoder::read_line(const DecodeContext& context) {
  std::optional<std::string> member;
  top_.read(Field::member, member);
  return read_record(top_, shapes_of_line, [&](Day day, const auto& record) {
    set_line(entry_, {.line = context.first_line}, std::move(member), day, record);
    return true;
  });
}

bool QuickDecoder::read_member(Tokens& tokens, Member& member) {
  if (!inner_.take(tokens)) return false;
  read_fields(inner_, member);
  return inner_.is_good(shape_of<Member>());
}

bool QuickDecoder::read_profile(Tokens& tokens, Timeline& timeline) {
  const auto take_list = [this](Field field, Tokens& part) {
    return inner_.take_words(field, part);
  };
  if (!inner_.take(tokens, take_list)) return false;
  Profile profile;
  read_fields(inner_, profile);
  timeline.add(profile);
  return inner_.is_good(shape_of<Profile>());
}

bool QuickDecoder::read_activities(Tokens& tokens, MemberLog& log) {
  if (!tokens.skip('[')) return false;
  if (tokens.skip(']')) return true;
  const auto add = [&](Day day, const auto& record) { return add_record(log, day, record); };
  do {
    if (!inner_.take(tokens) || !read_record(inner_, shapes_in_document, add)) return false;
  } while (tokens.skip(','));
  return tokens.skip(']');
}

}  // namespace ssi
