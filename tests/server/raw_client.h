// A socket that says exactly what a test wants, also what no HTTP library would.
#pragma once

#include <cerrno>
#include <cstdint>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/utf8.h"

namespace laurel::tests {

struct RawReply {
  int status = 0;
  std::string head;  // status line and headers
  std::string body;

  /// The first header with this name; empty when there is none.
  [[nodiscard]] std::string header(const std::string& name) const {
    const std::string lower = base::ascii_lower(head);
    const std::size_t at = lower.find("\r\n" + base::ascii_lower(name) + ":");
    if (at == std::string::npos) return {};
    const std::size_t start = head.find(':', at + 2) + 1;
    return std::string(base::trim(head.substr(start, head.find("\r\n", start) - start)));
  }
};

class RawClient {
 public:
  explicit RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ =
        ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~RawClient() { ::close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  [[nodiscard]] bool connected() const { return connected_; }

  void send(const std::string& bytes) const {
    ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }

  /// The next reply; status 0 when the connection ends instead. `has_body` is false after HEAD.
  RawReply receive(bool has_body = true) {
    RawReply reply;
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
      if (!read_more()) return reply;
    }
    reply.head = received_.substr(0, end + 2);
    received_.erase(0, end + 4);
    reply.status = std::stoi(reply.head.substr(9, 3));
    const std::string length = reply.header("Content-Length");
    const std::size_t size = has_body && !length.empty() ? std::stoul(length) : 0;
    while (received_.size() < size && read_more()) {
    }
    reply.body = received_.substr(0, size);
    received_.erase(0, size);
    return reply;
  }

  /// Whether the other side has closed the connection (waits for it).
  [[nodiscard]] bool is_closed() {
    while (read_more()) received_.clear();
    return closed_;
  }

  RawReply get(const std::string& path, const std::string& headers = "") {
    send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    return receive();
  }

 private:
  bool read_more() {
    char buffer[4096];
    const ssize_t count = ::recv(socket_, buffer, sizeof buffer, 0);
    if (count <= 0) {
      closed_ = count == 0 || errno == ECONNRESET;
      return false;
    }
    received_.append(buffer, static_cast<std::size_t>(count));
    return true;
  }

  int socket_;
  bool connected_ = false;
  bool closed_ = false;
  std::string received_;
};

}  // namespace laurel::tests
