#include "server/dev_mailbox.h"

#include "base/codec.h"
#include "base/html.h"
#include "protocol/mail.h"
#include "server/router.h"
#include "server/security_headers.h"

namespace laurel::server {
namespace {

std::string message_html(const protocol::DevMail& mail) {
  std::string html = "<article>\n<h2>" + base::escaped_html(mail.subject) +
                     "</h2>\n<p>To " + base::escaped_html(mail.to) + ", " +
                     base::format_instant(mail.written) + "</p>\n<pre>" +
                     base::escaped_html(mail.text) + "</pre>\n<ul>\n";
  for (const std::string& link : mail.links) {
    const std::string address = base::escaped_html(link);
    html += "<li><a href=\"" + address + "\">" + address + "</a></li>\n";
  }
  return html + "</ul>\n</article>\n";
}

std::string page(const protocol::DevMailboxResponse& mailbox) {
  std::string html =
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width\"><title>Mailbox</title></head>\n"
      "<body>\n<h1>Mailbox</h1>\n<p>Every mail of this server for development, the newest first. "
      "Nothing is sent.</p>\n";
  if (mailbox.messages.empty()) html += "<p>No mails yet.</p>\n";
  for (const protocol::DevMail& mail : mailbox.messages) html += message_html(mail);
  return html + "</body></html>\n";
}

}  // namespace

std::optional<HttpReply> dev_mailbox_reply(const HttpRequest& request,
                                           const service::kernel::Api& api,
                                           service::kernel::Services& services) {
  const std::string path = request.path();
  const bool for_people = path == "/dev/mailbox";
  if (!services.config.dev_mailbox || request.method != "GET") return std::nullopt;
  if (!for_people && path != "/dev/mailbox.json") return std::nullopt;
  const protocol::Response response =
      api.handle({.path = protocol::path_of(protocol::dev_mailbox, {})}, services);
  const auto mailbox = base::decode_json<protocol::DevMailboxResponse>(
      response.body, {.max_bytes = 8 * 1024 * 1024});
  if (!for_people || !mailbox) return to_http(response);
  HttpReply reply;
  reply.headers = {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-store"}};
  add_security_headers(reply.headers);
  reply.body = std::make_shared<const std::string>(page(*mailbox));
  return reply;
}

}  // namespace laurel::server
