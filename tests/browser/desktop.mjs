// SPDX-License-Identifier: MIT
// A screen, and what stands beside it, for browsers that do not work without one.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

/** Starts a server that prints its address as its first line: { address, kill }. @param {string[]} args */
async function startServer(command, args, env) {
  const server = spawn(command, args, { env, stdio: ["ignore", "pipe", "ignore"] });
  for await (const address of createInterface({ input: server.stdout })) return { address, kill: () => server.kill() };
  throw new Error(`${command} does not start`);
}

/**
 * A desktop for browsers that need one: a screen without a window manager, and a message bus for assistive
 * technology: { env, hand, close }, of which `hand` does what a person does, by xdotool.
 */
export async function startDesktop() {
  // Else the sockets of two desktops are one.
  const folder = await mkdtemp(join(tmpdir(), "lectern-desktop-"));
  const env = { ...process.env, XDG_RUNTIME_DIR: folder, GNOME_ACCESSIBILITY: "1", LIBGL_ALWAYS_SOFTWARE: "1" };
  const [screen, bus] = await Promise.all([
    startServer("Xvfb", ["-displayfd", "1", "-screen", "0", "3200x2200x24", "-nolisten", "tcp"], env),
    startServer("dbus-daemon", ["--session", "--print-address", "--nofork"], env),
  ]);
  const whole = { ...env, DISPLAY: `:${screen.address}`, DBUS_SESSION_BUS_ADDRESS: bus.address };
  return {
    env: whole,
    hand: async (...args) => (await promisify(execFile)("xdotool", args.map(String), { env: whole })).stdout.trim(),
    close: () => (screen.kill(), bus.kill(), rm(folder, { recursive: true, force: true })),
  };
}

/** What ends with a browser ends after it. */
export function closing(browser, end) {
  const close = browser.close.bind(browser);
  browser.close = () => close().finally(end);
  return browser;
}

