#include "base/gunzip.hpp"

#include <array>
#include <streambuf>

#include <zlib.h>

#include "base/read_error.hpp"

namespace ssi {
namespace {

// A stream buffer that unpacks a piece each time it runs empty, so that readers of logs need not
// know about gzip, and memory stays bounded however large the unpacked log is.
class Unpacker : public std::streambuf {
 public:
  explicit Unpacker(std::unique_ptr<std::istream> packed) : packed_{std::move(packed)} {
    constexpr int only_gzip = 16;  // zlib.h: add this to the window's bits for gzip alone
    if (inflateInit2(&zlib_, MAX_WBITS + only_gzip) != Z_OK) {
      throw ReadError{Code::io, "no memory to unpack it"};
    }
  }
  ~Unpacker() override { inflateEnd(&zlib_); }
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

 private:
  // Tries again until there is output: a header, or the end of one file, unpacks to nothing, and an
  // empty buffer would look like the end of the stream.
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
    // RFC 1952 allows several packed files in a row, such as `cat a.gz b.gz` makes. They unpack to
    // one text.
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
  bool is_between_ = false;  // one packed file has ended, and no other has begun
  bool at_end_ = false;
};

// A stream that owns its buffer.
class Unpacked : public std::istream {
 public:
  explicit Unpacked(std::unique_ptr<std::istream> packed)
      : std::istream{nullptr}, unpacker_{std::move(packed)} {
    rdbuf(&unpacker_);
    exceptions(badbit);  // a stream swallows what its buffer throws unless this is set
  }

 private:
  Unpacker unpacker_;
};

}  // namespace

// RFC 1952, 2.3.1: every gzip file starts with these two bytes. No JSON text can.
bool is_gzip(std::string_view start) {
  return start.starts_with("\x1F\x8B");
}

std::unique_ptr<std::istream> gunzip(std::unique_ptr<std::istream> packed) {
  return std::make_unique<Unpacked>(std::move(packed));
}

}  // namespace ssi
