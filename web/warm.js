// SPDX-License-Identifier: MIT
// A worker that makes a WebGL2 context and ends. The browser's first one starts its graphics, which takes
// it up to half a second; the page's own is then made in a few milliseconds.
const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
gl?.clear(gl.COLOR_BUFFER_BIT);
gl?.finish();
postMessage(0);
