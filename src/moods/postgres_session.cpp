// SPDX-License-Identifier: MIT
#include "moods/postgres_session.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "moods/schema.hpp"
#include "moods/token.hpp"

namespace lectern::moods {
namespace {

// Seconds and milliseconds; a reader does not wait longer, and the service answers 503.
constexpr const char* kConnectTimeout = "5";
constexpr const char* kNetworkTimeoutMs = "8000";
constexpr const char* kOptions = "-c statement_timeout=5000 -c idle_in_transaction_session_timeout=20000";

int digit(char c) {
  return c <= '9' ? c - '0' : c - 'a' + 10;
}

std::string one_line(const char* message) {
  std::string text = message ? message : "";
  while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
    text.pop_back();
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;)
    text.replace(at, 1, "; ");
  return text;
}

}  // namespace

std::int64_t Rows::number(int row, int column) const {
  const std::string_view digits = text(row, column);
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

Reader Rows::reader(int row, int column) const {
  Reader reader{};
  const std::string_view hex = text(row, column);
  for (std::size_t i = 0; i < reader.size() && 2 * i + 3 < hex.size(); ++i) {
    reader[i] = static_cast<std::uint8_t>(digit(hex[2 * i + 2]) << 4 | digit(hex[2 * i + 3]));
  }
  return reader;
}

std::optional<Own> Rows::own(int row, int column) const {
  if (is_null(row, column + 1)) return std::nullopt;
  Own own;
  own.seq = number(row, column + 1);
  const auto mood = static_cast<std::size_t>(number(row, column));
  if (!is_null(row, column) && mood < model::kMoods.size()) own.mood = static_cast<model::Mood>(mood);
  return own;
}

Counts Rows::counts(int row, int column) const {
  Counts counts{};
  for (std::int64_t& count : counts)
    count = number(row, column++);
  return counts;
}

void Array::item(std::string_view written) {
  if (text_.size() > 1) text_ += ',';
  text_ += written;
}

void Array::text(std::string_view value) {
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  item(quoted + '"');
}

void Array::reader(const Reader& reader) {
  item("\"\\\\x" + to_hex(reader) + '"');
}

std::string to_bytea(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "\\x";
  for (const char c : bytes) {
    out += kDigits[static_cast<unsigned char>(c) >> 4];
    out += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

std::string to_bytea(const Reader& reader) {
  return "\\x" + to_hex(reader);
}

std::string each_column(std::string_view pattern) {
  std::string out;
  for (std::size_t mood = 0; mood < model::kMoods.size(); ++mood) {
    if (mood > 0) out += ", ";
    for (const char c : pattern) {
      if (c == '%') out += count_column(mood);
      else if (c == '#') out += std::to_string(mood);
      else out += c;
    }
  }
  return out;
}

bool PostgresSession::connect(std::string& problem) {
  if (connection_ && !ended_ && PQstatus(connection_.get()) == CONNECTION_OK) return true;
  ended_ = false;
  // What the address itself says comes later and counts.
  const char* keys[] = {"connect_timeout", "tcp_user_timeout", "options",
                        "application_name", "client_encoding",  "dbname", nullptr};
  const char* values[] = {kConnectTimeout, kNetworkTimeoutMs, kOptions,
                          "lectern",       "UTF8",            address_.c_str(), nullptr};
  connection_.reset(PQconnectdbParams(keys, values, 1));
  if (!connection_ || PQstatus(connection_.get()) != CONNECTION_OK) {
    problem = say_why(nullptr);
    return false;
  }
  PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
  // Whatever the database's own setting: what was answered is on the disk.
  return run_all("SELECT set_config('synchronous_commit', 'on', false)"
                 " WHERE current_setting('synchronous_commit') = 'off'",
                 problem);
}

bool PostgresSession::revive(std::string& problem) {
  return (ended_ || PQstatus(connection_.get()) != CONNECTION_OK) && connect(problem);
}

std::optional<Rows> PostgresSession::run(const char* sql,
                                         const std::vector<std::string>& parameters,
                                         std::string& problem) {
  std::vector<const char*> values;
  for (const std::string& parameter : parameters)
    values.push_back(parameter.c_str());
  PGresult* result = PQexecParams(connection_.get(), sql, static_cast<int>(values.size()), nullptr,
                                  values.data(), nullptr, nullptr, 0);
  const ExecStatusType status = PQresultStatus(result);
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return Rows(result);
  problem = say_why(result);
  PQclear(result);
  return std::nullopt;
}

bool PostgresSession::run_all(const std::string& sql, std::string& problem) {
  PGresult* result = PQexec(connection_.get(), sql.c_str());
  const ExecStatusType status = PQresultStatus(result);
  const bool fine = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
  if (!fine) problem = say_why(result);
  PQclear(result);
  return fine;
}

bool PostgresSession::in_transaction() const {
  return connection_ && PQtransactionStatus(connection_.get()) != PQTRANS_IDLE;
}

std::string PostgresSession::say_why(const PGresult* result) {
  // Class 57P: the server takes its leave, which libpq itself sees only when it reads on.
  const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  if (state && std::string_view(state).starts_with("57P")) ended_ = true;
  const std::string of_result = one_line(result ? PQresultErrorMessage(result) : nullptr);
  return of_result.empty() ? one_line(PQerrorMessage(connection_.get())) : of_result;
}

}  // namespace lectern::moods
