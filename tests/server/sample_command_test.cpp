#include <doctest/doctest.h>

#include "tests/server/raw_client.h"
#include "tests/server/sample_command.h"

namespace laurel::tests {
namespace {

TEST_CASE("a sample is small or empty, and its folder can be served") {
  const TemporaryFolder data;
  const Ended empty = make_sample(data.path(), "empty");
  CHECK(empty.exit_code == 0);
  CHECK(certificates_of(data.path(), "Lind") == "No certificates found.\n");
  const Ended small = make_sample(data.path(), "small");
  CHECK(small.exit_code == 0);
  CHECK(certificates_of(data.path(), "Lind").find("Mara Lind") != std::string::npos);
  const ServerProcess server({"--dev", "--data", data.path(), "--content", data.file("content")});
  CHECK(RawClient(server.port()).get("/api/v1/ipma/member-associations").status == 200);
}

TEST_CASE("sample data is for development, and comes in four sizes") {
  const TemporaryFolder data;
  CHECK(make_sample(data.path(), "enormous").exit_code != 0);
  const std::string associations = repository_file("assets/associations");
  const std::string sample = repository_file("assets/sample/members.json");
  CHECK(exit_code_of({"sample", "--data", data.path(), "--associations", associations, "--sample",
                      sample}) != 0);
  CHECK(exit_code_of({"--dev", "sample", "--data", data.path(), "--associations", associations}) !=
        0);
  CHECK(exit_code_of({"--dev", "sample", "--associations", associations, "--sample", sample}) != 0);
}

}  // namespace
}  // namespace laurel::tests
