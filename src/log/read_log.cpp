#include <ssi/log.hpp>

#include "log/batch.hpp"
#include "log/log_decoder.hpp"

namespace ssi {

// The simple way to read a log, batch after batch. `read_members` does the same for many logs on
// many threads.
void read_log(std::istream& in, const std::string& file, Strictness strictness,
              Diagnostics& diagnostics, const std::function<void(Entry&&)>& receive) try {
  BatchReader batches{in};
  LogDecoder decoder;
  Batch batch;
  while (!batch.is_last) {
    batches.read(batch);
    decoder.decode(batch, file, strictness, diagnostics, receive);
  }
} catch (const ReadError& error) {
  diagnostics.report({.code = error.code, .file = file, .message = error.what()});
}

}  // namespace ssi
