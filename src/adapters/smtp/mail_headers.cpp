#include "adapters/smtp/mail_headers.h"

#include <algorithm>
#include <array>
#include <ctime>

#include "base/bytes.h"
#include "base/utf8.h"

namespace laurel::adapters::smtp {
namespace {

constexpr std::size_t max_word_bytes = 45;  // 60 in base64: 75 with its frame (RFC 2047 section 2)

std::string base64(std::string_view bytes) {
  std::string text = base::to_base64url(bytes);
  std::replace(text.begin(), text.end(), '-', '+');
  std::replace(text.begin(), text.end(), '_', '/');
  while (text.size() % 4 != 0) text.push_back('=');
  return text;
}

std::string without_controls(std::string_view text) {
  std::string out = base::to_valid_utf8(text);
  std::replace_if(out.begin(), out.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return out;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string encoded_words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t bytes = 0;
    while (bytes < text.size()) {
      const std::size_t next = bytes + base::code_point_at(text, bytes).bytes;
      if (next > max_word_bytes) break;
      bytes = next;
    }
    if (!out.empty()) out += " ";
    out += "=?UTF-8?B?" + base64(text.substr(0, bytes)) + "?=";
    text.remove_prefix(bytes);
  }
  return out;
}

/// A name before an address: a quoted string, or encoded words.
std::string display_name(std::string_view name) {
  const std::string plain = without_controls(name);
  if (!is_ascii(plain)) return encoded_words(plain);
  std::string quoted = "\"";
  for (const char c : plain) {
    if (c == '"' || c == '\\') quoted.push_back('\\');
    quoted.push_back(c);
  }
  return quoted + "\"";
}

bool is_safe(std::string_view address) {
  return address.find('@') != std::string_view::npos &&
         std::none_of(address.begin(), address.end(), [](char c) {
           return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '<' || c == '>' ||
                  c == ',';
         });
}

/// RFC 5322 section 3.3, in UTC.
std::string mail_date(base::Instant now) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  std::array<char, 40> text{};
  std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S +0000", &parts);
  return text.data();
}

}  // namespace

std::string header_text(std::string_view text) {
  const std::string plain = without_controls(text);
  // "=?" in plain text would be read as the start of an encoded word.
  if (is_ascii(plain) && plain.find("=?") == std::string::npos) return plain;
  return encoded_words(plain);
}

base::Result<std::vector<std::string>> mail_headers(const ports::Mail& mail, base::Instant now) {
  for (const std::string& address : {mail.from, mail.to, mail.reply_to}) {
    if (!is_safe(address)) {
      return base::fail(base::ErrorCode::invalid_input, "mail: an address that is none");
    }
  }
  std::vector<std::string> headers = {
      "From: " + display_name(mail.from_name) + " <" + mail.from + ">",
      "To: <" + mail.to + ">",
      "Reply-To: <" + mail.reply_to + ">",
      "Subject: " + header_text(mail.subject),
      "Date: " + mail_date(now),
      "Message-ID: " + without_controls(mail.message_id),
      "Auto-Submitted: auto-generated"};
  if (!mail.unsubscribe.empty()) {
    headers.push_back("List-Unsubscribe: <" + without_controls(mail.unsubscribe) + ">");
    headers.emplace_back("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  }
  return headers;
}

}  // namespace laurel::adapters::smtp
