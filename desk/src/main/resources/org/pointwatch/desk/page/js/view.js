// SPDX-License-Identifier: Apache-2.0
// What is looked at and how: the path is the thing, the query the view. Nothing else is kept.

import { DAY, day } from "./words.js";

const ORDER = ["range", "from", "to", "unit", "scale", "colour", "sort", "q", "lang", "outlet", "group", "relation", "sentiment", "order", "status", "kind", "health", "point", "actor", "target", "marks", "pair", "s", "since", "at"];
const SEVERAL = ["s"]; // words that may stand more than once
const DAYS = { "24h": 1, "7d": 7, "14d": 14, "28d": 28, all: 60 };
export const RANGES = [["24h", "24 h"], ["7d", "7 days"], ["14d", "14 days"], ["28d", "28 days"], ["all", "All held"]];
const STANDARD = "14d";
const NOW = /^now-(\d{1,6})([mhdwMy])$/u;
const UNITS = { m: 60_000, h: 3_600_000, d: DAY, w: 7 * DAY, M: 30 * DAY, y: 365 * DAY };
const LONGEST = 399 * DAY; // the API answers 400, and a range is widened to whole quarters of an hour
const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?$/u;

/** `language` is what `lang` was called before. */
function query() {
  const words = new URLSearchParams(location.search);
  if (words.has("language") && !words.has("lang")) words.set("lang", words.get("language"));
  return words;
}

/** A word of the query, if it is one of those known; else the first of them. */
export const choice = (name, known) => known.find(word => word === query().get(name)) ?? known[0];
export const param = name => query().get(name) ?? "";
export const params = name => query().getAll(name).filter(Boolean);

/** Several values of one word, with commas between them; `!` before one leaves it out. A comma of a name has a backslash before it. */
export const listed = name => param(name).split(/(?<!\\),/u).map(value => value.replaceAll("\\,", ",").trim()).filter(Boolean);
export const asListed = value => value.replaceAll(",", "\\,");

/** The part of a target that is counted by itself, and that the filters leave: one language or one group of outlets; else nothing. */
export function facet() {
  const [languages, groups] = [listed("lang"), listed("group")];
  const [value, ...more] = [...languages, ...groups];
  if (!value || more.length || listed("outlet").length || value.startsWith("!") || value === "none" || value.includes("/")) return "";
  return languages.length ? `/lang:${value}` : `/group:${value}`;
}

/** The id at the end of the path. */
export const thing = () => {
  try {
    return decodeURIComponent(location.pathname.split("/").pop());
  } catch {
    return "";
  }
};

/** The address of this view with some words changed; null takes one out. The order is always the same. */
export function address(changes = {}, path = location.pathname) {
  const words = path === location.pathname ? query() : kept();
  for (const [name, value] of Object.entries(changes)) {
    words.delete(name);
    for (const one of [value ?? ""].flat()) if (one !== "") words.append(name, one);
  }
  if (words.get("range") === STANDARD) words.delete("range");
  const known = ORDER.flatMap(name => words.getAll(name).filter((value, i) => value && (i === 0 || SEVERAL.includes(name))).map(value => `${name}=${encodeURIComponent(value)}`));
  return path + (known.length ? `?${known.join("&")}` : "");
}

/** What goes along from one page to another: the time and the unit. */
function kept() {
  const words = new URLSearchParams();
  for (const name of ["range", "from", "to", "unit"]) if (param(name)) words.set(name, param(name));
  return words;
}

export const pathOf = target => {
  const [kind, id] = [target.slice(0, target.indexOf(":")), target.slice(target.indexOf(":") + 1)];
  return kind === "point" ? `/points/${encodeURIComponent(id)}` : kind === "actor" ? `/actors/${encodeURIComponent(id)}` : "/";
};
/** The evidence of one article; with a target its marks alone, the first of them in view. */
export const articlePath = (id, target = null) => address({ target }, `/articles/${encodeURIComponent(id)}`) + (target ? "#first" : "");
export const storyPath = id => `/stories/${encodeURIComponent(id)}`;

const watchers = [];
export const onChange = act => watchers.push(act);

export function go(changes, replace = false) {
  const to = address(changes);
  if (to === location.pathname + location.search) return;
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  watchers.forEach(act => act());
}
addEventListener("popstate", () => watchers.forEach(act => act()));

// ---- time ---------------------------------------------------------------------------------------------------------

export const data = { asOf: document.documentElement.dataset.asOf || null };
export const asOf = () => (data.asOf ? Date.parse(data.asOf) : Date.now());

const iso = ms => new Date(ms).toISOString().replace(".000Z", "Z");
const midnight = ms => Math.floor(ms / DAY) * DAY;

/**
 * The span that is looked at. One that ends with the data has no `to`, so that what comes in belongs to it; more than a day is whole
 * UTC days. `end` is where it ends on a chart.
 */
export function period() {
  const [from, to] = [instant(param("from"), 0), instant(param("to"), DAY)];
  if (from !== null || to !== null) {
    const end = to ?? asOf();
    const start = Math.max(from ?? midnight(end - 13 * DAY), end - LONGEST);
    if (start < end) return span(start, end, { from: iso(start), ...(to === null ? {} : { to: iso(end) }) }, null, from !== null && from < start);
  }
  const range = choice("range", [STANDARD, ...Object.keys(DAYS)]);
  const start = range === "24h" ? quarter(asOf() - DAY) : midnight(asOf()) - (DAYS[range] - 1) * DAY;
  return span(start, asOf(), { from: iso(start) }, range);
}

/** A day, an instant, or a distance from the data’s end such as now-7d; null for anything else and for the end itself. */
function instant(word, dayLength) {
  if (TIME.test(word)) return Date.parse(word) + (word.includes("T") ? 0 : dayLength);
  const [, n, unit] = NOW.exec(word) ?? [];
  return n === undefined ? null : quarter(asOf() - Math.min(n * UNITS[unit], 100 * LONGEST));
}

function span(start, end, ask, range, cut = false) {
  const hourly = end - start <= 3 * DAY;
  const words = range === "24h" ? "24 h to the data’s end"
    : `${day(iso(start))} to ${day(iso(end - 1))}${range ? " (still open)" : ""}${cut ? ", cut to the longest range" : ""}`;
  return { start, end, ask, range, step: hourly ? "hour" : "day", words };
}

/** Counts are kept in quarters of an hour. */
const quarter = ms => Math.floor(ms / 900_000) * 900_000;

/** The span of the same length before this one. */
export function before({ start, end }) {
  return { from: iso(quarter(start - (end - start))), to: iso(start) };
}

/** In whole quarters, the one that is under way included. */
export const lastHours = hours => ({ from: iso(quarter(asOf()) + 900_000 - hours * 3_600_000) });
export const dataEnd = () => iso(quarter(asOf()) + 900_000);

/** The address of this view with its range held still: what comes in later changes only what belongs to it. */
export function fixed() {
  const { start, end } = period();
  return address({ range: null, from: iso(quarter(start)), to: iso(Math.ceil(end / 900_000) * 900_000) });
}

export function shift(part) {
  const { start, end } = period();
  const by = (end - start) * part;
  go({ range: null, from: iso(Math.round((start + by) / 900_000) * 900_000), to: iso(Math.round((end + by) / 900_000) * 900_000) });
}

/** Twice the range around the same middle, as far as there are data. */
export function zoomOut() {
  const { start, end } = period();
  const half = (end - start) / 2;
  const open = end + half >= asOf();
  go({ range: null, from: iso(quarter(open ? end - 4 * half : start - half)), to: open ? null : iso(quarter(end + half)) });
}

export function nextRange() {
  const words = RANGES.map(([word]) => word);
  go({ range: words[(words.indexOf(period().range) + 1) % words.length], from: null, to: null });
}

const NOTHING = { n: 0, mean: null, low: null, high: null, negative: 0, neutral: 0, positive: 0, shown: false };
const NONE = { articles: 0, stories: 0, copies: 0, updates: 0, outlets: 0, sentiment: { own: NOTHING, quoted: NOTHING } };

/** A bucket for every step of the span: those that hold nothing are not in the answer. */
export function everyBucket(buckets, { start, end, step }) {
  const length = step === "hour" ? 3_600_000 : DAY;
  const known = new Map(buckets.map(bucket => [Date.parse(bucket.at), bucket]));
  const all = [];
  for (let at = Math.floor(start / length) * length; at < end; at += length) {
    all.push({ ...(known.get(at) ?? NONE), at: iso(at), open: at + length > asOf() });
  }
  return all;
}

/** The bucket that begins at this instant, as a range. */
export const bucketRange = (at, step) => ({ range: null, from: at, to: iso(Date.parse(at) + (step === "hour" ? 3_600_000 : DAY)) });
