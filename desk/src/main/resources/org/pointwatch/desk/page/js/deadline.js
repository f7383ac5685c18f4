// SPDX-License-Identifier: Apache-2.0
// Deadlines: one line with a countdown, a ledger with the history of each, and a picture of how they moved.

import { make, link, clean, outward, quoted, watched } from "./dom.js";
import { DAY, counts, day, dayAlone, due, some, span, time } from "./words.js";
import { address, articlePath, asOf, storyPath } from "./view.js";
import { linear, picture, s, title } from "./svg.js";
import { nameOf, toTarget } from "./lists.js";

export const OPEN = ["set", "repeated", "moved", "softened"];
export const isOpen = row => OPEN.includes(row.status);
const SIGNS = { set: "●", repeated: "●", moved: "➜", softened: "◌", denied: "✕", passed: "■", merged: "⇢" };
export const status = word => make(`b.status-word.d-${SIGNS[word] ? word : "set"}`, `${SIGNS[word] ?? "●"} ${clean(word)}`);

const endsAt = row => Date.parse(row.endsAt ?? (row.due ? `${row.due.slice(0, 10)}T23:59:59Z` : ""));

/** By the data's own clock: a replay of last year counts down to last year's days. */
export function countdown(row) {
  const left = endsAt(row) - asOf();
  if (!Number.isFinite(left)) return "no day";
  return left >= 0 ? `in ${span(left)}` : `${span(left)} ago`;
}

export const soonest = rows => [...rows].sort((a, b) => (endsAt(a) || Infinity) - (endsAt(b) || Infinity));

/** Those that mention it, of which the ledger keeps the stories alone; and all that its changes were told in. */
export const carried = row => [some(row.stories, "story", "stories"), row.told ? make("small.told", ` · changes told in ${counts(row.told)}`) : null];

const evidenceOf = row => (row.evidence && typeof row.evidence === "object" ? row.evidence : { sentence: row.evidence, article: row.evidenceArticle });

export function strip(rows) {
  if (!rows.length) return null;
  return make("ol.rows.strip", soonest(rows).map(row => {
    const left = endsAt(row) - asOf();
    const to = link(`${address({}, "/deadlines")}#deadline-${encodeURIComponent(row.id)}`, due(row.due));
    to.dataset.open = "";
    to.dataset.key = `deadline-${row.id}`;
    const item = make(`li${left >= 0 && left < DAY ? ".near" : ""}`, make("p", make("b", to), " ", make("span.left", countdown(row)), " ", watched(status(row.status), `${row.id}:status`)),
      make("p.foot", row.setBy ? ["set by ", toTarget(`actor:${row.setBy}`)] : "nobody named as setting it", row.bound ? [" for ", toTarget(`actor:${row.bound}`)] : null, " · ", carried(row)));
    item.dataset.row = row.id;
    return item;
  }));
}

/** Open ones by their day, then those that are over, the last first. */
const inOrder = rows => [...soonest(rows.filter(isOpen)), ...soonest(rows.filter(row => !isOpen(row))).reverse()];

/** Everything known of each. */
export const ledger = rows => make("ol.rows.ledger", inOrder(rows).map(row => {
  const found = evidenceOf(row);
  const item = make(`li${isOpen(row) ? "" : ".closed"}`,
    make("p.head", watched(make("b.due", due(row.due)), `${row.id}:due`), " ", make("span.left", isOpen(row) ? countdown(row) : ""), " ", watched(status(row.status), `${row.id}:status`),
      make("span.meta", " ", carried(row), " · first ", time(row.firstSeen), ", last ", time(row.lastSeen))),
    make("p", row.setBy ? ["set by ", toTarget(`actor:${row.setBy}`)] : "nobody named as setting it", row.bound ? [" for ", toTarget(`actor:${row.bound}`)] : null,
      row.points?.length ? [" about ", row.points.flatMap((point, i) => [i ? ", " : "", toTarget(`point:${point}`)])] : null),
    found.sentence ? quoted("q", found.sentence, found.language) : null,
    make("p.foot", found.outlet ? [outward(found.url, found.outlet), " "] : null, found.article ? [link(articlePath(found.article), "evidence"), " ", opening(found.article, row.id)] : null),
    history(row));
  item.dataset.row = row.id;
  item.id = `deadline-${row.id}`;
  return item;
}));

function opening(article, id) {
  const a = link(address({}, storyPath(article)), "story");
  a.dataset.open = "";
  a.dataset.key = `deadline-story-${id}`;
  return a;
}

function history(row) {
  if (!row.history?.length) return null;
  const details = make("details", make("summary", some(row.history.length, "change")), make("ol.history", row.history.map(step =>
    make("li", make("p.meta", time(step.at), " ", status(step.status), step.due ? ` ${due(step.due)}` : "", step.by ? [" by ", toTarget(`actor:${step.by}`)] : null, step.article ? [" ", link(articlePath(step.article), "evidence"), " ", link(address({}, storyPath(step.article)), "story")] : null),
      step.evidence ? quoted("q", step.evidence, step.language) : null))));
  details.dataset.key = `history-${row.id}`;
  return details;
}

const [LEFT, RIGHT, TOP, ROW] = [26, 26, 26, 30];

/** From when each was first told to its day, with every change on the way. */
export function timeline(rows, width) {
  const dated = soonest(rows).filter(row => Number.isFinite(endsAt(row)));
  if (!dated.length) return null;
  const start = Math.min(...dated.map(row => Date.parse(row.firstSeen)), asOf()) - DAY / 2;
  const end = Math.max(...dated.map(endsAt), asOf()) + DAY;
  const x = linear(start, end, LEFT, width - RIGHT);
  const height = TOP + dated.length * ROW + 8;
  const every = Math.max(1, Math.ceil(56 / (x(DAY) - x(0))));
  const first = Math.ceil(start / DAY);
  const days = Array.from({ length: Math.max(0, Math.floor((end - first * DAY) / DAY) + 1) }, (_, i) => (first + i) * DAY);
  return make("div.figure", picture(width, height, `${some(dated.length, "deadline")} between ${day(new Date(start).toISOString())} and ${day(new Date(end).toISOString())}; the list below has each of them.`,
    days.map((ms, i) => i % every === 0 && [
      s("line.grid", { x1: x(ms), x2: x(ms), y1: TOP - 6, y2: height }),
      s("text.tick", { x: x(ms), y: 12, "text-anchor": "middle" }, (i === 0 ? day : dayAlone)(new Date(ms).toISOString())),
    ]),
    s("line.now", { x1: x(asOf()), x2: x(asOf()), y1: TOP - 8, y2: height }, title("how far the data reach")),
    dated.map((row, i) => track(row, x, TOP + i * ROW + 14, width))));
}

function track(row, x, y, width) {
  const [from, to] = [x(Date.parse(row.firstSeen)), x(endsAt(row))];
  const words = `${due(row.due)}${row.bound ? ` · ${nameOf(`actor:${row.bound}`)}` : ""}`;
  return s(`g.track.d-${row.status}`, {},
    s("line.path", { x1: Math.min(from, to), x2: Math.max(from, to), y1: y, y2: y }),
    (row.history ?? []).map(step => s("circle.step", { cx: x(Date.parse(step.at)), cy: y, r: 3 }, title(`${day(step.at)}: ${step.status}`))),
    s("rect.end", { x: to - 4, y: y - 6, width: 8, height: 12 }, title(`${due(row.due)}: ${row.status}`)),
    to > width - 190
      ? s("text.label", { x: Math.min(from, to), y: y - 8 }, `${words} · ${row.status}`)
      : s("text.label", { x: to + 9, y: y + 4 }, `${words} · ${row.status}`));
}
