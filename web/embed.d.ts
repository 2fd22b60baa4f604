// SPDX-License-Identifier: MIT
// What embed.js gives to a partner's page, and what goes through it. Version 1; docs/embedding.md explains.

export type Form = "full" | "compact" | "card";
export type Theme = "auto" | "light" | "dark";

/** What an embed begins with; as data attributes (data-article="…") of the script tag or <lectern-article> too. */
export interface EmbedOptions extends Settings {
  /** The article's id, as in its address: https://PUB/a/ID/. */
  article: string;
  /** The publication's address; that of the loader's own file when it is not given. */
  site?: string;
  /** "auto": as high as the article. "fixed" or a number of px: the article scrolls inside. */
  height?: "auto" | "fixed" | number | `${number}`;
  /** "click": nothing is asked of the publication before the reader presses. */
  load?: "near" | "click";
  /** What stands in the place of the article until it is there, and the frame's accessible name. */
  title?: string;
  label?: string;
  /** Height of that place, when it is known: in px, or a length in CSS, in which 100% is its width. */
  reserve?: number | string;
}

/** What can be changed while the article is shown. */
export interface Settings {
  form?: Form;
  theme?: Theme;
  /** Design tokens by the names of docs/themes.md; all of them each time. The compact form and the card take colours alone. */
  tokens?: Record<string, string | number>;
  /** "parent": a press of a link is left to the page around (the event lectern-navigate). */
  navigate?: "tab" | "parent";
}

export interface Embed {
  /** Sent when the frame is ready to hear them. */
  set(settings: Settings): void;
  remove(): void;
}

/** From the frame. Each is a DOM event too, "lectern-TYPE", with the other fields in `detail`. */
export type MessageUp = { lectern: 1 } & (
  | { type: "ready"; article: string; title: string; lang: string; dir: "ltr" | "rtl"; form: Form }
  | { type: "height"; height: number }
  | { type: "navigate"; url: string; top?: number }
  | { type: "mood"; mood: string | null }
  | { type: "progress"; progress: number }
  | { type: "error"; code: "refused" | "viewer" | "frame"; message: string }
  | { type: "blur" }
);

/** To the frame. */
export type MessageDown = { lectern: 1; type: "settings" } & Settings;

export interface LecternArticle extends HTMLElement {
  set(settings: Settings): void;
}

type Detail<T extends MessageUp["type"]> = CustomEvent<Omit<Extract<MessageUp, { type: T }>, "lectern" | "type">>;

declare global {
  var lecternEmbed: (element: HTMLElement, options: EmbedOptions) => Embed;
  interface HTMLElementTagNameMap {
    "lectern-article": LecternArticle;
  }
  interface HTMLElementEventMap {
    "lectern-ready": Detail<"ready">;
    "lectern-height": Detail<"height">;
    "lectern-navigate": Detail<"navigate">;
    "lectern-mood": Detail<"mood">;
    "lectern-progress": Detail<"progress">;
    "lectern-error": Detail<"error">;
    "lectern-blur": Detail<"blur">;
  }
}
