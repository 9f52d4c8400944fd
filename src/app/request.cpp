#include "app/request.h"

#include <algorithm>
#include <cassert>

namespace laurel::app {

Audience audience_of(Purpose purpose) {
  switch (purpose) {
    case Purpose::check_session:
    case Purpose::read_dashboard:
    case Purpose::read_certificates:
    case Purpose::search_my_certificates:
    case Purpose::claim_certificates:
    case Purpose::search_directory:
    case Purpose::read_member:
    case Purpose::read_profile:
    case Purpose::save_profile:
    case Purpose::read_other_profile:
    case Purpose::read_preview:
    case Purpose::save_photo:
    case Purpose::remove_photo:
    case Purpose::read_calendar:
    case Purpose::change_email:
    case Purpose::change_password:
    case Purpose::read_devices:
    case Purpose::end_session:
      return Audience::member;
    case Purpose::register_member:
    case Purpose::search_certificates:
    case Purpose::complete_registration:
    case Purpose::send_activation_mail:
      return Audience::registering_visitor;
    case Purpose::read_session:
    case Purpose::sign_in:
    case Purpose::sign_out:
    case Purpose::ask_for_new_password:
    case Purpose::set_new_password:
    case Purpose::press_mail_link:
    case Purpose::subscribe_newsletter:
    case Purpose::read_education:
    case Purpose::read_events:
    case Purpose::read_member_associations:
    case Purpose::read_organisations:
    case Purpose::read_text:
    case Purpose::search:
    case Purpose::read_mailbox:
    case Purpose::read_verification:
      return Audience::everybody;
  }
  return Audience::everybody;
}

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
    return audience_of(request.purpose) == audience;
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
