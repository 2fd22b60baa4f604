// SPDX-License-Identifier: MIT
// The C interface of the viewer: what the ES modules in web/ call. Numbers are CSS px on the page
// unless said otherwise; texts are UTF-8 with their length in bytes, and belong to the caller. The
// texts given back belong to the viewer and last until its next call.
#pragma once

extern "C" {

// Before all else, where the site has such: the words of its language (layout::take_strings) and the tokens of its
// design, as lines (layout::read_token_lines). 0 when the words are those of another version.
int lectern_site(const char* words, int words_length, const char* tokens, int tokens_length);
// The design with these tokens too, from now on: gives the custom properties that the page's styles have then, and
// lectern_fonts_changed is to follow. Without tokens it is the site's own again.
const char* lectern_restyle(const char* tokens, int length);

// Once, first. `canvas` is 0 when the page must stay HTML (the caller knows why); `embedded`: it is the one that
// stands in other sites.
void lectern_start(float width, float height, float rem, float dpr, int dark, int can_share,
                   int can_save, int canvas, int embedded);

// The way to the canvas begins with an article JSON that the page's HTML was written from; 0 when it can't be
// read. `body` is the Markdown of a long one, whose JSON has "" in its place, else "". lectern_step goes on in steps, so that none holds up the page for long, until it gives 0. When the
// page then stays HTML, lectern_message says why in one sentence.
int lectern_open(const char* json, int json_length, const char* body, int body_length,
                 const char* page_url, int url_length);
int lectern_step();
const char* lectern_message();

// 1 when what lectern_open, lectern_step or lectern_read_own has read has a character by a name that is not known
// yet (ingest::wants_entity_names): it is to be opened or read again after lectern_names.
int lectern_wants_names();
void lectern_names(const char* names, int length);

// Reads a file of the reader's own by its name, for a page on the site of that title, front page and
// language: "" or what is wrong, in one sentence. Works without lectern_start too.
const char* lectern_read_own(const char* bytes, int length, const char* name, int name_length,
                             const char* site, int site_length, const char* home, int home_length,
                             const char* lang, int lang_length);
// Has the elements of what was read last made, for a page that lectern_open_own then opens.
void lectern_build_own();
int lectern_open_own(const char* page_url, int url_length);

void lectern_viewport(float width, float height, float rem, float dpr);
void lectern_scroll(float y);
void lectern_rest();  // it has not gone on for a moment
void lectern_theme(int dark);
void lectern_pointer(float x, float y, int pressed);  // x < 0: it left
void lectern_focus(int block, int link);              // the visible keyboard focus; -1, -1: none
void lectern_click(int block, int still);             // a button of the twin was activated; nothing is to move
void lectern_mood_loaded(const char* mood, int length);  // "" for none
void lectern_mood_placed(int place);                     // state::MoodPlace
void lectern_mood_counted(int mood, int count);          // of all readers; in the order of model::kMoods
void lectern_copied(int done);
void lectern_saved(int status, int kb);  // 0 failed, 1 on its way, 2 done; what is kept so far
void lectern_fonts_changed();
void lectern_redraw();                   // a picture has come, say
void lectern_html_changed(int block);    // an element left to the browser has another height
void lectern_toggled(int block, int open);  // the reader opened or closed a details element
void lectern_moved();  // what the browser lays out itself may have moved what stands below it
void lectern_context_lost();
void lectern_context_restored();
void lectern_leave(const char* reason, int length);  // back to HTML for good: print, translation, …

// Draws one frame, when platform::request_frame asked for it.
void lectern_frame();

const char* lectern_stats();  // JSON, the fields of globalThis.lectern.stats()
const char* lectern_lines();  // JSON, an array as globalThis.lectern.lines() gives it
}
