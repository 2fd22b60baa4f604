// SPDX-License-Identifier: MIT
// What a partner may do with the messages: each is a DOM event of the element.
const told = document.querySelector("#told");
for (const type of ["ready", "height", "navigate", "mood", "progress", "error"]) {
  document.querySelector("#element").addEventListener(`lectern-${type}`, ({ detail }) => {
    told.textContent = `${type}: ${JSON.stringify(detail)}`;
  });
}
