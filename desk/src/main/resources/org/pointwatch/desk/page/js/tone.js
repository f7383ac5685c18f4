// SPDX-License-Identifier: Apache-2.0
// Sentiment toward a target: a mean with its 95 % interval, never without n, and hidden where n is too small.

import { make, attributes } from "./dom.js";
import { integer, signed, some } from "./words.js";
import { linear, picture, s, title } from "./svg.js";
import { behind } from "./panel.js";
import { bucketWords } from "./trend.js";

const FEW = 5;

/** Older answers have no word whether a mean may be shown; then n decides. */
export const shown = voice => voice && voice.mean !== null && voice.mean !== undefined && (voice.shown ?? voice.n >= FEW);
export const side = voice => (!shown(voice) ? "" : voice.mean >= 0.05 ? "more" : voice.mean <= -0.05 ? "less" : "even");

const between = voice => (typeof voice.low === "number" ? `${signed(voice.low)} to ${signed(voice.high)}` : "");

export function voiceWords(voice) {
  if (!voice || voice.n === 0) return "nothing scored";
  const parts = `${voice.negative} negative, ${voice.neutral} neutral, ${voice.positive} positive`;
  if (!shown(voice)) return `n ${voice.n}, too few for a mean: ${parts}`;
  return `mean ${signed(voice.mean)}${between(voice) && ` (95 %: ${between(voice)})`}, n ${voice.n}: ${parts}`;
}

/** Mean, n and a bar from the middle with its interval, for a table's cell. */
export function gauge(voice) {
  const box = attributes(make("span.gauge"), { title: voiceWords(voice) });
  if (!voice || voice.n === 0) return attributes(make("span.dash", "–"), { title: "nothing scored" });
  if (!shown(voice)) return attributes(make("span.gauge.few", make("span.value", "·"), make("small", ` n ${integer(voice.n)}`), make("span.tonebar")), { title: voiceWords(voice) });
  const at = linear(-1, 1, 1, 71);
  box.append(make("span.value", signed(voice.mean)), make("small", ` n ${integer(voice.n)}`));
  const svg = attributes(s("svg.tonebar", { viewBox: "0 0 72 8", width: 72, height: 8 },
    s("line.grid", { x1: 1, x2: 71, y1: 4, y2: 4 }),
    s(`rect.${voice.mean < 0 ? "less" : "more"}`, { x: Math.min(at(0), at(voice.mean)), y: 2, width: Math.abs(at(voice.mean) - at(0)), height: 4 }),
    typeof voice.low === "number" && s("line.interval", { x1: at(Math.max(-1, voice.low)), x2: at(Math.min(1, voice.high)), y1: 4, y2: 4 }),
    s("line.middle", { x1: at(0), x2: at(0), y1: 0, y2: 8 })), { "aria-hidden": "true" });
  box.append(svg);
  return box;
}

const [LEFT, RIGHT, TOP, BOTTOM, HEIGHT] = [40, 10, 8, 22, 130];

/** One voice over time. */
export function toneChart({ buckets, voice, step, width }) {
  const points = buckets.map(bucket => bucket.sentiment[voice]);
  if (!points.some(shown)) return null;
  const slot = (width - LEFT - RIGHT) / buckets.length;
  const y = linear(-1, 1, HEIGHT - BOTTOM, TOP);
  const x = i => LEFT + (i + 0.5) * slot;
  const every = Math.max(1, Math.ceil(46 / slot));
  const shownPoints = points.filter(shown);
  return picture(width, HEIGHT, `${shownPoints.length} of ${buckets.length} with a mean, from ${signed(Math.min(...shownPoints.map(p => p.mean)))} to ${signed(Math.max(...shownPoints.map(p => p.mean)))}.`,
    [-1, 0, 1].map(mark => [
      s(mark === 0 ? "line.middle" : "line.grid", { x1: LEFT, x2: width - RIGHT, y1: y(mark), y2: y(mark) }),
      s("text.tick", { x: LEFT - 6, y: y(mark) + 4, "text-anchor": "end" }, signed(mark, 0)),
    ]),
    buckets.map((bucket, i) => i % every === 0 && s("text.tick", { x: x(i), y: HEIGHT - 6, "text-anchor": "middle" }, bucketWords(bucket.at, step).replace(/^\S+ (\d\d:\d\d).*$/u, "$1"))),
    points.map((point, i) => dot(point, x(i), y, `${bucketWords(buckets[i].at, step)}: ${voiceWords(point)}`)));
}

function dot(point, x, y, words) {
  if (!shown(point)) return point?.n > 0 && s("circle.few", { cx: x, cy: y(0), r: 2 }, title(words));
  const css = side(point) || "even";
  return s("g", {},
    typeof point.low === "number" && s(`line.interval.${css}`, { x1: x, x2: x, y1: y(Math.max(-1, point.low)), y2: y(Math.min(1, point.high)) }),
    css === "less"
      ? s("rect.dot.less", { x: x - 3.5, y: y(point.mean) - 3.5, width: 7, height: 7 }, title(words))
      : s(`circle.dot.${css}`, { cx: x, cy: y(point.mean), r: 4 }, title(words)));
}

/** Both voices, one above the other, on the same scale. */
export function tones(buckets, step, width) {
  const parts = [["own", "In the outlets’ own voice"], ["quoted", "In quotations"]].map(([voice, words]) => {
    const chart = toneChart({ buckets, voice, step, width });
    const n = buckets.reduce((sum, bucket) => sum + bucket.sentiment[voice].n, 0);
    return make("div.figure", make("h3", words, make("small", ` n ${some(n, "story", "stories")}`)), chart ?? make("p.nothing", `No ${step} has ${FEW} scored stories or more.`));
  });
  if (!buckets.some(bucket => bucket.sentiment.own.n + bucket.sentiment.quoted.n > 0)) return null;
  const rows = buckets.map(bucket => make("tr", make("th", bucketWords(bucket.at, step)), make("td", voiceWords(bucket.sentiment.own)), make("td", voiceWords(bucket.sentiment.quoted))));
  const drawn = parts.some(part => part.querySelector("svg"));
  return [...parts,
    drawn && make("p.legend", make("span.key", make("i.more"), "positive (circle)"), make("span.key", make("i.less"), "negative (square)"), make("span.key", make("i.whisker"), "95 % interval"), make("span.key", make("i.fewdot"), `below ${FEW}: no mean`)),
    behind("Sentiment behind the chart", [["From", ""], ["Own voice", ""], ["Quoted", ""]], rows)];
}
