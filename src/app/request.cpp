#include "app/request.h"

#include <algorithm>
#include <cassert>

namespace laurel::app {

RequestId Requests::begin(Purpose purpose, std::string content, Route asked_on) {
  const auto same_purpose = [purpose](const auto& other) { return other.purpose == purpose; };
  std::erase_if(pending_, same_purpose);
  const RequestId id{++last_id_};
  pending_.push_back({id, purpose, std::move(asked_on)});
  const auto before = std::find_if(unanswered_.begin(), unanswered_.end(), same_purpose);
  const bool repeats = before != unanswered_.end() && before->content == content;
  if (repeats) return id;
  if (before != unanswered_.end()) unanswered_.erase(before);
  unanswered_.push_back({purpose, std::move(content), id.value});
  return id;
}

std::optional<Request> Requests::finish(RequestId id, bool answered) {
  const auto pending = std::find_if(pending_.begin(), pending_.end(),
                                    [id](const Request& request) { return request.id == id; });
  if (pending == pending_.end()) return std::nullopt;
  Request request = std::move(*pending);
  pending_.erase(pending);
  if (answered) {
    std::erase_if(unanswered_,
                  [&request](const Unanswered& u) { return u.purpose == request.purpose; });
  }
  return request;
}

void Requests::drop(Purpose purpose) {
  const auto is_dropped = [purpose](const auto& request) { return request.purpose == purpose; };
  std::erase_if(pending_, is_dropped);
  std::erase_if(unanswered_, is_dropped);
}

void Requests::drop(Audience audience) {
  const auto is_dropped = [audience](const auto& request) {
    return request.purpose.audience() == audience;
  };
  std::erase_if(pending_, is_dropped);
  std::erase_if(unanswered_, is_dropped);
}

bool Requests::is_pending(Purpose purpose) const {
  return std::any_of(pending_.begin(), pending_.end(),
                     [purpose](const Request& request) { return request.purpose == purpose; });
}

bool Requests::is_pending(Purpose purpose, const Route& asked_on) const {
  return std::any_of(pending_.begin(), pending_.end(), [&](const Request& request) {
    return request.purpose == purpose && request.asked_on == asked_on;
  });
}

std::string Requests::idempotency_key(Purpose purpose) const {
  const auto asked = std::find_if(unanswered_.begin(), unanswered_.end(),
                                  [purpose](const Unanswered& u) { return u.purpose == purpose; });
  assert(asked != unanswered_.end());
  return client_key_ + "-" + std::to_string(asked->key);
}

bool is_answered(const Reply& reply) {
  constexpr int conflict = 409;
  return reply.arrived && reply.status < 500 && reply.status != conflict;
}

bool is_done(const Reply& reply) {
  return reply.arrived && reply.status >= 200 && reply.status < 300;
}

std::optional<protocol::Problem> problem_of(const Reply& reply) {
  if (!reply.arrived || reply.status < 400) return std::nullopt;
  auto problem = base::decode_json<protocol::Problem>(reply.body);
  if (!problem) return std::nullopt;
  return std::move(*problem);
}

Trouble trouble_of(const Reply& reply) {
  if (!reply.arrived) return {TroubleKind::offline};
  if (reply.status < 400) return {TroubleKind::rubbish};
  const auto problem = problem_of(reply);
  if (!problem) {
    // A proxy in between answers 502 to 504 with a page of its own.
    return {reply.status >= 500 ? TroubleKind::unavailable : TroubleKind::rubbish};
  }
  switch (problem->code) {
    case protocol::ProblemCode::wrong_credentials:
      return {TroubleKind::wrong_credentials};
    case protocol::ProblemCode::gone:
      return {TroubleKind::expired};
    case protocol::ProblemCode::too_many_tries:
      return {TroubleKind::too_many_tries, problem->retry_after_s.value_or(60)};
    default:
      return {TroubleKind::unavailable};
  }
}

bool is_problem(const Reply& reply, protocol::ProblemCode code) {
  const auto problem = problem_of(reply);
  return problem && problem->code == code;
}

}  // namespace laurel::app
