// SPDX-License-Identifier: Apache-2.0
// Targets down, days across: the count stands in the cell, its shade or its side of neutral behind it; the sums at the end.

import { make, link, attributes, clean, watched } from "./dom.js";
import { change, day, integer } from "./words.js";
import { address, bucketRange, pathOf } from "./view.js";
import { gauge, shown, voiceWords } from "./tone.js";
import { bucketWords, spark } from "./trend.js";

const STEPS = 6;

/** Square roots, so that the busiest day does not leave all others pale. */
export const shade = (n, most) => (n > 0 ? Math.max(1, Math.ceil(STEPS * Math.sqrt(n / most))) : 0);

function tint(voice) {
  if (!shown(voice)) return "none";
  const depth = Math.min(3, Math.ceil(Math.abs(voice.mean) / 0.2));
  return Math.abs(voice.mean) < 0.05 ? "even" : `${voice.mean < 0 ? "less" : "more"}${depth}`;
}

/**
 * @param rows {target, title, number, total, buckets, moved}, in the order to be shown
 * @param unit what is counted in the cells
 * @param colour volume or sentiment
 */
export function heat({ caption, rows, step, unit, colour, numbered, width }) {
  const days = rows[0]?.buckets ?? [];
  const most = Math.max(1, ...rows.flatMap(row => row.buckets.map(bucket => bucket[unit])));
  const room = width - 560;
  const cells = room / Math.max(1, days.length) >= 17;
  const table = make("table.heat", make("caption.unseen", caption),
    make("thead", head(days, step, numbered, cells)),
    make("tbody", rows.map(row => line(row, { step, unit, colour, most, numbered, cells }))));
  table.querySelector("td.cell a")?.setAttribute("tabindex", "0");
  table.addEventListener("keydown", event => roam(event, table));
  return table;
}

function head(days, step, numbered, cells) {
  const th = (words, css = "") => attributes(make(css ? `th.${css}` : "th", words), { scope: "col" });
  return make("tr", numbered && th("No.", "number"), th(numbered ? "Point" : "Actor", "name"),
    cells ? days.map((bucket, i) => attributes(th(dayHead(bucket.at, step, i), bucket.open ? "cell.open" : "cell"), { title: `${bucketWords(bucket.at, step)}${bucket.open ? " (still open)" : ""}` })) : th("Trend", "trend"),
    th("Stories", "count"), th("Articles", "count"), th("Outlets", "count"), th("24 h", "moved"), th("Sentiment", "tone"));
}

/** Days without their month where it is that of the day before; hours without minutes. */
function dayHead(at, step, i) {
  if (step === "hour") return at.slice(11, 13);
  const [number, month, year] = day(at).split(" ");
  return i === 0 || number === "1" ? make("span", make("small", year ? `${month} ’${year.slice(2)}` : month), " ", number) : number;
}

function line(row, { step, unit, colour, most, numbered, cells }) {
  const tr = make(row.total.articles ? "tr" : "tr.silent");
  tr.dataset.row = row.target;
  const name = link(address({}, pathOf(row.target)), clean(row.title));
  name.dir = "auto";
  name.dataset.open = "";
  name.dataset.key = row.target;
  tr.append(
    ...(numbered ? [make("td.number", clean(row.number ?? ""))] : []),
    attributes(make("th.name", name), { scope: "row" }),
    ...(cells ? row.buckets.map(bucket => cell(row, bucket, step, unit, colour, most))
      : [make("td.trend", spark(row.buckets.map(bucket => bucket[unit]), `${unit}, ${row.buckets.length} buckets, at most ${Math.max(...row.buckets.map(b => b[unit]))}`))]),
    ...["stories", "articles", "outlets"].map(name => sum(row, name, name === unit)),
    moved(row.moved),
    make("td.tone", gauge(row.total.sentiment.own)));
  for (const [i, label] of ["Stories", "Articles", "Outlets"].entries()) tr.querySelectorAll("td.count")[i].dataset.label = label;
  return tr;
}

/** What each number opens: stories by their originals, articles with every relation, outlets by name. */
export const LISTS = { stories: ["original,rewrite", "evidence"], articles: [null, "evidence"], copies: ["copy", "evidence"], updates: ["update", "evidence"], outlets: [null, "outlets"] };
export const listOf = (name, path, more = {}) => `${address({ ...more, relation: LISTS[name][0] }, path)}#${LISTS[name][1]}`;

function sum(row, name, now) {
  const n = row.total[name];
  const a = n ? link(listOf(name, pathOf(row.target)), integer(n)) : integer(n);
  if (n) a.setAttribute("aria-label", `${clean(row.title)}: ${integer(n)} ${name}`);
  return watched(make(`td.count.c-${name}${now ? ".now" : ""}`, a), `${row.target}:${name}`);
}

function moved(difference) {
  if (difference === null || difference === undefined) return make("td.moved", make("span.dash", "–"));
  const td = make(`td.moved${difference > 0 ? ".up" : difference < 0 ? ".down" : ""}`, difference === 0 ? make("span.dash", "=") : change(difference));
  td.title = "stories in the last 24 h against the 24 h before";
  return td;
}

function cell(row, bucket, step, unit, colour, most) {
  const n = bucket[unit];
  const voice = bucket.sentiment.own;
  const css = colour === "sentiment" ? (n ? `tint.${tint(voice)}` : "h0") : `h${shade(n, most)}`;
  const sign = colour === "sentiment" && shown(voice) && Math.abs(voice.mean) >= 0.05 ? make("sup", voice.mean > 0 ? "+" : "−") : null;
  const td = make(`td.cell.${css}${bucket.open ? ".open" : ""}`);
  const words = `${bucketWords(bucket.at, step)}: ${integer(bucket.stories)} stories, ${integer(bucket.articles)} articles, ${integer(bucket.outlets)} outlets; sentiment ${voiceWords(voice)}`;
  if (n === 0) {
    td.title = words;
    td.append(make("span.unseen", "0"));
    return td;
  }
  const a = attributes(link(address(bucketRange(bucket.at, step), pathOf(row.target)) , integer(n), sign), { title: words, tabindex: "-1" });
  a.dataset.key = `${row.target}@${bucket.at}`;
  a.setAttribute("aria-label", `${clean(row.title)}, ${words}`);
  td.append(watched(a, a.dataset.key));
  return td;
}

/** Arrows move over the cells, which are one stop of the tab key. */
function roam(event, table) {
  const by = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  const td = event.target.closest("td.cell");
  if (!by || !td) return;
  event.preventDefault();
  let [r, c] = [td.parentElement.sectionRowIndex, td.cellIndex];
  const rows = table.tBodies[0].rows;
  for (;;) {
    r += by[0];
    c += by[1];
    const next = rows[r]?.cells[c];
    if (!next?.classList.contains("cell")) return;
    const a = next.querySelector("a");
    if (!a) continue;
    table.querySelector('td.cell a[tabindex="0"]')?.setAttribute("tabindex", "-1");
    a.tabIndex = 0;
    a.focus();
    return;
  }
}

export const sorts = {
  number: () => 0,
  volume: unit => (a, b) => b.total[unit] - a.total[unit],
  change: () => (a, b) => (b.moved ?? 0) - (a.moved ?? 0),
  sentiment: () => (a, b) => (shown(a.total.sentiment.own) ? a.total.sentiment.own.mean : 9) - (shown(b.total.sentiment.own) ? b.total.sentiment.own.mean : 9),
};
