// SPDX-License-Identifier: MIT
// The canvas's WebGL2 context: textures by number, and Dear ImGui's draw lists. The px of the canvas
// are the screen's, and glyphs and pictures are drawn 1:1 on them.
import { isWebKit } from "./text.js";

const VERTEX = `#version 300 es
in vec2 place, at; in vec4 tint; uniform vec2 size; out vec2 uv; out vec4 color;
void main() { uv = at; color = tint; gl_Position = vec4(vec2(2, -2) * place / size + vec2(-1, 1), 0, 1); }`;
// Half precision could not tell the px of a glyph page apart.
const FRAGMENT = `#version 300 es
precision highp float; in vec2 uv; in vec4 color; uniform sampler2D image; out vec4 ink;
void main() { ink = color * texture(image, uv); }`;

// A canvas that was larger may stay so up to this share.
const MOST_SPARE = 2;

/** @param {HTMLCanvasElement} canvas */
export function makeGl(canvas) {
  /** @type {WebGL2RenderingContext} */
  let gl;
  /** @type {WebGLProgram | null} */
  let program = null;
  /** @type {WebGLUniformLocation | null} */
  let size;
  /** @type {Map<number, WebGLTexture>} */
  const textures = new Map();
  let count = 0;
  let maxSide = 0; // asked for once: the page waits for the graphics to answer
  /** Behind the last frame in the graphics' queue. @type {WebGLSync | null} */
  let fence = null;
  // They are gone then; deleting them from the restored context would be an error.
  canvas.addEventListener("webglcontextlost", () => {
    textures.clear();
    fence = null;
  });

  /**
   * Makes the canvas as large as that, or leaves it a little larger: another size is another buffer, and the page
   * waits until the graphics have it.
   * @param {number} width device px @param {number} height
   */
  function fit(width, height) {
    const [across, down] = [Math.max(width, canvas.width), Math.max(height, canvas.height)];
    const spare = across * down <= MOST_SPARE * width * height;
    if (canvas.width !== (spare ? across : width)) canvas.width = spare ? across : width;
    if (canvas.height !== (spare ? down : height)) canvas.height = spare ? down : height;
  }

  /** @param {number[]} size in device px, for the first frame */
  function start([width, height]) {
    [canvas.width, canvas.height] = [width, height]; // before the context: else that makes a buffer first
    // Opaque, since text is rastered on the page's ground.
    const found = canvas.getContext("webgl2",
      { alpha: isWebKit, antialias: false, depth: false, stencil: false });
    if (!found || found.isContextLost()) return false;
    if (program && found.isProgram(program)) return true; // of the article before
    gl = found;
    maxSide ||= Math.min(gl.getParameter(gl.MAX_TEXTURE_SIZE), ...gl.getParameter(gl.MAX_VIEWPORT_DIMS));
    const made = (program = gl.createProgram());
    if (!made) return false;
    for (const [type, source] of /** @type {const} */ ([
      [gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]])) {
      const shader = gl.createShader(type);
      if (!shader) return false;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(made, shader);
    }
    ["place", "at", "tint"].forEach((name, i) => gl.bindAttribLocation(made, i, name));
    gl.linkProgram(made);
    if (!gl.getProgramParameter(made, gl.LINK_STATUS)) return false;
    gl.useProgram(made);
    size = gl.getUniformLocation(made, "size");
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (const i of [0, 1, 2]) gl.enableVertexAttribArray(i);
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    return true;
  }

  /** Binds a texture and gives the context to fill it with. @param {number} texture */
  const into = (texture) => {
    gl.bindTexture(gl.TEXTURE_2D, textures.get(texture) ?? null);
    return gl;
  };

  return {
    start,
    fit,
    into,

    /** @param {number} width @param {number} height @param {number} linear */
    make(width, height, linear) {
      const texture = gl.createTexture();
      if (!texture) return 0;
      textures.set(++count, texture);
      into(count);
      const filter = linear ? gl.LINEAR : gl.NEAREST;
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, filter);
      gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
      return count;
    },

    /** @param {number} texture */
    drop(texture) {
      gl.deleteTexture(textures.get(texture) ?? null);
      textures.delete(texture);
    },

    /** Ends a frame. */
    end() {
      gl.deleteSync(fence);
      fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
    },

    /** Whether the last frame is still being drawn: another one would wait for it, in a buffer of its own. */
    isBusy: () => !!fence && gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED,

    maxSide: () => maxSide,

    /** The size that the browser really made. */
    size: () => [gl.drawingBufferWidth, gl.drawingBufferHeight],

    /** @param {number} color */
    clear(color) {
      const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
      gl.disable(gl.SCISSOR_TEST);
      gl.viewport(0, 0, width, height);
      gl.uniform2f(size, width, height);
      gl.clearColor((color >> 16) / 255, ((color >> 8) & 255) / 255, (color & 255) / 255, 1);
      if (isWebKit) gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.enable(gl.SCISSOR_TEST);
    },

    /**
     * @param {Float64Array} commands bytes of a vertex (position and texture coordinate, two floats
     *   each, and an RGBA color) and of an index; then nine numbers for each command: texture,
     *   indices, first index, first vertex, clip rect, blend (0 over, 1 darker, 2 lighter)
     * @param {Uint8Array} vertices @param {Uint8Array} indices
     */
    draw([stride, indexSize, ...commands], vertices, indices) {
      gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STREAM_DRAW);
      const type = indexSize === 2 ? gl.UNSIGNED_SHORT : gl.UNSIGNED_INT;
      for (let i = 0; i < commands.length; i += 9) {
        const [texture, count, first, base, left, top, right, bottom, blend] = commands.slice(i, i + 9);
        gl.blendEquation([gl.FUNC_ADD, gl.MIN, gl.MAX][isWebKit ? 0 : blend]);
        gl.vertexAttribPointer(0, 2, gl.FLOAT, false, stride, base * stride);
        gl.vertexAttribPointer(1, 2, gl.FLOAT, false, stride, base * stride + 8);
        gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, stride, base * stride + 16);
        gl.scissor(left, gl.drawingBufferHeight - bottom, right - left, bottom - top);
        into(texture);
        gl.drawElements(gl.TRIANGLES, count, type, first * indexSize);
      }
    },
  };
}
