#include "adapters/smtp/smtp_mailer.h"

#include <memory>
#include <utility>

#include <curl/curl.h>

#include "adapters/smtp/mail_headers.h"

namespace laurel::adapters::smtp {
namespace {

struct FreeEasy {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreeMime {
  void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using Easy = std::unique_ptr<CURL, FreeEasy>;
using List = std::unique_ptr<curl_slist, FreeList>;
using Mime = std::unique_ptr<curl_mime, FreeMime>;

/// Appends a copy; on failure the list stays as it was.
void append(List& list, const std::string& line) {
  curl_slist* longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) return;
  static_cast<void>(list.release());
  list.reset(longer);
}

void add_part(curl_mime* mime, const std::string& content, const char* type) {
  curl_mimepart* part = curl_mime_addpart(mime);
  curl_mime_data(part, content.data(), content.size());
  curl_mime_type(part, type);
  curl_mime_encoder(part, "base64");
}

Mime body_of(CURL* handle, const ports::Mail& mail) {
  Mime alternatives(curl_mime_init(handle));
  add_part(alternatives.get(), mail.text, "text/plain; charset=utf-8");
  add_part(alternatives.get(), mail.html, "text/html; charset=utf-8");
  return alternatives;
}

int stop_when_told(void* stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return *static_cast<const std::atomic<bool>*>(stopping) ? 1 : 0;
}

void set_connection(CURL* handle, const SmtpSettings& settings) {
  curl_easy_setopt(handle, CURLOPT_URL, settings.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, settings.timeout_s);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, settings.timeout_s);
  const bool encrypted = settings.encryption == Encryption::required;
  curl_easy_setopt(handle, CURLOPT_USE_SSL, encrypted ? CURLUSESSL_ALL : CURLUSESSL_NONE);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  if (!settings.ca_file.empty()) {
    curl_easy_setopt(handle, CURLOPT_CAINFO, settings.ca_file.c_str());
    curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
  }
  if (!settings.user.empty()) {
    curl_easy_setopt(handle, CURLOPT_USERNAME, settings.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, settings.password.c_str());
  }
}

base::Status failure(CURL* handle, CURLcode code) {
  long reply = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &reply);
  std::string context = std::string("SMTP: ") + curl_easy_strerror(code);
  if (reply != 0) context += ", last reply " + std::to_string(reply);
  return base::fail(base::ErrorCode::unavailable, std::move(context));
}

}  // namespace

SmtpMailer::SmtpMailer(SmtpSettings settings, const ports::Clock& clock)
    : settings_(std::move(settings)), clock_(clock) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
}

SmtpMailer::~SmtpMailer() { curl_global_cleanup(); }

base::Status SmtpMailer::send(const ports::Mail& mail) {
  if (stopping_) return base::fail(base::ErrorCode::cancelled, "SMTP: stopping");
  const auto lines = mail_headers(mail, clock_.now());
  if (!lines) return tl::unexpected(lines.error());
  const Easy handle(curl_easy_init());
  if (!handle) return base::fail(base::ErrorCode::unavailable, "SMTP: no memory");
  List headers;
  for (const std::string& line : *lines) append(headers, line);
  append(headers, "Content-Type: multipart/alternative");  // libcurl adds the boundary
  List recipients;
  append(recipients, mail.to);
  const Mime body = body_of(handle.get(), mail);

  set_connection(handle.get(), settings_);
  const std::string sender = "<" + mail.from + ">";
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, sender.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle.get(), CURLOPT_MIMEPOST, body.get());
  curl_easy_setopt(handle.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(handle.get(), CURLOPT_XFERINFOFUNCTION, stop_when_told);
  curl_easy_setopt(handle.get(), CURLOPT_XFERINFODATA, &stopping_);
  const CURLcode code = curl_easy_perform(handle.get());
  if (code == CURLE_ABORTED_BY_CALLBACK) {
    return base::fail(base::ErrorCode::cancelled, "SMTP: stopped");
  }
  if (code != CURLE_OK) return failure(handle.get(), code);
  return {};
}

}  // namespace laurel::adapters::smtp
