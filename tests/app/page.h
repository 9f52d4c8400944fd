// The desk's state alone: no screen, no backend. What it asks for waits until the test answers it, in
// whatever order.
//
//   Page page("#/login");
//   page.answer(page.asked("/session"), 401, problem_json(ProblemCode::not_signed_in));
//   CHECK(page.model().route.view == app::View::sign_in);
#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "app/desk.h"
#include "base/codec.h"
#include "protocol/accounts/session.h"
#include "protocol/problem.h"

namespace laurel::tests {

inline std::string problem_json(int status, protocol::ProblemCode code) {
  protocol::Problem problem;
  problem.status = status;
  problem.code = code;
  return base::encode_json(problem);
}

inline protocol::SessionResponse mara() {
  return {domain::MemberId{"mara"}, "Mara", "Lind", "mara.lind@example.org"};
}
inline protocol::SessionResponse hanako() {
  return {domain::MemberId{"hanako"}, "花子", "山田", "hanako.yamada@example.org"};
}

class Page {
 public:
  explicit Page(std::string_view fragment, std::string client_key = "page-1")
      : desk_(association()) {
    post(app::Started{.fragment = std::string(fragment), .client_key = std::move(client_key)});
  }

  void post(const app::Action& action) {
    desk_.post(action);
    for (const app::Command& command : desk_.take_commands()) {
      if (const auto* request = std::get_if<app::SendRequest>(&command)) sent_.push_back(*request);
      if (const auto* navigate = std::get_if<app::Navigate>(&command)) {
        address_ = app::fragment_of(navigate->route);
      }
      if (std::holds_alternative<app::UndoNavigation>(command)) {
        address_ = app::fragment_of(desk_.model().route);
      }
      if (const auto* move = std::get_if<app::MoveFocus>(&command)) focus_ = move->key;
    }
  }
  void go_to(std::string_view fragment) { post(app::FragmentChanged{std::string(fragment)}); }

  /// The latest request to a path that ends so.
  [[nodiscard]] app::SendRequest asked(std::string_view path_end) const {
    const auto found = std::find_if(sent_.rbegin(), sent_.rend(), [path_end](const auto& request) {
      return std::string_view(request.path).ends_with(path_end);
    });
    INFO("never asked for: ", std::string(path_end));
    REQUIRE(found != sent_.rend());
    return *found;
  }

  void answer(const app::SendRequest& request, int status, std::string body = {}) {
    arrived(request, {true, status, std::move(body)});
  }
  void answer_that_nobody_is_signed_in(const app::SendRequest& request) {
    answer(request, 401, problem_json(401, protocol::ProblemCode::not_signed_in));
  }
  void lose(const app::SendRequest& request) { arrived(request, {}); }

  void sign_in(const protocol::SessionResponse& member) {
    if (model().session.presence == app::Presence::unknown) {
      answer_that_nobody_is_signed_in(asked("/session"));
    }
    drafts().sign_in.email = member.email;
    drafts().sign_in.password = "not told to this test";
    post(app::accounts::SignInPressed{});
    answer(asked("/session"), 200, base::encode_json(member));
    REQUIRE(model().session.presence == app::Presence::signed_in);
  }

  [[nodiscard]] const app::Model& model() const { return desk_.model(); }
  [[nodiscard]] app::Drafts& drafts() { return desk_.drafts(); }
  [[nodiscard]] const std::vector<app::SendRequest>& sent() const { return sent_; }
  [[nodiscard]] const std::string& address() const { return address_; }
  [[nodiscard]] const std::string& focus() const { return focus_; }

 private:
  /// As the host does: for each request once.
  void arrived(const app::SendRequest& request, app::Reply reply) {
    REQUIRE(answered_.insert(request.id.value).second);
    post(app::ReplyArrived{request.id, std::move(reply)});
  }

  static domain::Association association() {
    domain::Association ipma;
    ipma.id = "ipma";
    return ipma;
  }

  app::Desk desk_;
  std::vector<app::SendRequest> sent_;
  std::set<std::int64_t> answered_;
  std::string address_;  // that it has asked for last
  std::string focus_;    // where it has moved it last
};

}  // namespace laurel::tests
