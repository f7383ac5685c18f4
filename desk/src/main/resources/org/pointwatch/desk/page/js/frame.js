// SPDX-License-Identifier: Apache-2.0
// What stands around every page: state of the line, time range, unit, search, theme and keys.

import { $, make, link, button, attributes, clean } from "./dom.js";
import { integer, some, second, span, zone } from "./words.js";
import { RANGES, address, choice, data, go, onChange, param, period, shift, zoomOut } from "./view.js";
import { follow, line, togglePause } from "./live.js";
import { listen } from "./keys.js";
import { offer } from "./cite.js";

const SUMMARY_MS = 20_000; // how often a screen reader hears of changes
const REFRESH_MS = 60_000; // what no count tells of: a deadline that passes, a feed that falls silent
const BEHIND_MS = 5_000; // how often the age of the data is told anew
const touched = new Set();
let page = null;

/**
 * Begins a page: `build` puts its panels in place once, `refresh` asks for what they show, at the beginning, when the view changes
 * and when the data do.
 */
export function start(parts) {
  page = { ranged: true, unit: true, ...parts };
  $("zone").textContent = zone;
  $("pause").addEventListener("click", pause);
  $("search").addEventListener("submit", search);
  $("q").value = param("q");
  themes();
  offer(page);
  listen({ page, pause, theme: () => $("theme").click() });
  // The range itself is of this moment; only links and marks follow it.
  onChange(() => {
    controls();
    $("q").value = param("q");
    page.refresh();
  });
  showAsOf();
  controls();
  page.build($("content"));
  page.refresh();
  follow({ state: showState, change: () => page.refresh(), data: took });
  setInterval(speak, SUMMARY_MS);
  setInterval(showAge, BEHIND_MS);
  setInterval(() => line.paused || page.refresh(), REFRESH_MS);
  document.addEventListener("animationend", event => event.target.classList?.remove("changed"));
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth === width) return;
    width = innerWidth;
    clearTimeout(page.resized);
    page.resized = setTimeout(() => page.refresh(), 200);
  });
}

function took(event, first) {
  if (!line.paused && event.asOf) {
    const none = !data.asOf;
    data.asOf = event.asOf;
    document.documentElement.dataset.asOf = event.asOf;
    showAsOf();
    if (none) page.refresh();
  }
  if (!first) event.targets.forEach(row => touched.add(row.target));
}

function search(event) {
  event.preventDefault();
  const words = $("q").value.trim();
  if (page.searches) go({ q: words || null });
  else if (words) location.assign(address({ q: words }, "/"));
}

function pause() {
  togglePause();
  $("pause").setAttribute("aria-pressed", String(line.paused));
  $("pause").textContent = line.paused ? "Resume" : "Pause";
}

// ---- theme --------------------------------------------------------------------------------------------------------

const THEMES = ["system", "light", "dark"];

function themes() {
  const root = document.documentElement;
  const show = () => ($("theme").textContent = `Theme: ${root.dataset.theme ?? "system"}`);
  $("theme").addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(root.dataset.theme ?? "system") + 1) % THEMES.length];
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    keep("pointwatch-theme", next);
    show();
  });
  show();
}

export function kept(name) {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // storage is refused: it holds for this page
  }
}

// ---- range and unit -----------------------------------------------------------------------------------------------

function controls() {
  const parts = [];
  if (page.ranged) parts.push(ranges());
  if (page.unit) parts.push(chooser("Unit", "unit", ["stories", "articles", "outlets"]));
  $("controls").replaceChildren(...parts);
  for (const a of document.querySelectorAll(".pages a, .places a")) a.href = address({}, new URL(a.href).pathname);
}

/** Links, one of which is in force: each is an address of its own. */
export function chooser(label, name, words, shown = {}) {
  const nav = attributes(make("nav.seg"), { "aria-label": label });
  const now = choice(name, words);
  for (const word of words) {
    const a = link(address({ [name]: word === words[0] ? null : word }), shown[word] ?? word);
    a.dataset.key = `${name}-${word}`;
    if (word === now) a.setAttribute("aria-current", "true");
    a.addEventListener("click", event => inPlace(event, { [name]: word === words[0] ? null : word }));
    nav.append(a);
  }
  return nav;
}

function inPlace(event, changes) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const key = event.currentTarget.dataset.key;
  go(changes);
  if (key) document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

function ranges() {
  const { range, words, start, end } = period();
  const nav = attributes(make("nav.seg"), { "aria-label": "Time range" });
  for (const [word, shown] of RANGES) {
    const changes = { range: word, from: null, to: null };
    const a = link(address(changes), shown);
    a.dataset.key = `range-${word}`;
    if (word === range) a.setAttribute("aria-current", "true");
    a.addEventListener("click", event => inPlace(event, changes));
    nav.append(a);
  }
  return make("div.when", nav, own(start, end, words, range === null));
}

function own(start, end, words, inForce) {
  const input = (label, ms) => {
    const field = attributes(make("input"), { type: "date", "aria-label": label, value: new Date(ms).toISOString().slice(0, 10) });
    return field;
  };
  const [from, to] = [input("From (UTC day)", start), input("To (UTC day, included)", end - 1)];
  const set = button("Set", () => {
    if (from.value && to.value && from.value <= to.value) go({ range: null, from: from.value, to: to.value });
  });
  const details = make("details.own", make("summary", words), make("div.drop", from, make("span", " to "), to, set,
    button("Earlier", () => shift(-1)), button("Later", () => shift(1)), button("Zoom out", zoomOut)));
  details.dataset.key = "own-range";
  if (inForce) details.classList.add("on");
  details.addEventListener("keydown", event => {
    if (event.key === "Escape") details.open = false;
  });
  return details;
}

// ---- the line -----------------------------------------------------------------------------------------------------

function showAsOf() {
  if (!data.asOf) return;
  const shown = second(data.asOf);
  shown.id = "asof";
  $("asof").replaceWith(shown);
  showAge();
}

/** By the reader's clock: a replay of last year is a year behind. */
function showAge() {
  if (!data.asOf) return;
  const behind = Date.now() - Date.parse(data.asOf);
  $("behind").textContent = behind < 1_000 ? "" : `, ${behind < 60_000 ? `${Math.floor(behind / 1_000)} s` : span(behind)} behind`;
}

const age = ms => {
  const s = Math.max(0, Math.floor(ms / 1000));
  const two = n => String(n).padStart(2, "0");
  return s < 3600 ? `${two(Math.floor(s / 60))}:${two(s % 60)}` : `${Math.floor(s / 3600)} h ${two(Math.floor((s % 3600) / 60))} min`;
};

const WORDS = { starting: "starting", "catching-up": "catching up", live: "live", waiting: "waiting for Kafka", connecting: "connecting" };

function showState() {
  const lost = line.lostAt !== null && Date.now() - line.lostAt > 1_500;
  const classes = document.body.classList;
  classes.toggle("lost", lost);
  classes.toggle("paused", !lost && line.paused);
  classes.toggle("live", !lost && !line.paused && line.state === "live");
  const phase = lost ? "not connected" : line.paused ? "paused" : WORDS[line.state] ?? clean(line.state);
  const detail = lost ? `for ${age(Date.now() - line.lostAt)}: what stands here is old`
    : line.paused && line.held ? some(line.held, "change waits", "changes wait") : "";
  if ($("phase").textContent !== phase) $("phase").textContent = phase;
  if ($("detail").textContent !== detail) $("detail").textContent = detail;
}

function speak() {
  if (touched.size === 0 || line.lostAt !== null || line.paused) return;
  const count = kind => [...touched].filter(target => target.startsWith(kind)).length;
  $("summary").textContent = `${integer(count("point:"))} points and ${integer(count("actor:"))} actors changed; data to ${$("asof").textContent}.`;
  touched.clear();
}
