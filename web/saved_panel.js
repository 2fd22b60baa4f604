// SPDX-License-Identifier: MIT
// What is saved and what was read, as a panel over the page at hand: the same lists as on the page saved/.
import { make } from "./make.js";
import { openPanel } from "./panel.js";
import { roomWords } from "./room_words.js";
import { showKept } from "./saved.js";

export async function open() {
  const words = await roomWords();
  const lists = make("div", { className: "kept-lists" });
  Object.assign(lists.dataset, { saved: words("saved_list"), read: words("read_list"), none: words("nothing_saved"),
    remove: words("remove"), total: words("kept_total"), refused: words("keeps_nothing") });
  await showKept(lists);
  const panel = openPanel(words("saved"), words("close"), lists);
  lists.addEventListener("click", ({ target }) => target instanceof HTMLAnchorElement && panel.close());
}
