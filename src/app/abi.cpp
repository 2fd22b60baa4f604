// SPDX-License-Identifier: MIT
#include "app/abi.hpp"

#include <memory>

#include "app/own_page.hpp"
#include "app/reports.hpp"
#include "app/viewer.hpp"
#include "ingest/ingest.hpp"
#include "layout/strings.hpp"
#include "layout/token_values.hpp"
#include "semantics/html_writer.hpp"

namespace {

using lectern::app::Viewer;
namespace state = lectern::state;
namespace layout = lectern::layout;

std::unique_ptr<Viewer> viewer;
layout::Tokens published;
std::string answer;  // what was given back last
std::unique_ptr<lectern::app::OwnPage> own;  // read, and not yet shown

std::string_view text_of(const char* data, int length) {
  return {data, static_cast<size_t>(length)};
}

const char* give(std::string text) {
  answer = std::move(text);
  return answer.c_str();
}

}  // namespace

extern "C" {

void lectern_start(float width, float height, float rem, float dpr, int dark, int can_share,
                   int can_save, int canvas, int embedded) {
  const state::Theme theme = dark ? state::Theme::dark : state::Theme::light;
  viewer = std::make_unique<Viewer>(lectern::app::Window{width, height, rem, dpr}, theme,
                                    can_share != 0, canvas != 0, embedded != 0, can_save != 0);
}

int lectern_site(const char* words, int words_length, const char* tokens, int tokens_length) {
  published = layout::tokens_with({}, layout::read_token_lines(text_of(tokens, tokens_length)));
  layout::use_tokens(published);
  return layout::take_strings(std::string(text_of(words, words_length)));
}

const char* lectern_restyle(const char* tokens, int length) {
  layout::use_tokens(layout::restyled(published, layout::read_token_lines(text_of(tokens, length))));
  return give(lectern::semantics::write_token_properties(layout::tokens()));
}

int lectern_open(const char* json, int json_length, const char* body, int body_length,
                 const char* page_url, int url_length) {
  return viewer && viewer->open(text_of(json, json_length), text_of(body, body_length),
                                text_of(page_url, url_length));
}

int lectern_step() { return viewer && viewer->step(); }

int lectern_wants_names() { return lectern::ingest::wants_entity_names(); }

void lectern_names(const char* names, int length) {
  lectern::ingest::take_entity_names(text_of(names, length));
}

const char* lectern_read_own(const char* bytes, int length, const char* name, int name_length,
                             const char* site, int site_length, const char* home, int home_length,
                             const char* lang, int lang_length) {
  std::string problem;
  // An article's page has its own language; the viewer knows the site's.
  const bool known = viewer && !viewer->tree().site_lang.empty();
  own = lectern::app::read_own_page(
      text_of(bytes, length), std::string(text_of(name, name_length)),
      {text_of(site, site_length), text_of(home, home_length),
       known ? std::string_view(viewer->tree().site_lang) : text_of(lang, lang_length)},
      problem);
  return give(std::move(problem));
}

void lectern_build_own() {
  if (own) lectern::app::build_html(*own);
}

int lectern_open_own(const char* page_url, int url_length) {
  if (!viewer || !own) return 0;
  const auto page = std::move(own);
  return viewer->open(*page, text_of(page_url, url_length));
}

const char* lectern_message() { return give(viewer ? viewer->message() : ""); }

void lectern_viewport(float width, float height, float rem, float dpr) {
  if (viewer) viewer->resize({width, height, rem, dpr});
}

void lectern_scroll(float y) {
  if (viewer) viewer->scroll(y);
}

void lectern_rest() {
  if (viewer) viewer->rest();
}

void lectern_theme(int dark) {
  if (viewer) {
    viewer->dispatch(state::ThemeChanged{dark ? state::Theme::dark : state::Theme::light});
  }
}

void lectern_pointer(float x, float y, int pressed) {
  if (viewer) viewer->pointer(x, y, pressed != 0);
}

void lectern_focus(int block, int link) {
  if (viewer) viewer->focus({block, link});
}

void lectern_click(int block, int still) {
  if (viewer) viewer->click(block, still != 0);
}

void lectern_mood_loaded(const char* mood, int length) {
  if (!viewer) return;
  viewer->dispatch(state::MoodLoaded{lectern::model::mood_from_key(text_of(mood, length))});
}

void lectern_mood_placed(int place) {
  if (viewer) viewer->dispatch(state::MoodPlaced{static_cast<state::MoodPlace>(place)});
}

void lectern_mood_counted(int mood, int count) {
  if (viewer) viewer->dispatch(state::MoodCounted{static_cast<lectern::model::Mood>(mood), count});
}

void lectern_copied(int done) {
  if (viewer) viewer->dispatch(state::Copied{done != 0});
}

void lectern_saved(int status, int kb) {
  constexpr state::ShareStatus kStatus[] = {
      state::ShareStatus::save_failed, state::ShareStatus::saving, state::ShareStatus::saved};
  if (viewer) viewer->dispatch(state::Saved{kStatus[status], kb});
}

void lectern_fonts_changed() {
  if (viewer) viewer->fonts_changed();
}

void lectern_redraw() {
  if (viewer) viewer->redraw();
}

void lectern_html_changed(int) {
  if (viewer) viewer->relayout();
}

void lectern_toggled(int block, int open) {
  if (viewer) viewer->toggle(block, open != 0);
}

void lectern_moved() {
  if (viewer) viewer->moved();
}

void lectern_context_lost() {
  if (viewer) viewer->lose_context();
}

void lectern_context_restored() {
  if (viewer) viewer->restore_context();
}

void lectern_leave(const char* reason, int length) {
  if (viewer) viewer->leave(text_of(reason, length));
}

void lectern_frame() {
  if (viewer) viewer->frame();
}

const char* lectern_stats() { return give(viewer ? lectern::app::stats_json(*viewer) : "{}"); }

const char* lectern_lines() { return give(viewer ? lectern::app::lines_json(*viewer) : "[]"); }
}
