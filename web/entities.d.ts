// SPDX-License-Identifier: MIT
// Lines of a name and one or two numbers of characters; made by scripts/entity_names.cmake.
declare const names: string;
export default names;
