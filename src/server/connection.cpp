// SPDX-License-Identifier: MIT
#include "server/connection.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace lectern::server {
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace {

constexpr std::uint32_t kMaxHeaderBytes = 16 * 1024;
constexpr std::uint64_t kMaxBodyBytes = 64 * 1024;
constexpr std::size_t kMaxDrainedBytes = 1024 * 1024;
// For one request to come in, or one piece of an answer to go out.
constexpr auto kPatience = std::chrono::seconds(30);

std::string field(const http::fields& fields, http::field name) {
  const auto value = fields[name];
  return std::string(value.data(), value.size());
}

}  // namespace

Connection::Connection(boost::asio::ip::tcp::socket socket, const Handler& handler,
                       std::atomic<int>& open)
    : stream_(std::move(socket)), handler_(handler), open_(open) {
  ++open_;
}

Connection::~Connection() {
  --open_;
}

void Connection::start() {
  read();
}

void Connection::read() {
  parser_.emplace();
  parser_->header_limit(kMaxHeaderBytes);
  parser_->body_limit(kMaxBodyBytes);
  stream_.expires_after(kPatience);
  http::async_read(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](beast::error_code error, std::size_t) { self->on_read(error); });
}

void Connection::on_read(beast::error_code error) {
  if (error == http::error::body_limit) {
    return refuse(http::status::payload_too_large, "This request is too large.");
  }
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return refuse(http::status::request_header_fields_too_large, "This request is too large.");
  }
  if (error && error.category() == http::make_error_code(http::error::bad_method).category() &&
      error != http::error::end_of_stream && error != http::error::partial_message) {
    return refuse(http::status::bad_request, "This is not a request.");
  }
  if (error) return;  // the client has gone, or took too long
  const auto& message = parser_->get();
  Request request;
  request.method = std::string(message.method_string());
  request.target = std::string(message.target());
  request.if_none_match = field(message, http::field::if_none_match);
  request.if_range = field(message, http::field::if_range);
  request.range = field(message, http::field::range);
  request.accept_encoding = field(message, http::field::accept_encoding);
  send(handler_(request), message.method() == http::verb::head, message.version(),
       message.keep_alive());
}

// What could not be read leaves nothing that a next request could begin after.
void Connection::refuse(http::status status, const char* sentence) {
  Answer answer;
  answer.status = static_cast<int>(status);
  answer.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
  answer.text = std::string(sentence) + '\n';
  send(std::move(answer), false, 11, false);
}

void Connection::send(Answer answer, bool head, unsigned version, bool keep_alive) {
  answer_ = std::move(answer);
  file_.close();
  file_.clear();
  const bool has_file = !answer_.file.empty();
  if (has_file) {
    file_.open(answer_.file, std::ios::binary);
    file_.seekg(static_cast<std::streamoff>(answer_.first));
    if (!file_) {  // it went since it was looked at
      answer_ = {};
      answer_.status = 404;
    }
  }
  if (answer_.file.empty()) answer_.length = answer_.text.size();
  left_ = answer_.length;

  response_.emplace();
  response_->version(version);
  response_->result(static_cast<unsigned>(answer_.status));
  for (const auto& [name, value] : answer_.headers)
    response_->set(name, value);
  response_->keep_alive(keep_alive);
  // 304 has no body, and its length would be that of the 200 (RFC 9110, 8.6).
  if (answer_.status != 304) response_->content_length(answer_.length);
  response_->body().data = nullptr;
  response_->body().more = left_ > 0;
  serializer_.emplace(*response_);
  write_header(head || answer_.status == 304);
}

void Connection::write_header(bool head) {
  stream_.expires_after(kPatience);
  http::async_write_header(stream_, *serializer_,
                           [self = shared_from_this(), head](beast::error_code error, std::size_t) {
                             if (error) return;
                             head || self->left_ == 0 ? self->finish() : self->write_body();
                           });
}

// The next piece of the body into chunk_; false when the file has become shorter.
bool Connection::fill() {
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(left_, chunk_.size()));
  if (answer_.file.empty()) {
    const auto at = static_cast<std::size_t>(answer_.length - left_);
    std::copy_n(answer_.text.begin() + static_cast<std::ptrdiff_t>(at), size, chunk_.begin());
  } else if (!file_.read(chunk_.data(), static_cast<std::streamsize>(size))) {
    return false;
  }
  left_ -= size;
  response_->body().data = chunk_.data();
  response_->body().size = size;
  response_->body().more = left_ > 0;
  return true;
}

void Connection::write_body() {
  if (!fill()) return stream_.close();
  stream_.expires_after(kPatience);
  http::async_write(stream_, *serializer_,
                    [self = shared_from_this()](beast::error_code error, std::size_t) {
                      if (error && error != http::error::need_buffer) return;
                      self->left_ > 0 ? self->write_body() : self->finish();
                    });
}

void Connection::finish() {
  if (response_->keep_alive()) return read();
  beast::error_code failed;
  stream_.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, failed);
  if (!failed) drain();
}

// Closing while the client still sends would take the answer from it (RFC 9112, 9.6).
void Connection::drain() {
  stream_.expires_after(kPatience);
  stream_.async_read_some(boost::asio::buffer(chunk_),
                          [self = shared_from_this()](beast::error_code error, std::size_t size) {
                            self->drained_ += size;
                            if (!error && self->drained_ < kMaxDrainedBytes) self->drain();
                          });
}

}  // namespace lectern::server
