// Any bytes as a model. One that is accepted is the same when written and read again.

#include <ssi/model.hpp>

#include "fuzz/fuzz.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ssi;
  auto model = parse_model(fuzz::text_of(data, size), "model");
  if (!model) return 0;
  auto again = parse_model(model_json(*model), "model");
  fuzz::hold(again.has_value());
  again->sha256 = model->sha256;  // of another text
  fuzz::hold(*again == *model);
  return 0;
}
