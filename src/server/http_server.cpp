#include "server/http_server.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstddef>
#include <ctime>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace laurel::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using beast::error_code;
using std::chrono::steady_clock;

using BeastRequest = http::request<http::string_body>;
using BeastReply = http::response<http::span_body<const char>>;

/// "Fri, 20 Nov 2026 09:00:00 GMT" (RFC 9110 5.6.7).
std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  std::array<char, 40> text{};
  const std::size_t length =
      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
  return {text.data(), length};
}

/// What Beast accepts and RFC 9112 does not: no Host or several (3.2), a body framed in two ways
/// (6.3), a target that is no path.
bool is_malformed(const BeastRequest& request) {
  if (request.version() >= 11 && request.count(http::field::host) != 1) return true;
  if (request.count(http::field::content_length) > 1) return true;
  if (request.count(http::field::content_length) + request.count(http::field::transfer_encoding) >
      1) {
    return true;
  }
  return request.target().empty() || request.target().front() != '/';
}

std::ptrdiff_t count_fields(const BeastRequest& request) {
  return std::distance(request.begin(), request.end());
}

HttpRequest to_message(BeastRequest&& request, const std::string& peer_address) {
  HttpRequest message;
  message.method = std::string(request.method_string());
  message.target = std::string(request.target());
  for (const auto& field : request) {
    message.headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
  }
  message.body = std::move(request.body());
  message.peer_address = peer_address;
  return message;
}

/// What the connections share; belongs to the server's one thread.
struct Context {
  explicit Context(HttpSettings given) : settings(std::move(given)) {}

  HttpSettings settings;
  asio::io_context io{1};
  Responder responder;
  AccessLog* log = nullptr;
  std::size_t large_bodies = 0;  // that are being read or worked on
  bool draining = false;
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Ended = std::function<void(const std::shared_ptr<Connection>&)>;

  Connection(tcp::socket&& socket, Context& context, Ended ended)
      : stream_(std::move(socket)), context_(context), ended_(std::move(ended)) {
    error_code ignored;
    const auto peer = stream_.socket().remote_endpoint(ignored);
    if (!ignored) peer_address_ = peer.address().to_string();
  }

  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void start() { read_request(); }

  /// Ends it now if no request has begun to arrive; else after the reply.
  void drain() {
    const bool idle = !busy_ && parser_ && !parser_->got_some();
    if (idle || lingering_) close();
  }

  void close() {
    error_code ignored;
    stream_.socket().close(ignored);
  }

 private:
  void read_request() {
    if (context_.draining) return end();
    release_large_body();
    parser_.emplace();
    parser_->header_limit(context_.settings.max_header_bytes);
    parser_->body_limit(boost::none);  // until `on_header`, which comes before the body
    stream_.expires_after(context_.settings.request_timeout);
    http::async_read_header(stream_, buffer_, *parser_,
                            [self = shared_from_this()](error_code error, std::size_t) {
                              self->on_header(error);
                            });
  }

  void on_header(error_code error) {
    if (error) return on_read(error);
    const HttpSettings& settings = context_.settings;
    if (is_malformed(parser_->get())) return refuse(settings.malformed_reply);
    header_fields_ = count_fields(parser_->get());
    const auto& request = parser_->get();
    const std::string_view target(request.target().data(), request.target().size());
    const std::uint64_t limit =
        settings.max_body_bytes(std::string(request.method_string()),
                                target.substr(0, target.find('?')));
    const std::uint64_t expected = parser_->content_length().value_or(limit);
    if (expected > limit) return on_read(http::error::body_limit);
    if (expected > HttpSettings::large_body_bytes && !parser_->is_done()) {
      if (context_.large_bodies >= settings.max_large_bodies) return refuse(settings.busy_reply);
      hold_large_body();
      stream_.expires_after(settings.request_timeout +
                            std::chrono::seconds(expected / settings.slowest_bytes_per_s));
    }
    parser_->body_limit(limit);
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](error_code failed, std::size_t) {
                       self->on_read(failed);
                     });
  }

  void hold_large_body() {
    holds_large_body_ = true;
    ++context_.large_bodies;
  }

  void release_large_body() {
    if (holds_large_body_) --context_.large_bodies;
    holds_large_body_ = false;
  }

  void on_read(error_code error) {
    if (error == http::error::end_of_stream || error == http::error::partial_message) return end();
    if (error && error.category() != http::make_error_code(http::error::bad_method).category()) {
      return end();  // the network's error, or too slow
    }
    // The trailers of a chunked body have joined the headers, where a proxy in front of us has seen
    // none of them: they could say whatever it would not let through.
    if (error || count_fields(parser_->get()) != header_fields_) {
      return refuse(context_.settings.malformed_reply);
    }
    started_ = steady_clock::now();
    busy_ = true;
    close_after_reply_ = !parser_->get().keep_alive();
    head_ = parser_->get().method() == http::verb::head;
    version_ = parser_->get().version();
    HttpRequest request = to_message(parser_->release(), peer_address_);
    method_ = request.method;
    path_ = context_.settings.path_for_log(request.path());
    // No time-out while the request is worked on: its own steps are bounded.
    stream_.expires_never();
    // Gives itself away with the reply: the thread that answers must not be the last to hold it.
    context_.responder(std::move(request), [self = shared_from_this()](HttpReply reply) mutable {
      auto& io = self->context_.io;
      asio::post(io, [self = std::move(self), reply = std::move(reply)]() mutable {
        self->write_reply(std::move(reply));
      });
    });
  }

  /// Answers what will not be read to its end.
  void refuse(const HttpReply& reply) {
    started_ = steady_clock::now();
    busy_ = true;
    refused_ = true;
    close_after_reply_ = true;
    method_ = "-";
    path_ = "-";
    write_reply(reply);
  }

  void write_reply(HttpReply reply) {
    body_ = std::move(reply.body);
    const std::size_t size = body_ == nullptr ? 0 : body_->size();
    reply_.emplace();
    reply_->version(version_);
    reply_->result(static_cast<unsigned>(reply.status));
    for (const auto& [name, value] : reply.headers) reply_->insert(name, value);
    reply_->set(http::field::date, http_date());
    reply_->keep_alive(!close_after_reply_ && !context_.draining);
    const bool has_length = reply.status != 204 && reply.status != 304;
    if (has_length) reply_->content_length(size);
    const bool has_body = has_length && !head_ && size > 0;
    reply_->body() = {has_body ? body_->data() : nullptr, has_body ? size : 0};
    log(reply.status, has_body ? size : 0);

    serializer_.emplace(*reply_);
    stream_.expires_after(context_.settings.reply_timeout);
    const auto on_written = [self = shared_from_this()](error_code error, std::size_t) {
      self->on_written(error);
    };
    if (has_body) {
      http::async_write(stream_, *serializer_, on_written);
    } else {
      http::async_write_header(stream_, *serializer_, on_written);
    }
  }

  void on_written(error_code error) {
    busy_ = false;
    if (error) return end();
    if (refused_) return linger();
    if (!reply_->keep_alive()) return end();
    head_ = false;
    read_request();
  }

  /// Says that nothing more will come, and reads what the client still sends for a short while: a
  /// socket closed with unread bytes would take the reply away from the client.
  void linger() {
    lingering_ = true;
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    stream_.expires_after(std::chrono::seconds(2));
    read_rest();
  }

  void read_rest() {
    stream_.async_read_some(asio::buffer(rest_),
                            [self = shared_from_this()](error_code error, std::size_t) {
                              if (error) return self->end();
                              self->read_rest();
                            });
  }

  void end() {
    release_large_body();
    close();
    ended_(shared_from_this());
  }

  void log(int status, std::size_t bytes) {
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - started_);
    context_.log->request({method_, path_, status, took, bytes});
  }

  beast::tcp_stream stream_;
  Context& context_;
  Ended ended_;
  std::string peer_address_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  std::optional<BeastReply> reply_;
  std::optional<http::response_serializer<http::span_body<const char>>> serializer_;
  std::shared_ptr<const std::string> body_;  // what `reply_` points into
  std::array<char, 4096> rest_{};
  steady_clock::time_point started_;
  std::string method_;
  std::string path_;
  std::ptrdiff_t header_fields_ = 0;
  unsigned version_ = 11;
  bool head_ = false;
  bool busy_ = false;
  bool refused_ = false;
  bool holds_large_body_ = false;
  bool lingering_ = false;
  bool close_after_reply_ = false;
};

}  // namespace

class HttpServer::Implementation {
 public:
  explicit Implementation(HttpSettings settings) : context_(std::move(settings)) {}

  base::Status listen(const std::string& address, std::uint16_t port) {
    if (address == "localhost") return listen_locally(port);
    error_code error;
    const auto ip = asio::ip::make_address(address, error);
    if (error) return base::fail(base::ErrorCode::unavailable, "no IP address: " + address);
    if (const auto failed = add_acceptor({ip, port})) return cannot_listen({ip, port}, failed);
    return {};
  }

  std::uint16_t port() const { return acceptors_.front().local_endpoint().port(); }

  void run(Responder responder, AccessLog& log) {
    context_.responder = std::move(responder);
    context_.log = &log;
    for (tcp::acceptor& acceptor : acceptors_) accept(acceptor);
    signals_.async_wait([this](error_code, int) { drain(); });
    context_.io.run();
  }

 private:
  /// Browsers try both addresses of "localhost": at neither may they find another program.
  base::Status listen_locally(std::uint16_t port) {
    const tcp::endpoint by_ipv4(asio::ip::address_v4::loopback(), port);
    if (const auto error = add_acceptor(by_ipv4)) return cannot_listen(by_ipv4, error);
    const tcp::endpoint by_ipv6(asio::ip::address_v6::loopback(), this->port());
    const auto error = add_acceptor(by_ipv6);
    const bool without_ipv6 = error == boost::system::errc::address_not_available ||
                              error == boost::system::errc::address_family_not_supported;
    if (error && !without_ipv6) return cannot_listen(by_ipv6, error);
    return {};
  }

  error_code add_acceptor(const tcp::endpoint& endpoint) {
    error_code error;
    tcp::acceptor acceptor(context_.io);
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error && endpoint.address().is_v6()) {
      acceptor.set_option(asio::ip::v6_only(true), error);
    }
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error) acceptors_.push_back(std::move(acceptor));
    return error;
  }

  static base::Status cannot_listen(const tcp::endpoint& endpoint, const error_code& error) {
    std::ostringstream text;
    text << "cannot listen on " << endpoint << ": " << error.message();
    return base::fail(base::ErrorCode::unavailable, text.str());
  }

  void accept(tcp::acceptor& acceptor) {
    acceptor.async_accept([this, &acceptor](error_code error, tcp::socket socket) {
      if (context_.draining) return;
      if (error) return accept_later(acceptor);
      add_connection(std::move(socket));
      accept(acceptor);
    });
  }

  /// Without file handles accept fails at once, again and again: waits until some are given back.
  void accept_later(tcp::acceptor& acceptor) {
    const auto timer = std::make_shared<asio::steady_timer>(context_.io);
    timer->expires_after(std::chrono::milliseconds(100));
    timer->async_wait([this, &acceptor, timer](error_code) {
      if (!context_.draining) accept(acceptor);
    });
  }

  void add_connection(tcp::socket&& socket) {
    if (connections_.size() >= context_.settings.max_connections) return;  // closes the socket
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto connection = std::make_shared<Connection>(
        std::move(socket), context_,
        [this](const std::shared_ptr<Connection>& ended) { remove_connection(ended); });
    connections_.insert(connection);
    connection->start();
  }

  void remove_connection(const std::shared_ptr<Connection>& connection) {
    connections_.erase(connection);
    if (context_.draining && connections_.empty()) context_.io.stop();
  }

  void drain() {
    context_.draining = true;
    for (tcp::acceptor& acceptor : acceptors_) {
      error_code ignored;
      acceptor.close(ignored);
    }
    if (connections_.empty()) return context_.io.stop();
    deadline_.expires_after(context_.settings.drain_timeout);
    deadline_.async_wait([this](error_code error) {
      if (!error) context_.io.stop();
    });
    for (const auto& connection : connections_) connection->drain();
  }

  Context context_;
  /// Caught from the start: whoever read that the server listens may end it at once.
  asio::signal_set signals_{context_.io, SIGTERM, SIGINT};
  std::vector<tcp::acceptor> acceptors_;
  std::set<std::shared_ptr<Connection>> connections_;
  asio::steady_timer deadline_{context_.io};
};

HttpServer::HttpServer(HttpSettings settings)
    : implementation_(std::make_unique<Implementation>(std::move(settings))) {}

HttpServer::~HttpServer() = default;

base::Status HttpServer::listen(const std::string& address, std::uint16_t port) {
  return implementation_->listen(address, port);
}

std::uint16_t HttpServer::port() const { return implementation_->port(); }

void HttpServer::run(Responder responder, AccessLog& log) {
  implementation_->run(std::move(responder), log);
}

}  // namespace laurel::server
