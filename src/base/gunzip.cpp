#include "base/gunzip.hpp"

#include <array>
#include <streambuf>

#include <zlib.h>

#include "base/read_error.hpp"

namespace ssi {
namespace {

class Unpacker : public std::streambuf {
 public:
  explicit Unpacker(std::unique_ptr<std::istream> packed) : packed_{std::move(packed)} {
    constexpr int only_gzip = 16;  // added to the size of the window, as zlib.h has it
    if (inflateInit2(&zlib_, MAX_WBITS + only_gzip) != Z_OK) {
      throw ReadError{Code::io, "no memory to unpack it"};
    }
  }
  ~Unpacker() override { inflateEnd(&zlib_); }
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

 private:
  int_type underflow() override {
    zlib_.next_out = out_.data();
    zlib_.avail_out = static_cast<uInt>(out_.size());
    while (zlib_.avail_out == out_.size() && !at_end_) unpack_some();
    const std::size_t size = out_.size() - zlib_.avail_out;
    if (size == 0) return traits_type::eof();
    char* const start = reinterpret_cast<char*>(out_.data());
    setg(start, start, start + size);
    return traits_type::to_int_type(*gptr());
  }

  void unpack_some() {
    if (zlib_.avail_in == 0) {
      packed_->read(reinterpret_cast<char*>(in_.data()), static_cast<std::streamsize>(in_.size()));
      zlib_.next_in = in_.data();
      zlib_.avail_in = static_cast<uInt>(packed_->gcount());
    }
    if (zlib_.avail_in == 0) {
      if (!is_between_) throw ReadError{Code::syntax, "packed with gzip, and cut off"};
      at_end_ = true;
      return;
    }
    // Several packed files in a row are one, as `cat a.gz b.gz` makes it.
    if (is_between_) inflateReset(&zlib_);
    const int result = inflate(&zlib_, Z_NO_FLUSH);
    is_between_ = result == Z_STREAM_END;
    if (result != Z_OK && result != Z_STREAM_END) {
      throw ReadError{Code::syntax, "packed with gzip, and damaged"};
    }
  }

  std::unique_ptr<std::istream> packed_;
  z_stream zlib_{};
  std::array<unsigned char, std::size_t{64} << 10U> in_{};
  std::array<unsigned char, std::size_t{256} << 10U> out_{};
  bool is_between_ = false;  // one packed file and the next
  bool at_end_ = false;
};

/// A stream that owns its buffer.
class Unpacked : public std::istream {
 public:
  explicit Unpacked(std::unique_ptr<std::istream> packed)
      : std::istream{nullptr}, unpacker_{std::move(packed)} {
    rdbuf(&unpacker_);
    exceptions(badbit);  // lets what the buffer throws through
  }

 private:
  Unpacker unpacker_;
};

}  // namespace

bool is_gzip(std::string_view start) {
  return start.starts_with("\x1F\x8B");
}

std::unique_ptr<std::istream> gunzip(std::unique_ptr<std::istream> packed) {
  return std::make_unique<Unpacked>(std::move(packed));
}

}  // namespace ssi
