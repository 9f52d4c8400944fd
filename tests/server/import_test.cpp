#include <fstream>

#include <doctest/doctest.h>

#include "tests/server/raw_client.h"
#include "tests/server/server_process.h"

namespace laurel::tests {
namespace {

const std::string header = "number,title,owner_name,owner_email,issuer,awarded,valid_until\n";

struct Import {
  Ended run(const std::string& text, const std::string& association = "ipma") const {
    std::ofstream(data.file("registry.csv"), std::ios::binary) << text;
    return run_to_end({"import", "certificates", "--association", association,
                       data.file("registry.csv"), "--data", data.path(), "--associations",
                       repository_file("assets/associations")});
  }
  std::string find(const std::string& words) const {
    return run_to_end({"certificates", "find", "--association", "ipma", words, "--data",
                       data.path()})
        .output;
  }
  TemporaryFolder data;
};

TEST_CASE("promise 21: a registry is imported whole, or not at all, while the server runs") {
  const Import import;
  ServerProcess server({"--dev", "--data", import.data.path()});
  const std::string good = header + "X-1,T,Ana Kos,,ZPM,2024-01-02,2029-01-01\n";
  const Ended refused = import.run(good + "X-2,T,Ana Kos,,ZPM,2024-01-02\nX-3\n");
  CHECK(refused.exit_code == 1);
  CHECK(refused.output.find("registry.csv:3: 6 fields instead of 7\n") != std::string::npos);
  CHECK(refused.output.find("registry.csv:4: 1 fields instead of 7\n") != std::string::npos);
  CHECK(refused.output.find("2 faulty lines, at most 100 are shown; nothing was imported\n") !=
        std::string::npos);
  CHECK(import.find("X-1") == "No certificates found.\n");

  const Ended done = import.run(good);
  CHECK(done.exit_code == 0);
  CHECK(done.output.find("importing  [####################]  100 %  1 of 1 certificates, ") !=
        std::string::npos);
  CHECK(done.output.find("\r") == std::string::npos);  // this is no terminal
  CHECK(done.output.find("certificates added: 1, changed: 0, unchanged: 0\n") !=
        std::string::npos);
  CHECK(import.find("X-1").find("Ana Kos") != std::string::npos);
  CHECK(import.run(good).output.find("certificates added: 0, changed: 0, unchanged: 1\n") !=
        std::string::npos);
  CHECK(RawClient(server.port()).get("/api/v1/health").status == 200);
  CHECK(server.stop() == 0);
}

TEST_CASE("an import needs an association that there is, and a file") {
  const Import import;
  CHECK(import.run(header, "other").exit_code == 1);
  CHECK(import.run("").exit_code == 1);
  const Ended nothing = import.run(header);
  CHECK(nothing.exit_code == 1);
  CHECK(nothing.output.find("registry.csv:1: no certificate follows") != std::string::npos);
  CHECK(exit_code_of({"import", "certificates", "--association", "ipma", "missing.csv", "--data",
                      import.data.path()}) != 0);
  CHECK(exit_code_of({"import", "--data", import.data.path()}) != 0);
}

}  // namespace
}  // namespace laurel::tests
