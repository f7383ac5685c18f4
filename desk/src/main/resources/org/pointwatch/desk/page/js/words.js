// SPDX-License-Identifier: Apache-2.0
// Numbers and times as people read them. Days are UTC days, clocks the reader's own.

import { make, clean } from "./dom.js";

const grouped = new Intl.NumberFormat("en");
const clock = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" });
const minute = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const utcDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const utcWeekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const withYear = format => new Intl.DateTimeFormat("en-GB", { ...format, year: "numeric" });
const minuteOfYear = withYear({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const utcDayOfYear = withYear({ day: "numeric", month: "short", timeZone: "UTC" });
const utcWeekdayOfYear = withYear({ weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

export const DAY = 86_400_000;
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const integer = n => (n === null || n === undefined ? "–" : grouped.format(n));
export const some = (n, one, many = `${one}s`) => `${integer(n)} ${n === 1 ? one : many}`;
export const percent = part => `${(100 * part).toFixed(part > 0 && part < 0.1 ? 1 : 0)} %`;

/** The year in which the data end, which the head of the page names; days of any other are told with their year. */
const current = () => Number(document.documentElement.dataset.asOf?.slice(0, 4)) || new Date().getUTCFullYear();
const inUtc = (iso, plain, full) => (new Date(iso).getUTCFullYear() === current() ? plain : full).format(new Date(iso));
const clockTime = date => (date.getFullYear() === current() ? minute : minuteOfYear).format(date);

export const day = iso => inUtc(iso, utcDay, utcDayOfYear);
export const dayAlone = iso => utcDay.format(new Date(iso));
export const weekday = iso => inUtc(iso, utcWeekday, utcWeekdayOfYear);
export const utc = iso => iso.replace("T", " ").replace(/(\.\d+)?Z$/u, " UTC");
export function signed(x, digits = 2) {
  const words = Math.abs(x).toFixed(digits);
  return (Number(words) === 0 ? "" : x > 0 ? "+" : "−") + words;
}
export const change = n => (n > 0 ? `▲ ${integer(n)}` : n < 0 ? `▼ ${integer(-n)}` : "=");

function stamp(iso, words) {
  const element = make("time", words(new Date(iso)));
  element.dateTime = iso;
  element.title = utc(iso);
  return element;
}

export const time = iso => (iso ? stamp(iso, clockTime) : make("span.dash", "–"));
export const second = iso => stamp(iso, date => clock.format(date));

/** A span of time in its two largest units. */
export function span(ms) {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (d === 1 && h === 0) return "24 h";
  if (d >= 3 || (d && h === 0)) return some(d, "day");
  if (d) return `${d} d ${h} h`;
  return h ? `${h} h ${m} min` : `${m} min`;
}

/** The last day of a deadline, as it was said. */
export function due(value) {
  if (!value) return "no day";
  return value.includes("T") ? clockTime(new Date(value)) : weekday(`${value.slice(0, 10)}T00:00:00Z`);
}

/** All three counts, always together. */
export const counts = c => `${some(c.stories, "story", "stories")}, ${some(c.articles, "article")}, ${some(c.outlets, "outlet")}`;

const CLOCKS = {
  published: "published, by the outlet’s clock",
  "published-clamped": "published, moved to what is possible",
  "first-seen": "first seen: the article gives no time",
};
export const clockWords = word => CLOCKS[word] ?? clean(word);
export const kindWords = word => clean(word).replaceAll("-", " ");
