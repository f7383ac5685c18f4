// SPDX-License-Identifier: Apache-2.0
// Makers of elements. Text that came from a feed is only ever set as a text node, or as an attribute that cannot run.

export const $ = id => document.getElementById(id);

/** make("td.count", "12"), make("p.note", "n ", make("b", "5")): a tag with classes, then text and elements. */
export function make(name, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export function attributes(element, values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  return element;
}

/** Characters that steer the direction of text or are no text at all have no business on a page of numbers. */
export const clean = text =>
  String(text ?? "").replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, " ");

export function webAddress(url) {
  try {
    const parsed = new URL(url);
    return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed : null;
  } catch {
    return null;
  }
}

export function link(href, ...children) {
  const a = make("a", ...children);
  a.href = href;
  return a;
}

/** To an article elsewhere; only the words, where its address is none of the web's. */
export function outward(url, text, title) {
  const address = url && webAddress(url);
  const words = make("bdi", clean(text));
  if (!address) return words;
  const a = link(address.href, words);
  a.rel = "noopener noreferrer nofollow";
  a.title = title ?? address.host;
  return a;
}

const LANGUAGE = /^[a-z]{2,3}(-[a-zA-Z0-9]{2,8})*$/u;

/** Words of somebody else's, marked with their language. */
export function quoted(tag, text, language, match) {
  const words = clean(text);
  const element = make(tag);
  element.dir = "auto";
  if (language && LANGUAGE.test(language)) element.lang = language;
  const [start, end] = match ?? [0, 0];
  if (end > start && end <= words.length) {
    element.append(words.slice(0, start), make("mark", words.slice(start, end)), words.slice(end));
  } else {
    element.append(words);
  }
  return element;
}

export function button(words, act, title) {
  const element = make("button", words);
  element.type = "button";
  if (title) element.title = title;
  element.addEventListener("click", act);
  return element;
}

/** A text that swap() compares with what stood there before, to show what has changed. */
export function watched(element, key) {
  element.dataset.watch = key;
  return element;
}

/** Puts new content in place; focus and opened parts stay, and numbers that changed say what they were. */
export function swap(container, ...children) {
  const before = new Map([...container.querySelectorAll("[data-watch]")].map(e => [e.dataset.watch, e.textContent]));
  const opened = new Set([...container.querySelectorAll("details[open][data-key]")].map(e => e.dataset.key));
  const focus = container.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const scroll = [...container.querySelectorAll("[data-scroll]")].map(e => [e.dataset.scroll, e.scrollLeft]);
  container.replaceChildren(...children.flat(Infinity).filter(Boolean));
  for (const details of container.querySelectorAll("details[data-key]")) {
    if (opened.has(details.dataset.key)) details.open = true;
  }
  for (const [key, left] of scroll) {
    const box = container.querySelector(`[data-scroll="${CSS.escape(key)}"]`);
    if (box) box.scrollLeft = left;
  }
  if (focus) container.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
  let changes = 0;
  for (const element of container.querySelectorAll("[data-watch]")) {
    const was = before.get(element.dataset.watch);
    if (was === undefined || was === element.textContent) continue;
    element.title = `was ${was}, now ${element.textContent}`;
    element.classList.add("changed");
    changes++;
  }
  return changes;
}
