// SPDX-License-Identifier: MIT
#include "highlight/engine.hpp"

#include <algorithm>
#include <utility>

#include "highlight/scripts.hpp"
#include "quickjs.h"

namespace lectern::highlight {
namespace {

constexpr std::size_t kMemory = std::size_t{256} << 20;
constexpr std::size_t kStack = std::size_t{512} << 10;
// The engine asks once in some ten thousand steps, of regular expressions too, whether it shall go on: 15 or 20 times a
// millisecond, and once for each 50 to 600 bytes of usual code.
constexpr long kLoading = 5'000;
constexpr long kLeast = 2'000;       // for a text of any length,
constexpr std::size_t kBytesAnAsk = 16;  // and once more for so many bytes

// What grammars are made of, beside those that are always there.
constexpr std::pair<std::string_view, std::string_view> kNeeds[] = {
    {"cpp", "c"},
    {"markdown", "yaml"},
    {"php", "markup-templating"},
    {"scala", "java"},
    {"shell-session", "bash"},
    {"tsx", "jsx"},
    {"tsx", "typescript"},
};

int is_enough(JSRuntime*, void* left) { return --*static_cast<long*>(left) < 0; }

}  // namespace

Engine::Engine() : runtime_(JS_NewRuntime()) {
  if (!runtime_) return;
  JS_SetMemoryLimit(runtime_, kMemory);
  JS_SetMaxStackSize(runtime_, kStack);
  JS_SetInterruptHandler(runtime_, is_enough, &left_);
  context_ = JS_NewContextRaw(runtime_);
  if (!context_) return;
  JS_AddIntrinsicBaseObjects(context_);
  JS_AddIntrinsicEval(context_);
  JS_AddIntrinsicRegExpCompiler(context_);
  JS_AddIntrinsicRegExp(context_);
  loaded_.resize(scripts().size());
  left_ = kLoading;
  for (std::size_t i = 0; (works_ = run(i)) && scripts()[i].name != "colours";) ++i;
}

Engine::~Engine() {
  if (context_) JS_FreeContext(context_);
  if (runtime_) JS_FreeRuntime(runtime_);
}

bool Engine::run(std::size_t script) {
  if (loaded_[script]) return true;
  const std::string_view text = scripts()[script].text;
  const JSValue done = JS_Eval(context_, text.data(), text.size(), "script", JS_EVAL_TYPE_GLOBAL);
  loaded_[script] = !JS_IsException(done);
  JS_FreeValue(context_, done);
  return loaded_[script];
}

bool Engine::load(std::string_view grammar) {
  for (const auto& [made, of] : kNeeds) {
    if (made == grammar && !load(of)) return false;
  }
  const std::span<const Script> all = scripts();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Script& it) { return it.name == grammar; });
  return found != all.end() && run(static_cast<std::size_t>(found - all.begin()));
}

std::optional<std::string> Engine::runs(std::string_view text, std::string_view grammar) {
  if (!works_) return std::nullopt;
  JS_UpdateStackTop(runtime_);
  left_ = kLoading;
  if (!load(grammar)) return std::nullopt;
  left_ = kLeast + static_cast<long>(text.size() / kBytesAnAsk);
  const JSValue global = JS_GetGlobalObject(context_);
  const JSValue function = JS_GetPropertyStr(context_, global, "colours");
  JSValue arguments[] = {JS_NewStringLen(context_, text.data(), text.size()),
                         JS_NewStringLen(context_, grammar.data(), grammar.size())};
  const JSValue said = JS_Call(context_, function, JS_UNDEFINED, 2, arguments);
  std::size_t size = 0;
  const char* bytes = JS_IsString(said) ? JS_ToCStringLen(context_, &size, said) : nullptr;
  works_ = bytes != nullptr;
  std::optional<std::string> runs;
  if (works_) runs.emplace(bytes, size);
  if (works_) JS_FreeCString(context_, bytes);
  for (const JSValue value : {global, function, arguments[0], arguments[1], said}) JS_FreeValue(context_, value);
  return runs;
}

}  // namespace lectern::highlight
