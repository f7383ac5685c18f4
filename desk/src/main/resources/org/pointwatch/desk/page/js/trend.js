// SPDX-License-Identifier: Apache-2.0
// How much was told, bucket by bucket: stories and copies apart, or a line of one unit as share or index.

import { make, link } from "./dom.js";
import { day, integer, percent, some, utc } from "./words.js";
import { address, bucketRange, go } from "./view.js";
import { linear, picture, s, ticks, title } from "./svg.js";
import { behind } from "./panel.js";

const [LEFT, RIGHT, TOP, BOTTOM, HEIGHT] = [40, 10, 10, 24, 190];
const STACK = [["stories", "stories"], ["copies", "copies"], ["updates", "updates"]];

export const bucketWords = (at, step) => (step === "hour" ? utc(at).replace(":00:00", ":00") : `${day(at)}`);

/** @param all buckets of all coverage, for the share; null if they are not known */
export function trend({ buckets, all, step, unit, scale, width }) {
  if (!buckets.some(bucket => bucket.articles > 0)) return null;
  const plain = scale === "count";
  const values = buckets.map((bucket, i) => value(bucket, all?.[i], unit, scale, buckets));
  const most = plain && unit !== "outlets" ? Math.max(...buckets.map(b => b.articles)) : Math.max(...values.map(v => v ?? 0));
  const marks = scale === "share" ? ticks(Math.max(most, 0.001), 0) : ticks(most);
  const y = linear(0, marks.at(-1), HEIGHT - BOTTOM, TOP);
  const slot = (width - LEFT - RIGHT) / buckets.length;
  const x = i => LEFT + i * slot;
  const svg = picture(width, HEIGHT, summary(buckets, step, unit),
    patterns(),
    marks.map(mark => [
      s("line.grid", { x1: LEFT, x2: width - RIGHT, y1: y(mark), y2: y(mark) }),
      s("text.tick", { x: LEFT - 6, y: y(mark) + 4, "text-anchor": "end" }, scale === "share" ? percent(mark) : integer(mark)),
    ]),
    labels(buckets, step, x, slot),
    plain ? bars(buckets, unit, x, y, slot) : lineOf(values, x, y, slot),
    hits(buckets, step, x, slot));
  brush(svg, buckets, step, slot);
  return [make("div.figure", svg), legend(unit, plain, scale), numbers(buckets, all, step)];
}

function value(bucket, all, unit, scale, buckets) {
  if (scale === "share") return all?.[unit] ? bucket[unit] / all[unit] : all ? 0 : null;
  if (scale === "index") return (100 * bucket[unit]) / Math.max(1, ...buckets.map(b => b[unit]));
  return bucket[unit];
}

function patterns() {
  const hatch = s("pattern", { id: "open", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    s("line.hatch", { x1: 0, x2: 0, y1: 0, y2: 6 }));
  return s("defs", {}, hatch);
}

function bars(buckets, unit, x, y, slot) {
  const gap = slot > 14 ? 4 : slot > 5 ? 1.5 : 0.5;
  return buckets.flatMap((bucket, i) => {
    const parts = unit === "outlets" ? [["outlets", "outlets"]] : STACK;
    let base = 0;
    const drawn = parts.map(([name, css]) => {
      const [low, high] = [y(base), y(base + (bucket[name] ?? 0))];
      base += bucket[name] ?? 0;
      return low > high && s(`rect.${css}`, { x: x(i) + gap / 2, y: high, width: Math.max(1, slot - gap), height: low - high });
    });
    const open = bucket.open && base > 0
      && s("rect", { x: x(i) + gap / 2, y: y(base), width: Math.max(1, slot - gap), height: y(0) - y(base), fill: "url(#open)" });
    return [...drawn, open];
  });
}

function lineOf(values, x, y, slot) {
  const points = values.map((v, i) => (v === null ? null : [x(i) + slot / 2, y(v)])).filter(Boolean);
  if (!points.length) return s("text.tick", { x: LEFT + 8, y: TOP + 16 }, "The share is not known: the desk gives no totals.");
  return [s("polyline.line", { points: points.map(p => p.map(n => n.toFixed(1)).join(",")).join(" ") }), points.map(([cx, cy]) => s("circle.dot", { cx, cy, r: 2.6 }))];
}

export function labels(buckets, step, x, slot) {
  const every = Math.max(1, Math.ceil((step === "hour" ? 58 : 46) / slot));
  return buckets.map((bucket, i) => i % every === 0
    && s("text.tick", { x: x(i) + slot / 2, y: HEIGHT - 8, "text-anchor": "middle" }, step === "hour" ? hour(bucket.at) : day(bucket.at)));
}

const hour = at => (at.slice(11, 16) === "00:00" ? day(at) : at.slice(11, 16));

function hits(buckets, step, x, slot) {
  return buckets.map((bucket, i) => s("rect.hit", { x: x(i), y: TOP, width: slot, height: HEIGHT - TOP - BOTTOM, "data-bucket": i }, title(words(bucket, step))));
}

function words(b, step) {
  return `${bucketWords(b.at, step)}: ${some(b.stories, "story", "stories")}, ${some(b.copies, "copy", "copies")}, ${some(b.updates, "update")} `
    + `= ${some(b.articles, "article")}; ${some(b.outlets, "outlet")}${b.open ? " (still open)" : ""}`;
}

/** A press looks at one bucket, a drag at several; the table and the range's own fields do the same without a mouse. */
function brush(svg, buckets, step, slot) {
  let from = null;
  const mark = s("rect.brush", { y: TOP, height: HEIGHT - TOP - BOTTOM, width: 0 });
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

function legend(unit, plain, scale) {
  const key = (css, text) => make("span.key", make(`i.${css}`), text);
  if (!plain) return make("p.legend", key("line", scale === "share" ? `share of all ${unit} seen` : `${unit}, the highest = 100`));
  if (unit === "outlets") return make("p.legend", key("outlets", "distinct outlets in each bucket"));
  return make("p.legend", key("stories", "stories"), key("copies", "copies"), key("updates", "updates"), key("open", "still open"));
}

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
