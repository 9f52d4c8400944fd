#include <doctest/doctest.h>

#include "tests/server/raw_client.h"
#include "tests/server/sample_command.h"

namespace laurel::tests {
namespace {

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    ++found;
  }
  return found;
}

TEST_CASE("a large association is made once, and served with its 70 member associations") {
  const TemporaryFolder data;
  const Ended made = make_sample(data.path(), "large");
  CHECK(made.exit_code == 0);
  CHECK(made.output.find("100 %  52300 of 52300 records, ") != std::string::npos);
  CHECK(made.output.find("sample large: 52300 records written\n") != std::string::npos);
  CHECK(make_sample(data.path(), "large").output == "sample large: 0 records written\n");
  CHECK(certificates_of(data.path(), "Παπαδόπουλος").find("No certificates") == std::string::npos);
  const ServerProcess server({"--dev", "--data", data.path(), "--content", data.file("content")});
  RawClient client(server.port());
  const RawReply listed = client.get("/api/v1/ipma/member-associations");
  CHECK(count(listed.body, "\"short_name\"") == 70);
  CHECK(client.get("/api/v1/ipma/events").status == 200);
  CHECK(client.get("/api/v1/ipma/education").status == 200);
}

}  // namespace
}  // namespace laurel::tests
