// Promise 3, in the long run: who measures how long an answer takes learns nothing about who has an
// account. For each request that tells nobody, the medians of known and unknown addresses over 1,000
// interleaved tries lie within 5 %. Of three such rounds the middle one counts: another program that
// begins or ends meanwhile disturbs one of them.

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/codec.h"
#include "protocol/accounts/registration.h"
#include "tests/server/raw_client.h"
#include "tests/server/server_process.h"

namespace laurel::tests {
namespace {

constexpr int pairs = 500;
constexpr int rounds = 3;
constexpr double most_apart = 0.05;

std::string known(int i) { return "member-" + std::to_string(i) + "@example.org"; }
/// Among the members' in the alphabet, as most strangers' are.
std::string unknown(int i) { return "member-" + std::to_string(i) + "-x@example.org"; }

/// Members of their own for each pair of each round, so that no account's limit is reached. One
/// password, so that it is hashed once.
std::string sample_file(const TemporaryFolder& folder) {
  const auto member = [](const std::string& email) {
    return R"({"association":"ipma","email":")" + email +
           R"(","password":"gentle-otter-on-the-pier","first_name":"Ana","last_name":"Kos",)"
           R"("country":"SI","member_association":""})";
  };
  std::string members;
  for (int i = 1; i < rounds * pairs; ++i) members += (i > 1 ? "," : "") + member(known(i));
  const std::string path = folder.path() + "/members.json";
  std::ofstream(path) << R"({"sample":)" + member(known(0)) + R"(,"members":[)" + members +
                             R"(],"certificates":[],"offers":[]})";
  return path;
}

struct Subject {
  std::string name;
  const char* path;
  int status;
  std::function<std::string(const std::string& email)> body;
  std::function<void(const std::string& email, const RawReply& reply)> keep = {};
};

/// Each try comes from a network of its own, as a proxy would report it.
double milliseconds_of(int port, const Subject& subject, const std::string& email, int number) {
  const std::string body = subject.body(email);
  const std::string network = std::to_string(11 + number / 65536) + "." +
                              std::to_string(number / 256 % 256) + "." +
                              std::to_string(number % 256) + ".1";
  RawClient client(port);
  const auto start = std::chrono::steady_clock::now();
  client.send(std::string("POST ") + subject.path +
              " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              "Origin: http://localhost:" + std::to_string(port) + "\r\nX-Forwarded-For: " +
              network + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  const RawReply reply = client.receive();
  const auto end = std::chrono::steady_clock::now();
  REQUIRE(reply.status == subject.status);
  if (subject.keep) subject.keep(email, reply);
  return std::chrono::duration<double, std::milli>(end - start).count();
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::string registration_in(const RawReply& reply) {
  const auto begun = base::decode_json<protocol::RegistrationResponse>(reply.body);
  REQUIRE(begun);
  return begun->registration;
}

/// `registrations`, by address, are those that the first step begins and the next ones go on with.
std::vector<Subject> subjects(std::map<std::string, std::string>& registrations) {
  return {
      {"sign-in", "/api/v1/ipma/session", 401,
       [](const std::string& email) {
         return R"({"email":")" + email + R"(","password":"not the password","remember":false})";
       }},
      {"registration", "/api/v1/ipma/registrations", 201,
       [](const std::string& email) {
         return R"({"first_name":"Eva","last_name":"Novak","email":")" + email +
                R"(","country":"SI","password":"violet harbour ladder","agreed_to":"2026-11"})";
       },
       [&](const std::string& email, const RawReply& reply) {
         registrations[email] = registration_in(reply);
       }},
      {"registration's end", "/api/v1/ipma/registrations/complete", 202,
       [&](const std::string& email) {
         return R"({"registration":")" + registrations.at(email) +
                R"(","certificates":[],"newsletter":true})";
       }},
      {"the mail again", "/api/v1/ipma/registrations/mail", 202,
       [&](const std::string& email) {
         return R"({"registration":")" + registrations.at(email) + "\"}";
       }},
      {"forgotten password", "/api/v1/ipma/password-resets", 202,
       [](const std::string& email) { return R"({"email":")" + email + "\"}"; }},
  };
}

/// The median of known addresses divided by that of unknown ones. Tries are numbered on from `number`.
double ratio_of(int port, const Subject& subject, int round, int& number) {
  std::vector<double> of_known;
  std::vector<double> of_unknown;
  for (int i = round * pairs; i < (round + 1) * pairs; ++i) {
    const auto try_known = [&] {
      of_known.push_back(milliseconds_of(port, subject, known(i), ++number));
    };
    const auto try_unknown = [&] {
      of_unknown.push_back(milliseconds_of(port, subject, unknown(i), ++number));
    };
    // Neither is always the first of a pair.
    if (i % 2 == 0) try_known();
    try_unknown();
    if (i % 2 != 0) try_known();
  }
  const double ratio = median(of_known) / median(of_unknown);
  std::printf("%s: %.2f ms known, %.2f ms unknown, ratio %.3f\n", subject.name.c_str(),
              median(of_known), median(of_unknown), ratio);
  return ratio;
}

}  // namespace

TEST_CASE("promise 3: medians of known and unknown addresses lie within 5 %") {
  const TemporaryFolder folder;
  const ServerProcess server({"--dev", "--data", folder.path(), "--sample", sample_file(folder),
                              "--trusted-proxy", "127.0.0.1"});
  int number = 0;
  std::map<std::string, std::string> registrations;
  std::map<std::string, std::vector<double>> ratios;
  for (int round = 0; round < rounds; ++round) {
    for (const Subject& subject : subjects(registrations)) {
      ratios[subject.name].push_back(ratio_of(server.port(), subject, round, number));
    }
  }
  for (const auto& of_subject : ratios) {
    CAPTURE(of_subject.first);
    CHECK(median(of_subject.second) > 1 - most_apart);
    CHECK(median(of_subject.second) < 1 + most_apart);
  }
}

}  // namespace laurel::tests
