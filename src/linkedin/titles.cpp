// Exports have no seniority, but the titles of connections. Words are looked up in a table, and a
// few rules on their neighbours keep the `Assistant to the CEO` from being a CEO. All words are
// data, so that a language can be added without code.

#include "linkedin/titles.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "linkedin/text.hpp"
#include "linkedin/title_words.hpp"

namespace ssi::linkedin {
namespace {

namespace words = title_words;

// What a phrase does, by the list of title_words.hpp that it is in.
enum class Effect { level, partner, chair, chief, none, serving, assisting, belonging, not_now };
struct Meaning {
  Effect effect = Effect::none;
  Seniority seniority{};
};

// What a word does to the level beside it, by its list.
enum class Role { officer, owned, around, of_the_firm, with_partners, conjunction, preposition };

// `text` as people write it who have no `ä` on their keyboard.
std::string spelled_out(std::string_view text) {
  std::string out{text};
  for (const auto& [letter, letters] : std::to_array<std::pair<std::string_view, std::string_view>>(
           {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"å", "aa"}, {"æ", "ae"}, {"ø", "oe"}})) {
    for (std::size_t at = 0; (at = out.find(letter)) != out.npos;) {
      out.replace(at, letter.size(), letters);
    }
  }
  return out;
}

// All phrases and what they mean. Built once, on first use.
class Dictionary {
 public:
  static const Dictionary& get() {
    static const Dictionary dictionary;
    return dictionary;
  }

  struct Match {
    Meaning meaning{};
    std::size_t words = 0;
  };
  // The longest phrase that starts at `at`, as `vice president` is not a president; 0 words if
  // there is none.
  [[nodiscard]] Match find(const std::vector<std::string>& title, std::size_t at) const {
    const auto longest = longest_.find(title[at]);
    if (longest == longest_.end()) return {};
    Match match;
    std::string phrase;
    for (std::size_t n = 1; n <= longest->second && at + n <= title.size(); ++n) {
      if (n > 1) phrase += ' ';
      phrase += title[at + n - 1];
      const auto found = meanings_.find(phrase);
      if (found != meanings_.end()) match = {found->second, n};
    }
    return match;
  }
  [[nodiscard]] bool has(std::string_view word, Role role) const {
    const auto found = roles_.find(std::string{word});
    return found != roles_.end() && (found->second >> static_cast<unsigned>(role) & 1U) != 0;
  }

 private:
  Dictionary() {
    for (const words::Level& level : words::levels) {
      add(level.phrases, {Effect::level, level.seniority});
    }
    add(words::partner, {Effect::partner, Seniority::partner});
    add(words::chair, {Effect::chair, Seniority::cxo});
    add(words::chief, {Effect::chief, Seniority::cxo});
    add(words::none, {Effect::none});
    add(words::serving, {Effect::serving});
    add(words::assisting, {Effect::assisting, Seniority::entry});
    add(words::belonging, {Effect::belonging});
    add(words::not_now, {Effect::not_now});
    add(words::officer, Role::officer);
    add(words::owned, Role::owned);
    add(words::around, Role::around);
    add(words::of_the_firm, Role::of_the_firm);
    add(words::with_partners, Role::with_partners);
    add(words::conjunctions, Role::conjunction);
    add(words::prepositions, Role::preposition);
  }

  void add(std::span<const words::Phrase> list, Role role) {
    for (const words::Phrase word : list) {
      roles_[without_accents(word)] |= 1U << static_cast<unsigned>(role);
    }
  }

  void add(std::span<const words::Phrase> phrases, Meaning meaning) {
    for (const words::Phrase phrase : phrases) {
      for (const std::string& spelling :
           {without_accents(phrase), without_accents(spelled_out(phrase))}) {
        const auto blanks = static_cast<std::size_t>(std::ranges::count(spelling, ' '));
        std::size_t& longest = longest_[spelling.substr(0, spelling.find(' '))];
        longest = std::max(longest, blanks + 1);
        meanings_[spelling] = meaning;
      }
    }
  }

  std::unordered_map<std::string, Meaning> meanings_;
  std::unordered_map<std::string, unsigned> roles_;  // one bit a role
  // The number of words in the longest phrase that starts with a word: most words start none.
  std::unordered_map<std::string, std::size_t> longest_;
};

// Reads a title part by part. `Founder & CEO | Advisor to Acme` is two titles, the first with two
// parts. What is said of a level in one part leaves the other parts alone, except that whoever
// serves somebody does so to the end of the title.
class TitleReader {
 public:
  std::optional<Seniority> read(std::string_view title);

 private:
  enum class End { word, part, title };  // a part ends at `and` or `&`, a title at `|` or `,`
  void end(End end);
  void read_part();
  void take(const Dictionary::Match& match, std::size_t at);
  [[nodiscard]] bool is_level(const Dictionary::Match& match, std::size_t at) const;
  [[nodiscard]] bool stands_alone(std::size_t at) const;
  [[nodiscard]] bool has_officer(std::size_t from) const;
  // Whether the word at `at` has a role. False before the first and behind the last word.
  [[nodiscard]] bool has(std::size_t at, Role role) const {
    return at < words_.size() && dictionary_.has(words_[at], role);
  }

  const Dictionary& dictionary_ = Dictionary::get();
  std::vector<std::string> words_;  // of the current part
  std::string word_;                // the current word so far
  std::optional<Seniority> highest_;
  bool serves_ = false;          // the levels that follow are somebody else's: `Assistant to`
  bool belongs_ = false;         // the high levels that follow are of something: `Office of`
  bool is_not_now_ = false;      // the levels that follow are of the past: `Former`
  bool is_training_ = false;     // the part has an intern or a volunteer in it
  bool awaits_officer_ = false;  // `Chief Product and`: the officer may be in the next part
};

// A conjunction is a word that ends a part.
void TitleReader::end(End end) {
  if (!word_.empty()) {
    const bool joins = dictionary_.has(word_, Role::conjunction);
    if (!joins) words_.push_back(word_);
    if (joins && end == End::word) end = End::part;
    word_.clear();
  }
  if (end == End::word) return;
  read_part();
  words_.clear();
  if (end == End::title) serves_ = awaits_officer_ = false;
}

void TitleReader::read_part() {
  belongs_ = is_not_now_ = is_training_ = false;
  if (std::exchange(awaits_officer_, false) && has_officer(0))
    highest_ = std::max(highest_, std::optional{Seniority::cxo});
  for (std::size_t at = 0; at < words_.size();) {
    const Dictionary::Match match = dictionary_.find(words_, at);
    if (match.words > 0) take(match, at);
    at += std::max<std::size_t>(match.words, 1);
  }
}

void TitleReader::take(const Dictionary::Match& match, std::size_t at) {
  const auto& [effect, seniority] = match.meaning;
  if (is_level(match, at)) {
    is_training_ |= seniority == Seniority::training || seniority == Seniority::unpaid;
    highest_ = std::max(highest_, std::optional{seniority});
  }
  awaits_officer_ |= effect == Effect::chief && !serves_ && !belongs_ && !is_not_now_;
  serves_ |= effect == Effect::serving || effect == Effect::assisting;
  belongs_ |= effect == Effect::belonging;
  is_not_now_ |= effect == Effect::not_now;
}

// Whether a phrase gives the title its level here. High levels need more care: they make a decision
// maker, and appear in the titles of those who work for one.
bool TitleReader::is_level(const Dictionary::Match& match, std::size_t at) const {
  if (serves_ || is_not_now_) return false;
  const auto& [effect, seniority] = match.meaning;
  const std::size_t behind = at + match.words;
  const bool is_high = seniority >= Seniority::vp;
  if (is_high && (belongs_ || is_training_ || has(behind, Role::around))) return false;
  switch (effect) {
    case Effect::level:
      return seniority != Seniority::owner || !has(at - 1, Role::owned);
    case Effect::partner:
      return stands_alone(at) ||
             (has(at - 1, Role::of_the_firm) && !has(behind, Role::with_partners));
    case Effect::chair:
      return stands_alone(at);
    case Effect::chief:
      return has_officer(behind);
    default:
      return effect == Effect::assisting;
  }
}

// `Chief Human Resources and Diversity Officer`: the officer may be up to five words away.
bool TitleReader::has_officer(std::size_t from) const {
  for (std::size_t at = from; at < from + 5; ++at) {
    if (has(at, Role::officer)) return true;
  }
  return false;
}

// `Partner` or `Partner at Acme`, but not `Partner Manager`.
bool TitleReader::stands_alone(std::size_t at) const {
  return at == 0 && (words_.size() == 1 || has(1, Role::preposition));
}

std::optional<Seniority> TitleReader::read(std::string_view title) {
  const std::string text = without_accents(title);
  for (std::size_t i = 0, size = 0; i < text.size(); i += size) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // Dashes, dots, emoji and other signs start with these bytes; all else beyond ASCII is letters.
    size = byte == 0xC2 ? 2 : byte == 0xE2 || byte == 0xEF ? 3 : byte == 0xF0 ? 4 : 1;
    const std::string_view mark = std::string_view{text}.substr(i, size);
    const bool is_dash = mark == "-" || mark == "\u2212" || (mark >= "\u2010" && mark <= "\u2015");
    if (mark == "." || mark == "'" || mark == "\u2019") continue;
    if (std::isalnum(byte) != 0 || (byte >= 0x80 && size == 1)) {
      word_ += text[i];
    } else if (mark == " ") {
      end(End::word);
    } else if (is_dash) {  // `Co-Founder`, `Owner - Acme`
      const bool joins = !word_.empty() && i + size < text.size() && text[i + size] != ' ';
      end(joins ? End::word : End::title);
    } else {
      end(mark == "&" || mark == "+" || mark == "/" ? End::part : End::title);
    }
  }
  end(End::title);
  return highest_;
}

}  // namespace

std::optional<Seniority> seniority_of(std::string_view title) {
  return TitleReader{}.read(title);
}

}  // namespace ssi::linkedin
