// SPDX-License-Identifier: MIT
#include "base/letters.hpp"

#include <gtest/gtest.h>

namespace lectern {
namespace {

TEST(Letters, CapitalsAndSmallLettersAreOne) {
  const struct {
    char32_t capital, small;
  } kRows[] = {{U'A', U'a'}, {U'É', U'é'}, {U'Ā', U'ā'}, {U'Č', U'č'},  {U'Ł', U'ł'}, {U'Ž', U'ž'},
               {U'Ÿ', U'ÿ'}, {U'Ω', U'ω'}, {U'Ά', U'ά'}, {U'Ό', U'ό'},  {U'Ώ', U'ώ'}, {U'ς', U'σ'},
               {U'Я', U'я'}, {U'Ё', U'ё'}, {U'×', U'×'}, {U'東', U'東'}};
  for (const auto& row : kRows) {
    EXPECT_EQ(fold_letter(row.capital), row.small) << static_cast<unsigned>(row.capital);
    EXPECT_EQ(fold_letter(row.small), row.small) << static_cast<unsigned>(row.small);
  }
}

}  // namespace
}  // namespace lectern
