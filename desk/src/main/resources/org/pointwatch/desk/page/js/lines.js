// SPDX-License-Identifier: Apache-2.0
// Several targets on the same axes: a line each, told apart by colour, by the form of its marks and by its dashes.

import { make, link, clean } from "./dom.js";
import { day, integer, percent } from "./words.js";
import { address, bucketRange, go } from "./view.js";
import { linear, picture, s, ticks, title } from "./svg.js";
import { behind } from "./panel.js";
import { bucketWords } from "./trend.js";

const [LEFT, RIGHT, TOP, BOTTOM, HEIGHT] = [46, 14, 12, 24, 290];
const DASHES = [null, "7 3", "2 3", "9 3 2 3", "4 2"];
const FORMS = [
  (x, y) => s("circle", { cx: x, cy: y, r: 3.6 }),
  (x, y) => s("rect", { x: x - 3.4, y: y - 3.4, width: 6.8, height: 6.8 }),
  (x, y) => s("path", { d: `M${x - 4.2},${y + 3.6}L${x},${y - 4.2}L${x + 4.2},${y + 3.6}Z` }),
  (x, y) => s("path", { d: `M${x},${y - 4.8}L${x + 4.8},${y}L${x},${y + 4.8}L${x - 4.8},${y}Z` }),
  (x, y) => s("path.open", { d: `M${x - 3.6},${y - 3.6}L${x + 3.6},${y + 3.6}M${x - 3.6},${y + 3.6}L${x + 3.6},${y - 3.6}` }),
];

/** What stands for a series in lists and legends. */
export const sample = i => s(`svg.sample.s${i + 1}`, { viewBox: "0 0 26 12", width: 26, height: 12, "aria-hidden": "true" }, s("line", { x1: 1, x2: 25, y1: 6, y2: 6, "stroke-dasharray": DASHES[i] }), FORMS[i](13, 6));

/** In the scale that is asked for; null where the whole is not known, or nothing at all was seen. */
export function value(bucket, whole, unit, scale, highest) {
  if (scale === "share") return whole?.[unit] ? bucket[unit] / whole[unit] : null;
  return scale === "index" ? (100 * bucket[unit]) / Math.max(1, highest) : bucket[unit];
}

/**
 * @param series {name, buckets}, every one with the same steps
 * @param all buckets of all coverage, for the share; null if it is not asked for
 */
export function lines({ series, all, step, unit, scale, width }) {
  if (!series.some(one => one.buckets.some(bucket => bucket.articles > 0))) return null;
  const values = series.map(one => {
    const highest = Math.max(0, ...one.buckets.map(bucket => bucket[unit]));
    return one.buckets.map((bucket, i) => value(bucket, all?.[i], unit, scale, highest));
  });
  const { buckets } = series[0];
  const most = Math.max(...values.flat().map(v => v ?? 0));
  const marks = scale === "share" ? ticks(Math.max(most, 0.001), 0) : ticks(most);
  const y = linear(0, marks.at(-1), HEIGHT - BOTTOM, TOP);
  const slot = (width - LEFT - RIGHT) / buckets.length;
  const x = i => LEFT + (i + 0.5) * slot;
  const told = v => (v === null ? "–" : scale === "share" ? percent(v) : integer(Math.round(v)));
  const svg = picture(width, HEIGHT, summary(series, values, step, unit, scale, told),
    marks.map(mark => [s("line.grid", { x1: LEFT, x2: width - RIGHT, y1: y(mark), y2: y(mark) }), s("text.tick", { x: LEFT - 6, y: y(mark) + 4, "text-anchor": "end" }, scale === "share" ? percent(mark) : integer(mark))]),
    axis(buckets, step, x, slot),
    values.map((row, i) => line(row, buckets, i, x, y)),
    buckets.map((bucket, b) => s("rect.hit", { x: LEFT + b * slot, y: TOP, width: slot, height: HEIGHT - TOP - BOTTOM }, title(`${bucketWords(bucket.at, step)}${bucket.open ? " (still open)" : ""}\n${series.map((one, i) => `${clean(one.name)}: ${told(values[i][b])}`).join("\n")}`))));
  drag(svg, buckets, step, slot);
  return [make("div.figure", svg), numbers(series, values, buckets, step, told)];
}

function line(values, buckets, i, x, y) {
  const points = values.map((v, b) => (v === null ? null : [x(b), y(v), buckets[b].open])).filter(Boolean);
  const path = some => some.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(" ");
  const closed = points.filter(([, , open]) => !open);
  return s(`g.series.s${i + 1}`, {}, s("polyline", { points: path(closed), "stroke-dasharray": DASHES[i] }),
    closed.length < points.length && s("polyline.unfinished", { points: path(points.slice(Math.max(0, closed.length - 1))) }),
    points.length <= 90 && points.map(([px, py]) => FORMS[i](px, py)));
}

function axis(buckets, step, x, slot) {
  const every = Math.max(1, Math.ceil((step === "hour" ? 58 : 46) / slot));
  const words = at => (step === "day" || at.slice(11, 16) === "00:00" ? day(at) : at.slice(11, 16));
  return buckets.map((bucket, i) => i % every === 0 && s("text.tick", { x: x(i), y: HEIGHT - 8, "text-anchor": "middle" }, words(bucket.at)));
}

/** A press looks at one step, a drag at several; the table and the range's own fields do the same without a mouse. */
function drag(svg, buckets, step, slot) {
  let from = null;
  const mark = s("rect.brush", { y: TOP, height: HEIGHT - TOP - BOTTOM, width: 0 });
  const at = event => Math.min(buckets.length - 1, Math.max(0, Math.floor((event.offsetX * (svg.viewBox.baseVal.width / svg.clientWidth) - LEFT) / slot)));
  const both = event => [Math.min(from, at(event)), Math.max(from, at(event))];
  svg.append(mark);
  svg.addEventListener("pointerdown", event => {
    from = at(event);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", event => {
    if (from === null) return;
    const [a, b] = both(event);
    mark.setAttribute("x", LEFT + a * slot);
    mark.setAttribute("width", (b - a + 1) * slot);
  });
  svg.addEventListener("pointercancel", () => (from = null));
  svg.addEventListener("pointerup", event => {
    if (from === null) return;
    const [a, b] = both(event);
    from = null;
    go({ ...bucketRange(buckets[a].at, step), to: bucketRange(buckets[b].at, step).to });
  });
}

function numbers(series, values, buckets, step, told) {
  const rows = buckets.map((bucket, b) => make("tr", make("th", link(address(bucketRange(bucket.at, step)), bucketWords(bucket.at, step))), values.map(row => make("td.count", told(row[b])))));
  return behind("Values behind the lines", [["From", ""], ...series.map(one => [clean(one.name), "count"])], rows);
}

function summary(series, values, step, unit, scale, told) {
  const high = series.map((one, i) => {
    const top = values[i].reduce((best, v, b) => ((v ?? 0) > (values[i][best] ?? 0) ? b : best), 0);
    return `${clean(one.name)}: highest ${told(values[i][top])} on ${bucketWords(one.buckets[top].at, step)}`;
  });
  return `${unit}${scale === "count" ? "" : ` as ${scale}`}, a line each, one value for each ${step}. ${high.join("; ")}.`;
}
