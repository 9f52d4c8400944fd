// Reminding members on the command line, of certificates whose end an import has moved.
#include <chrono>
#include <fstream>

#include <doctest/doctest.h>

#include "base/time.h"
#include "tests/server/server_process.h"

namespace laurel::tests {
namespace {

/// A day on which a reminder is due today: months are of different lengths, so not every threshold
/// falls on every day.
std::string an_end_that_is_due_today() {
  const base::Date today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  for (const int months : {12, 6, 1}) {
    const base::Date end = base::plus_months(today, months);
    if (base::plus_months(end, -months) == today) return base::format_date(end);
  }
  throw std::runtime_error("no threshold is due today");
}

TEST_CASE("reminders are listed without sending any, then sent once") {
  const TemporaryFolder data;
  {
    ServerProcess server({"--dev", "--data", data.path(), "--sample",
                          repository_file("assets/sample/members.json")});
    CHECK(server.stop() == 0);
  }
  const std::vector<std::string> rest = {"--data", data.path(), "--associations",
                                         repository_file("assets/associations")};
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), rest.begin(), rest.end());
    return run_to_end(arguments);
  };
  const std::vector<std::string> send = {"reminders", "--public-address", "https://desk.example"};
  CHECK(run(send).output == "reminders sent: 0\n");

  const std::string end = an_end_that_is_due_today();
  std::ofstream(data.file("registry.csv"))
      << "number,title,owner_name,owner_email,issuer,awarded,valid_until\n"
      << "DE-24-B-01877,T,Mara Lind,mara.lind@example.org,GPM,2024-03-18," << end << "\n";
  CHECK(run({"import", "certificates", "--association", "ipma", data.file("registry.csv")})
            .exit_code == 0);
  const std::string one =
      "ipma  DE-24-B-01877  mara.lind@example.org  ends on " + end + ", ";
  const Ended listed = run({"reminders", "--dry-run"});
  CHECK(listed.exit_code == 0);
  CHECK(listed.output.starts_with(one));
  CHECK(listed.output.ends_with("\nreminders due: 1\n"));
  CHECK(run(send).output.ends_with("\nreminders sent: 1\n"));
  CHECK(run(send).output == "reminders sent: 0\n");
  CHECK(run({"mails", "list"}).output.find("mara.lind@example.org  \"Your certificate ends on ") !=
        std::string::npos);
  CHECK(run({"reminders"}).exit_code != 0);  // whose links would lead nowhere
}

}  // namespace
}  // namespace laurel::tests
