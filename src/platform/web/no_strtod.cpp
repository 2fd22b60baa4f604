// SPDX-License-Identifier: MIT
// The C library reads numbers with 128-bit floats, which WebAssembly has not: in software they would be
// a fiftieth of what a reader downloads. The JSON parser alone asks for it; these read the numbers of
// JSON's grammar, base 10, without white space before. The last digit of a long fraction may differ,
// which no field of an article can have.
#include <cerrno>
#include <cstdlib>

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

extern "C" {

double strtod(const char* text, char** end) {
  const bool negative = *text == '-';
  const char* at = text + negative;
  double value = 0;
  int exponent = 0;
  for (; is_digit(*at); ++at) value = value * 10 + (*at - '0');
  if (*at == '.') {
    for (++at; is_digit(*at); ++at, --exponent) value = value * 10 + (*at - '0');
  }
  if (*at == 'e' || *at == 'E') {
    const bool down = *++at == '-';
    if (down || *at == '+') ++at;
    int given = 0;
    for (; is_digit(*at); ++at) given = given < 10'000 ? given * 10 + (*at - '0') : given;
    exponent += down ? -given : given;
  }
  double power = 10;
  for (int left = value == 0 ? 0 : std::abs(exponent); left > 0; left /= 2, power *= power) {
    if (left % 2 == 1) value = exponent < 0 ? value / power : value * power;
  }
  *end = const_cast<char*>(at);
  return negative ? -value : value;
}

unsigned long long strtoull(const char* text, char** end, int) {
  unsigned long long value = 0;
  for (; is_digit(*text); ++text) {
    const auto digit = static_cast<unsigned long long>(*text - '0');
    if (value > (~0ull - digit) / 10) errno = ERANGE;  // the parser then takes it for a float
    value = value * 10 + digit;
  }
  *end = const_cast<char*>(text);
  return value;
}

long long strtoll(const char* text, char** end, int base) {
  const bool negative = *text == '-';
  const unsigned long long value = strtoull(text + negative, end, base);
  if (value >> 63 != 0) errno = ERANGE;
  return static_cast<long long>(negative ? 0 - value : value);
}

// Of the same object files, which the linker takes whole: C++'s library names them.
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }
unsigned long strtoul(const char* text, char** end, int base) {
  return static_cast<unsigned long>(strtoull(text, end, base));
}
long strtol(const char* text, char** end, int base) {
  return static_cast<long>(strtoll(text, end, base));
}

}  // extern "C"
