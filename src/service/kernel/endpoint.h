// A handler bound to its endpoint (protocol/endpoint.h). It receives what the endpoint's audience has
// and the decoded request, and returns the endpoint's response or a problem:
//
//   OrProblem<protocol::ProfileResponse> save_profile(const MemberCall& call, Services& services,
//                                                     const protocol::ProfileUpdate& update);
//
//   bind<protocol::profile_save>(save_profile)
//
// A handler of a member's endpoint that does not take what a member's call holds does not compile, nor
// does one that answers with anything else than what the endpoint promises.
#pragma once

#include <concepts>
#include <functional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "protocol/endpoint.h"
#include "protocol/json_schema.h"
#include "service/kernel/call.h"
#include "service/kernel/guard.h"

namespace laurel::service::kernel {

/// How a request becomes the call of an audience: `Caller`, and `admit`, which gives one or a problem.
/// The feature that knows the audience states it (service/accounts/member_call.h).
template <protocol::Audience audience>
struct Admission;

template <>
struct Admission<protocol::Audience::visitor> {
  using Caller = VisitorCall;
  static OrProblem<VisitorCall> admit(const Call& call, Services& /*services*/) { return call; }
};

/// What a server has to know before it begins.
enum class Work {
  ordinary,
  hashes_passwords,   // 20 MiB and tens of milliseconds of computing
  decodes_pictures,   // up to 256 MiB and seconds of computing
};

/// The body of a request or a response, for the description.
struct Body {
  std::string_view media_type;       // empty where there is none
  protocol::SchemaWriter write = nullptr;
};

struct Endpoint {
  const protocol::Route& route;
  std::function<protocol::Response(const Call&, Services&)> handler;
  protocol::Audience audience;
  protocol::Problems problems;
  protocol::Repetition repetition;
  int success_status;
  std::size_t max_body_bytes;
  Work work = Work::ordinary;
  Accepts accepts = Accepts::json_of_our_pages;
  bool sets_cookies = false;
  Body request = {};
  Body response = {};
};

using Endpoints = std::vector<Endpoint>;

template <class Message>
constexpr Body body_of() {
  if constexpr (std::is_same_v<Message, protocol::Nothing> ||
                std::is_same_v<Message, protocol::NoContent>) {
    return {};
  } else if constexpr (std::is_same_v<Message, protocol::Picture>) {
    return {"image/jpeg", protocol::write_binary};
  } else if constexpr (std::is_same_v<Message, protocol::Document>) {
    return {"application/json", protocol::write_any_object};
  } else if constexpr (ReadsItself<Message>) {
    return {Message::media_type, [](base::JsonWriter& json, protocol::Schemas&) {
              Message::write_schema(json);
            }};
  } else {
    return {"application/json", protocol::write_reference<Message>};
  }
}

template <class Answer, class Message>
concept Answers = std::same_as<Answer, OrProblem<Message>> ||
                  std::same_as<Answer, OrProblem<WithCookies<Message>>>;

template <class Handler, class Caller, class Request, class Response>
constexpr bool sets_cookies() {
  using WithThem = OrProblem<WithCookies<Response>>;
  if constexpr (std::is_same_v<Request, protocol::Nothing>) {
    return std::is_same_v<std::invoke_result_t<Handler, const Caller&, Services&>, WithThem>;
  } else {
    return std::is_same_v<std::invoke_result_t<Handler, const Caller&, Services&, Request>,
                          WithThem>;
  }
}

template <const auto& endpoint, class Handler>
[[nodiscard]] Endpoint bind(Handler handler, Work work = Work::ordinary) {
  using Described = std::remove_cvref_t<decltype(endpoint)>;
  using Request = typename Described::Request;
  using Response = typename Described::Response;
  using Door = Admission<Described::audience>;
  const auto respond = []<class Answer>(const Answer& answer) {
    static_assert(Answers<Answer, Response>, "the endpoint promises another response");
    return answer ? to_response(endpoint.success_status, *answer) : to_response(answer.error());
  };
  const auto handle = [handler, respond](const Call& call,
                                         Services& services) -> protocol::Response {
    const OrProblem<typename Door::Caller> caller = Door::admit(call, services);
    if (!caller) return to_response(caller.error());
    if constexpr (std::is_same_v<Request, protocol::Nothing>) {
      return respond(handler(*caller, services));
    } else {
      OrProblem<Request> request = read_body<Request>(call);
      if (!request) return to_response(request.error());
      return respond(handler(*caller, services, std::move(*request)));
    }
  };
  return {.route = endpoint,
          .handler = handle,
          .audience = Described::audience,
          .problems = endpoint.problems,
          .repetition = endpoint.repetition,
          .success_status = endpoint.success_status,
          .max_body_bytes = endpoint.max_body_bytes,
          .work = work,
          .accepts = ReadsItself<Request> ? Accepts::form_of_anybody : Accepts::json_of_our_pages,
          .sets_cookies = sets_cookies<Handler, typename Door::Caller, Request, Response>(),
          .request = body_of<Request>(),
          .response = body_of<Response>()};
}

}  // namespace laurel::service::kernel
