// SPDX-License-Identifier: MIT
// The tokenizer's many kinds of tokens as the few that have colours (src/model/code_runs.hpp), by their letters. What
// is not named here has the colour of what it stands in.
const KINDS = Object.assign(Object.create(null), ...Object.entries({
  c: "comment prolog doctype shebang",
  k: "keyword tag rule selector directive important title target",
  s: "string char regex attr-value url template-string triple-quoted-string heredoc-string string-literal code-snippet code",
  n: "number boolean constant null nil symbol hexcode color entity",
  a: "function class-name attr-name property key builtin annotation decorator attribute macro macro-name type-definition " +
    "coord section-name",
  i: "inserted",
  d: "deleted",
  p: "punctuation operator interpolation interpolation-punctuation expression variable atrule script style cdata plain plain-text",
}).flatMap(([kind, names]) => names.split(" ").map((name) => ({ [name]: kind }))));

const kindOf = ({ type, alias = [] }) => [type].concat(alias)
  .map((name) => KINDS[name] ?? (name.startsWith("language-") ? "p" : undefined)).find((kind) => kind);

/** The runs of a text: each its length in UTF-16 units and the letter of its kind. */
function colours(text, language) {
  const env = { code: text, grammar: Prism.languages[language], language };
  Prism.hooks.run("before-tokenize", env);
  env.tokens = Prism.tokenize(env.code, env.grammar);
  Prism.hooks.run("after-tokenize", env);
  const runs = [];
  const add = (part, kind) => {
    if (!part) return;
    const isBlank = kind === "p" && !part.trim();
    const last = runs.at(-1), before = runs.at(-2);
    if (last?.kind === kind) {
      last.length += part.length;
      last.isBlank &&= isBlank;
    } else if (last?.isBlank && before?.kind === kind) {
      runs.pop();
      before.length += last.length + part.length; // white space has no colour
    } else {
      runs.push({ kind, length: part.length, isBlank });
    }
  };
  const walk = (token, around) => {
    if (typeof token === "string") add(token, around);
    else if (Array.isArray(token)) for (const it of token) walk(it, around);
    else walk(token.content, /^["']$/.test(token.content) ? around : kindOf(token) ?? around); // a value's quotes are of it
  };
  walk(env.tokens, "p");
  return runs.map(({ length, kind }) => length + kind).join("");
}
