// SPDX-License-Identifier: MIT
// In the place of sw.js where the publication says "offline": false: takes away the service worker that a
// browser has, and all that it has kept. docs/offline.md says when that is wanted.
const worker = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil((async () => {
  const { scope } = worker.registration;
  const ours = `lectern ${new URL(scope).pathname} `;
  for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
  await worker.registration.unregister();
})()));
