// SPDX-License-Identifier: MIT
// What the mood service says, as JSON. Nothing of a request is ever repeated in an answer but names
// that are known to be of a form without a special character.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "moods/ledger.hpp"
#include "server/messages.hpp"

namespace lectern::moods {

// {"moods":[{"mood":"touched","label":"Touched"},…]}
std::string write_moods();

// {"counts":{"touched":0,…},"total":0,"mine":{"mood":"sad","seq":7}}; "mine" when there is one, and
// its mood null when it was taken back.
std::string write_standing(const Standing& standing);

// {"articles":{"ID":{…},…}}
std::string write_batch(const std::vector<std::pair<std::string, Standing>>& articles);

server::Answer json_answer(std::string body, std::string cache_control);

// application/problem+json (RFC 9457). `standing`, for a conflict, is how things are.
// The sentence needs no escapes.
server::Answer problem(int status, std::string_view sentence, const Standing* standing = nullptr);

// With an ETag, and 304 when the request has it.
server::Answer with_etag(server::Answer answer, const std::string& if_none_match);

}  // namespace lectern::moods
