// SPDX-License-Identifier: MIT
#include "server/connection.hpp"

#include <algorithm>
#include <utility>

#include <boost/asio/dispatch.hpp>

namespace lectern::server {
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace {

constexpr std::size_t kChunkBytes = 64 * 1024;
constexpr std::size_t kMaxDrainedBytes = 1024 * 1024;

std::string field(const http::fields& fields, http::field name) {
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

Connection::Connection(boost::asio::ip::tcp::socket socket, const Handler& handler,
                       const ServerOptions& options, OpenConnections& open)
    : stream_(std::move(socket)), handler_(handler), options_(options), open_(open) {
  beast::error_code gone;
  stream_.socket().set_option(boost::asio::ip::tcp::no_delay(true), gone);
  const auto endpoint = stream_.socket().remote_endpoint(gone);
  if (!gone) peer_ = endpoint.address().to_string();
  open_.add(this);
}

Connection::~Connection() {
  open_.remove(this);
}

std::vector<std::shared_ptr<Connection>> OpenConnections::living() {
  const std::lock_guard lock(mutex_);
  std::vector<std::shared_ptr<Connection>> out;
  for (Connection* connection : all_) {
    if (auto kept = connection->weak_from_this().lock()) out.push_back(std::move(kept));
  }
  return out;
}

void Connection::start() {
  boost::asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->read(); });
}

void Connection::wind_up() {
  boost::asio::dispatch(stream_.get_executor(), [self = shared_from_this()] {
    const bool begun = self->parser_ && (self->parser_->got_some() || self->buffer_.size() > 0);
    if (self->reading_ && !begun) self->stream_.close();
  });
}

void Connection::read() {
  if (open_.stopping() && buffer_.size() == 0) return;
  parser_.emplace();
  parser_->header_limit(options_.max_header_bytes);
  parser_->body_limit(options_.max_body_bytes);
  reading_ = true;
  stream_.expires_after(options_.patience);
  http::async_read(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](beast::error_code error, std::size_t) { self->on_read(error); });
}

void Connection::on_read(beast::error_code error) {
  reading_ = false;
  if (error == http::error::body_limit) return refuse(413);
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return refuse(431);
  }
  if (error && error.category() == http::make_error_code(http::error::bad_method).category() &&
      error != http::error::end_of_stream && error != http::error::partial_message) {
    return refuse(400);
  }
  if (error) return;  // the client has gone, or took too long
  stream_.expires_never();
  auto message = parser_->release();
  Request request;
  request.method = std::string(message.method_string());
  request.target = std::string(message.target());
  request.if_none_match = field(message, http::field::if_none_match);
  request.if_range = field(message, http::field::if_range);
  request.range = field(message, http::field::range);
  request.accept_encoding = field(message, http::field::accept_encoding);
  request.authorization = field(message, http::field::authorization);
  request.content_type = field(message, http::field::content_type);
  request.host = field(message, http::field::host);
  request.origin = field(message, http::field::origin);
  const auto forwarded = message["X-Forwarded-For"];
  request.forwarded_for.assign(forwarded.data(), forwarded.size());
  request.peer = peer_;
  request.body = std::move(message.body());
  handler_(request, [self = shared_from_this(), head = message.method() == http::verb::head,
                     version = message.version(),
                     keep_alive = message.keep_alive()](Answer answer) {
    boost::asio::dispatch(self->stream_.get_executor(),
                          [self, head, version, keep_alive, answer = std::move(answer)]() mutable {
                            self->send(std::move(answer), head, version, keep_alive);
                          });
  });
}

// What could not be read leaves nothing that a next request could begin after.
void Connection::refuse(int status) {
  send(options_.refuse ? options_.refuse(status) : sentence(status), false, 11, false);
}

void Connection::send(Answer answer, bool head, unsigned version, bool keep_alive) {
  answer_ = std::move(answer);
  if (!answer_.file.empty()) {
    file_.close();
    file_.clear();
    file_.open(answer_.file, std::ios::binary);
    file_.seekg(static_cast<std::streamoff>(answer_.first));
    if (!file_) {  // it went since it was looked at
      answer_ = {};
      answer_.status = 404;
    }
  }
  const bool is_file = !answer_.file.empty();
  if (!is_file) answer_.length = answer_.text.size();
  left_ = is_file ? answer_.length : 0;

  response_.emplace();
  response_->version(version);
  response_->result(static_cast<unsigned>(answer_.status));
  for (const auto& [name, value] : answer_.headers)
    response_->set(name, value);
  response_->keep_alive(keep_alive && !open_.stopping());
  // 204 and 304 have no body; the length of a 304 would be that of the 200 (RFC 9110, 8.6).
  const bool bodiless = answer_.status == 204 || answer_.status == 304;
  if (!bodiless) response_->content_length(answer_.length);
  response_->body().data = answer_.text.data();
  response_->body().size = is_file ? 0 : answer_.length;
  response_->body().more = is_file;
  serializer_.emplace(*response_);
  stream_.expires_after(options_.patience);
  if (head || bodiless || answer_.length == 0) return write_header();
  is_file && !fill() ? stream_.close() : write_body();
}

void Connection::write_header() {
  http::async_write_header(stream_, *serializer_,
                           [self = shared_from_this()](beast::error_code error, std::size_t) {
                             if (!error) self->finish();
                           });
}

// The next piece of the file into chunk_; false when the file has become shorter.
bool Connection::fill() {
  chunk_.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left_, kChunkBytes)));
  if (!file_.read(chunk_.data(), static_cast<std::streamsize>(chunk_.size()))) return false;
  left_ -= chunk_.size();
  response_->body().data = chunk_.data();
  response_->body().size = chunk_.size();
  response_->body().more = left_ > 0;
  return true;
}

// The header goes out with the first piece.
void Connection::write_body() {
  http::async_write(stream_, *serializer_,
                    [self = shared_from_this()](beast::error_code error, std::size_t) {
                      if (error && error != http::error::need_buffer) return;
                      if (self->left_ == 0) return self->finish();
                      if (!self->fill()) return self->stream_.close();
                      self->stream_.expires_after(self->options_.patience);
                      self->write_body();
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
  chunk_.resize(kChunkBytes);
  stream_.expires_after(options_.patience);
  stream_.async_read_some(boost::asio::buffer(chunk_),
                          [self = shared_from_this()](beast::error_code error, std::size_t size) {
                            self->drained_ += size;
                            if (!error && self->drained_ < kMaxDrainedBytes) self->drain();
                          });
}

}  // namespace lectern::server
