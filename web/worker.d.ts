// SPDX-License-Identifier: MIT
// What sw.js needs of a service worker's world, which TypeScript's library for pages lacks, and what the
// publisher writes before it (src/publish/service_worker.cpp).

/** `base`: the path that offline.html's links begin with; `styles`: the hash of its styles; `files`: site paths, each
 *  with its hash (W3C SRI). */
declare const SITE: { version: string; base: string; styles: string; files: Record<string, string> };

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Response | Promise<Response>): void;
}
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}
interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", hear: (event: ExtendableEvent) => void): void;
  addEventListener(type: "fetch", hear: (event: FetchEvent) => void): void;
  addEventListener(type: "sync", hear: (event: SyncEvent) => void): void;
  addEventListener(type: "message", hear: (event: MessageEvent & ExtendableEvent) => void): void;
}
