// SPDX-License-Identifier: Apache-2.0
// How much was told, bucket by bucket: stories and copies apart, or a line of one unit as share or index.

import { make, link } from "./dom.js";
import { day, dayAlone, integer, percent, some, utc } from "./words.js";
import { address, bucketRange, go } from "./view.js";
import { linear, picture, s, ticks, title } from "./svg.js";
import { behind } from "./panel.js";

const [LEFT, RIGHT, TOP, BOTTOM, HEIGHT, LOW] = [40, 10, 10, 24, 190, 128];
const STORIES = { words: "Stories", parts: [["stories", "stories"]] };
const CARRIED = { words: "Copies and updates of them", parts: [["copies", "copies"], ["updates", "updates"]] };
const ARTICLES = { words: "Articles: stories, copies and updates", parts: [["stories", "stories"], ["copies", "copies"], ["updates", "updates"]] };
const OUTLETS = { words: "Outlets", parts: [["outlets", "outlets"]] };

export const bucketWords = (at, step) => (step === "hour" ? utc(at).replace(":00:00", ":00") : `${day(at)}`);

const sumOf = (buckets, parts) => buckets.reduce((sum, bucket) => sum + heightOf(bucket, parts), 0);
const heightOf = (bucket, parts) => parts.reduce((sum, [name]) => sum + (bucket[name] ?? 0), 0);

/**
 * Stories and what carried them have scales of their own, for one story with a hundred copies would flatten all others.
 *
 * @param all buckets of all coverage, for the share; null if they are not known
 */
export function trend(given) {
  const { buckets, all, step, unit, scale } = given;
  if (!buckets.some(bucket => bucket.articles > 0)) return null;
  const table = numbers(buckets, all, step);
  if (scale !== "count") return [lineChart(given), legend(lineKey(unit, scale)), table];
  if (unit === "outlets") return [barChart(given, OUTLETS, HEIGHT), legend(...KEYS.outlets), table];
  if (unit === "articles") return [barChart(given, ARTICLES, HEIGHT), legend(...KEYS.stories, ...KEYS.carried), table];
  return [barChart(given, STORIES, LOW), barChart(given, CARRIED, LOW), legend(...KEYS.stories, ...KEYS.carried), table];
}

function lineChart({ buckets, all, step, unit, scale, width }) {
  const values = buckets.map((bucket, i) => value(bucket, all?.[i], unit, scale, buckets));
  const most = Math.max(...values.map(v => v ?? 0));
  const marks = scale === "share" ? ticks(Math.max(most, 0.001), 0) : ticks(most);
  return figure({ buckets, step, width, height: HEIGHT, marks, words: summary(buckets, step, unit), tick: scale === "share" ? percent : integer },
    (x, y, slot) => lineOf(values, x, y, slot));
}

/** Bars of these parts, with what they are, their unit and how many there are above them. */
function barChart({ buckets, step, width }, { words, parts }, height) {
  const unit = parts.length === 3 ? "articles" : parts[0][0];
  const n = unit === "outlets" ? `distinct in each ${step}` : `n = ${integer(sumOf(buckets, parts))}, per ${step}`;
  const most = Math.max(...buckets.map(bucket => heightOf(bucket, parts)));
  const chart = most > 0
    ? figure({ buckets, step, width, height, marks: ticks(most), words: `${words}: ${summary(buckets, step, unit)}`, tick: integer }, (x, y, slot, fill) => bars(buckets, parts, { x, y, slot, fill }))
    : make("p.nothing", "None in this range.");
  return make("div.figure", make("h3", words, make("small", ` ${n}`)), chart);
}

let drawn = 0;

function figure({ buckets, step, width, height, marks, words, tick }, draw) {
  const open = `open-${++drawn}`;
  const y = linear(0, marks.at(-1), height - BOTTOM, TOP);
  const slot = (width - LEFT - RIGHT) / buckets.length;
  const x = i => LEFT + i * slot;
  const svg = picture(width, height, words,
    patterns(open),
    marks.map(mark => [
      s("line.grid", { x1: LEFT, x2: width - RIGHT, y1: y(mark), y2: y(mark) }),
      s("text.tick", { x: LEFT - 6, y: y(mark) + 4, "text-anchor": "end" }, tick(mark)),
    ]),
    labels(buckets, step, x, slot, height),
    draw(x, y, slot, `url(#${open})`),
    hits(buckets, step, x, slot, height));
  brush(svg, buckets, step, slot, height);
  return svg;
}

function value(bucket, all, unit, scale, buckets) {
  if (scale === "share") return all?.[unit] ? bucket[unit] / all[unit] : all ? 0 : null;
  if (scale === "index") return (100 * bucket[unit]) / Math.max(1, ...buckets.map(b => b[unit]));
  return bucket[unit];
}

function patterns(id) {
  const hatch = s("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    s("line.hatch", { x1: 0, x2: 0, y1: 0, y2: 6 }));
  return s("defs", {}, hatch);
}

function bars(buckets, parts, { x, y, slot, fill }) {
  const gap = slot > 14 ? 4 : slot > 5 ? 1.5 : 0.5;
  return buckets.flatMap((bucket, i) => {
    let base = 0;
    const drawn = parts.map(([name, css]) => {
      const [low, high] = [y(base), y(base + (bucket[name] ?? 0))];
      base += bucket[name] ?? 0;
      return low > high && s(`rect.${css}`, { x: x(i) + gap / 2, y: high, width: Math.max(1, slot - gap), height: low - high });
    });
    const open = bucket.open && base > 0
      && s("rect", { x: x(i) + gap / 2, y: y(base), width: Math.max(1, slot - gap), height: y(0) - y(base), fill });
    return [...drawn, open];
  });
}

function lineOf(values, x, y, slot) {
  const points = values.map((v, i) => (v === null ? null : [x(i) + slot / 2, y(v)])).filter(Boolean);
  if (!points.length) return s("text.tick", { x: LEFT + 8, y: TOP + 16 }, "The share is not known: the desk gives no totals.");
  return [s("polyline.line", { points: points.map(p => p.map(n => n.toFixed(1)).join(",")).join(" ") }), points.map(([cx, cy]) => s("circle.dot", { cx, cy, r: 2.6 }))];
}

function labels(buckets, step, x, slot, height) {
  const every = Math.max(1, Math.ceil((step === "hour" ? 58 : 46) / slot));
  return buckets.map((bucket, i) => i % every === 0
    && s("text.tick", { x: x(i) + slot / 2, y: height - 8, "text-anchor": "middle" }, step === "hour" ? hour(bucket.at) : (i === 0 ? day : dayAlone)(bucket.at)));
}

const hour = at => (at.slice(11, 16) === "00:00" ? day(at) : at.slice(11, 16));

function hits(buckets, step, x, slot, height) {
  return buckets.map((bucket, i) => s("rect.hit", { x: x(i), y: TOP, width: slot, height: height - TOP - BOTTOM, "data-bucket": i }, title(words(bucket, step))));
}

function words(b, step) {
  return `${bucketWords(b.at, step)}: ${some(b.stories, "story", "stories")}, ${some(b.copies, "copy", "copies")}, ${some(b.updates, "update")} `
    + `= ${some(b.articles, "article")}; ${some(b.outlets, "outlet")}${b.open ? " (still open)" : ""}`;
}

/** A press looks at one bucket, a drag at several; the table and the range's own fields do the same without a mouse. */
function brush(svg, buckets, step, slot, height) {
  let from = null;
  const mark = s("rect.brush", { y: TOP, height: height - TOP - BOTTOM, width: 0 });
  const at = event => Math.min(buckets.length - 1, Math.max(0, Math.floor((event.offsetX * (svg.viewBox.baseVal.width / svg.clientWidth) - LEFT) / slot)));
  svg.append(mark);
  svg.addEventListener("pointerdown", event => {
    from = at(event);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", event => {
    if (from === null) return;
    const [a, b] = [Math.min(from, at(event)), Math.max(from, at(event))];
    mark.setAttribute("x", LEFT + a * slot);
    mark.setAttribute("width", (b - a + 1) * slot);
  });
  svg.addEventListener("pointercancel", () => (from = null));
  svg.addEventListener("pointerup", event => {
    if (from === null) return;
    const [a, b] = [Math.min(from, at(event)), Math.max(from, at(event))];
    from = null;
    go({ ...bucketRange(buckets[a].at, step), to: bucketRange(buckets[b].at, step).to });
  });
}

const key = (css, text) => make("span.key", make(`i.${css}`), text);
const KEYS = { stories: [["stories", "stories"]], carried: [["copies", "copies"], ["updates", "updates"], ["open", "still open"]], outlets: [["outlets", "distinct outlets in each bucket"], ["open", "still open"]] };
const lineKey = (unit, scale) => ["line", scale === "share" ? `share of all ${unit} seen` : `${unit}, the highest = 100`];
const legend = (...keys) => make("p.legend", keys.map(([css, text]) => key(css, text)));

function numbers(buckets, all, step) {
  const rows = buckets.map(b => make("tr",
    make("th", link(address(bucketRange(b.at, step)), bucketWords(b.at, step))),
    ["stories", "articles", "copies", "updates", "outlets"].map(name => make("td.count", integer(b[name])))));
  return behind("Counts behind the chart", [["From", ""], ...["Stories", "Articles", "Copies", "Updates", "Outlets"].map(h => [h, "count"])], rows);
}

function summary(buckets, step, unit) {
  const high = buckets.reduce((a, b) => (b[unit] > a[unit] ? b : a));
  const sum = name => buckets.reduce((total, b) => total + b[name], 0);
  return `Bars, one for each ${step}: ${some(sum("stories"), "story", "stories")} and ${some(sum("articles"), "article")} in all, `
    + `most ${unit} on ${bucketWords(high.at, step)} (${integer(high[unit])}).`;
}

/** Lines of a few buckets, as small as a word. */
export function spark(values, words) {
  const [width, height] = [72, 18];
  const y = linear(0, Math.max(1, ...values), height - 2, 2);
  const x = linear(0, Math.max(1, values.length - 1), 2, width - 2);
  return s("svg.spark", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": words },
    s("polyline.line", { points: values.map((v, i) => `${x(i).toFixed(1)},${y(v).toFixed(1)}`).join(" ") }));
}
