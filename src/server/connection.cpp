// SPDX-License-Identifier: MIT
#include "server/connection.hpp"

#include <algorithm>
#include <utility>

#include <boost/asio/dispatch.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/status.hpp>

namespace lectern::server {
namespace asio = boost::asio;
namespace http = boost::beast::http;
using Error = boost::system::error_code;
namespace {

constexpr std::size_t kReadBytes = 4 * 1024;
constexpr std::size_t kChunkBytes = 64 * 1024;
constexpr std::size_t kMaxDrainedBytes = 1024 * 1024;

template <typename Name>
std::string field(const http::fields& fields, Name name) {
  const auto value = fields[name];
  return std::string(value.data(), value.size());
}

Answer sentence(int status) {
  Answer answer;
  answer.status = status;
  answer.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
  answer.text = status == 400 ? "This is not a request.\n" : "This request is too large.\n";
  return answer;
}

}  // namespace

Connection::Connection(Socket socket, Worker& worker)
    : socket_(std::move(socket)), worker_(worker) {
  Error gone;
  socket_.set_option(asio::ip::tcp::no_delay(true), gone);
  const auto endpoint = socket_.remote_endpoint(gone);
  if (!gone) peer_ = endpoint.address().to_string();
  worker_.add(this);
}

Connection::~Connection() {
  worker_.remove(this);
}

void Connection::wind_up() {
  const bool begun = parser_ && (parser_->got_some() || buffer_.size() > 0);
  if (reading_ && !begun) close();
}

void Connection::check_deadline(Worker::Time now) {
  if (deadline_ && now >= *deadline_) close();
}

void Connection::wait_for_client() {
  deadline_ = Worker::now() + worker_.options().patience;
}

void Connection::close() {
  Error ignored;
  socket_.close(ignored);
}

void Connection::read() {
  if (worker_.stopping() && buffer_.size() == 0) return;
  parser_.emplace();
  parser_->header_limit(worker_.options().max_header_bytes);
  parser_->body_limit(worker_.options().max_body_bytes);
  parser_->eager(true);
  reading_ = true;
  wait_for_client();
  buffer_.size() > 0 ? parse() : read_more();
}

void Connection::read_more() {
  socket_.async_read_some(buffer_.prepare(kReadBytes),
                          [self = shared_from_this()](Error error, std::size_t size) {
                            if (error) return;  // the client has gone, or took too long
                            self->buffer_.commit(size);
                            self->parse();
                          });
}

void Connection::parse() {
  Error error;
  while (buffer_.size() > 0 && !parser_->is_done() && !error)
    buffer_.consume(parser_->put(buffer_.data(), error));
  if (error == http::error::need_more) error = {};
  if (!error && !parser_->is_done()) return read_more();
  reading_ = false;
  if (!error) return handle();
  if (error == http::error::body_limit) return refuse(413);
  refuse(error == http::error::header_limit || error == http::error::buffer_overflow ? 431 : 400);
}

void Connection::handle() {
  deadline_.reset();
  auto message = parser_->release();
  head_ = message.method() == http::verb::head;
  keep_alive_ = message.keep_alive();
  version_ = message.version();
  Request request;
  request.method = std::string(message.method_string());
  request.target = std::string(message.target());
  request.if_none_match = field(message, http::field::if_none_match);
  request.if_range = field(message, http::field::if_range);
  request.range = field(message, http::field::range);
  request.accept_encoding = field(message, http::field::accept_encoding);
  request.authorization = field(message, http::field::authorization);
  request.content_type = field(message, http::field::content_type);
  request.forwarded_for = field(message, "X-Forwarded-For");
  request.host = field(message, http::field::host);
  request.origin = field(message, http::field::origin);
  request.peer = peer_;
  request.body = std::move(message.body());
  request.run = [self = shared_from_this()](std::function<void()> task) {
    asio::dispatch(self->worker_.context(), std::move(task));
  };
  worker_.handler()(request, [self = shared_from_this()](Answer answer) {
    asio::dispatch(self->worker_.context(), [self, answer = std::move(answer)]() mutable {
      self->send(std::move(answer));
    });
  });
}

// What could not be read leaves nothing that a next request could begin after.
void Connection::refuse(int status) {
  head_ = keep_alive_ = false;
  version_ = 11;
  send(worker_.options().refuse ? worker_.options().refuse(status) : sentence(status));
}

void Connection::send(Answer answer) {
  if (!answer.file.empty()) {
    file_.close();
    file_.clear();
    file_.open(answer.file, std::ios::binary);
    file_.seekg(static_cast<std::streamoff>(answer.first));
    if (!file_) {  // it went since it was looked at
      answer = {};
      answer.status = 404;
    }
  }
  const bool is_file = !answer.file.empty();
  if (!is_file) answer.length = answer.text.size();
  keep_alive_ = keep_alive_ && !worker_.stopping();
  // 204 and 304 have no body; the length of a 304 would be that of the 200 (RFC 9110, 8.6).
  const bool bodiless = answer.status == 204 || answer.status == 304;

  const auto reason = http::obsolete_reason(http::int_to_status(static_cast<unsigned>(answer.status)));
  out_ = version_ == 10 ? "HTTP/1.0 " : "HTTP/1.1 ";
  out_ += std::to_string(answer.status) + ' ';
  out_.append(reason.data(), reason.size());
  for (const auto& [name, value] : answer.headers) {
    out_ += "\r\n";
    out_ += name;
    out_ += ": ";
    out_ += value;
  }
  if (!keep_alive_) out_ += "\r\nConnection: close";
  else if (version_ == 10) out_ += "\r\nConnection: keep-alive";
  if (!bodiless) out_ += "\r\nContent-Length: " + std::to_string(answer.length);
  out_ += "\r\n\r\n";
  const bool has_body = !bodiless && !head_;
  if (has_body && !is_file) out_ += answer.text;
  left_ = has_body && is_file ? answer.length : 0;
  write();
}

// The next piece of the file; false when the file has become shorter.
bool Connection::fill() {
  out_.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left_, kChunkBytes)));
  left_ -= out_.size();
  return bool(file_.read(out_.data(), static_cast<std::streamsize>(out_.size())));
}

void Connection::write() {
  wait_for_client();
  asio::async_write(socket_, asio::buffer(out_),
                    [self = shared_from_this()](Error error, std::size_t) {
                      if (error) return;
                      if (self->left_ == 0) return self->finish();
                      self->fill() ? self->write() : self->close();
                    });
}

void Connection::finish() {
  if (keep_alive_) return read();
  Error failed;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, failed);
  if (!failed) drain();
}

// Closing while the client still sends would take the answer from it (RFC 9112, 9.6).
void Connection::drain() {
  out_.resize(kReadBytes);
  wait_for_client();
  socket_.async_read_some(asio::buffer(out_),
                          [self = shared_from_this()](Error error, std::size_t size) {
                            self->drained_ += size;
                            if (!error && self->drained_ < kMaxDrainedBytes) self->drain();
                          });
}

}  // namespace lectern::server
