// SPDX-License-Identifier: Apache-2.0
// Points down, actors across: what both are told of in one sentence. One stop of the tab key; arrows move about in it.

import { make, link, attributes, clean, watched } from "./dom.js";
import { counts, integer } from "./words.js";
import { address, go, pathOf } from "./view.js";
import { shade } from "./heat.js";
import { STANCES, nameOf } from "./lists.js";

const PAGE = 8; // rows that Page Up and Page Down go

export const pairOf = cell => `${cell.point.slice(6)}|${cell.actor.slice(6)}`;

/**
 * @param rows, columns {target, title, number, counts}, in the order to be shown
 * @param cells from "point|actor" to counts
 * @param stances from "point|actor" to the latest stance of the actor on the point
 * @param whole counts of the plan
 */
export function grid({ rows, columns, cells, stances, whole, unit, colour, chosen }) {
  const most = Math.max(1, ...[...cells.values()].map(cell => cell[unit]));
  const places = [];
  const place = (r, c, a) => ((places[r] ??= [])[c] = a);
  const th = (css, scope, a, r, c) => {
    place(r, c, a);
    return attributes(make(`th.${css}`, a), { scope });
  };
  const head = make("tr", attributes(make("th.corner", "Point"), { scope: "col" }), attributes(make("th.sum", "In all"), { scope: "col", title: "counts of the point itself" }),
    columns.map((actor, c) => th("actor", "col", named(actor), 0, c + 2)));
  const sums = make("tr.sums", attributes(make("th.name", "In all"), { scope: "row", title: "counts of the actor itself" }), make("td.sum", integer(whole?.[unit])), columns.map((actor, c) => sum(actor, unit, 1, c + 2, place)));
  const body = rows.map((point, i) => {
    const tr = make("tr", th("name", "row", named(point), i + 2, 0), sum(point, unit, i + 2, 1, place),
      columns.map((actor, c) => cell(`${point.target.slice(6)}|${actor.target.slice(6)}`, { cells, stances, point, actor, unit, colour, most, chosen }, a => place(i + 2, c + 2, a))));
    tr.dataset.row = point.target;
    return tr;
  });
  const table = attributes(make("table.grid", make("caption.unseen", `Points by actors, ${unit}`), make("thead", head, sums), make("tbody", body)), { role: "grid" });
  roam(table, places);
  return table;
}

function named(row) {
  const a = attributes(link(address({}, pathOf(row.target)), make("span", clean(row.number ? `${row.number} ${row.title}` : row.title))), { dir: "auto", title: `${clean(row.title)}: ${counts(row.counts)}` });
  a.dataset.key = row.target;
  if (row.target.startsWith("point:")) a.dataset.open = "";
  return a;
}

function sum(row, unit, r, c, place) {
  const a = attributes(link(address({}, pathOf(row.target)), integer(row.counts[unit])), { "aria-label": `${clean(row.title)}, in all: ${counts(row.counts)}`, title: counts(row.counts) });
  a.dataset.key = `sum-${row.target}`;
  place(r, c, a);
  return make("td.sum", watched(a, a.dataset.key));
}

/** The number, and above it on which side the actor stands, if that was told. */
function cell(pair, { cells, stances, point, actor, unit, colour, most, chosen }, place) {
  const [found, stance] = [cells.get(pair), stances.get(pair)];
  if (!found && !stance) return make("td.cell", make("span.unseen", "0"));
  const n = found?.[unit] ?? 0;
  const [sign, stands] = stance ? STANCES[stance] : ["", "no stance told"];
  const css = colour === "volume" ? `h${shade(n, most)}` : stance ? `st-${stance}` : "st-none";
  const words = `${clean(point.title)}, ${clean(actor.title)}: ${found ? counts(found) : "no sentence in this range"}; ${stands}`;
  const a = attributes(link(address({ pair }), found ? integer(n) : "·", sign ? make("sup", sign) : null), { "aria-label": words, title: words });
  a.dataset.key = `pair-${pair}`;
  if (pair === chosen) a.setAttribute("aria-current", "true");
  a.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go({ pair: pair === chosen ? null : pair });
  });
  place(a);
  return make(`td.cell.${css}`, watched(a, a.dataset.key));
}

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Moves to the next thing that can be opened; Home and End go to the ends of a row, with Ctrl to the corners. */
function roam(table, places) {
  const at = new Map(places.flatMap((row, r) => (row ?? []).map((a, c) => [a, [r, c]]).filter(([a]) => a)));
  const all = [...at.keys()];
  all.forEach(a => (a.tabIndex = -1));
  const first = places[2]?.find(Boolean) ?? all[0];
  if (first) first.tabIndex = 0;
  table.addEventListener("focusin", event => {
    if (!at.has(event.target)) return;
    all.forEach(a => (a.tabIndex = a === event.target ? 0 : -1));
  });
  table.addEventListener("keydown", event => {
    const to = at.has(event.target) && target(event, places, at.get(event.target), all);
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}

function target(event, places, [r, c], all) {
  const row = places[r].filter(Boolean);
  if (event.key === "Home") return event.ctrlKey ? all[0] : row[0];
  if (event.key === "End") return event.ctrlKey ? all.at(-1) : row.at(-1);
  const down = { PageUp: -PAGE, PageDown: PAGE }[event.key];
  if (down) return near(places, Math.min(places.length - 1, Math.max(0, r + down)), c);
  const by = STEPS[event.key];
  if (!by || event.ctrlKey || event.altKey || event.metaKey) return null;
  for (let [y, x] = [r + by[0], c + by[1]]; y >= 0 && x >= 0 && y < places.length && x < width(places); y += by[0], x += by[1]) {
    if (places[y]?.[x]) return places[y][x];
  }
  return null;
}

const width = places => Math.max(...places.map(row => row?.length ?? 0));

/** What can be opened in this row, as near to the column as may be. */
function near(places, r, c) {
  const row = places[r] ?? [];
  return row.map((a, x) => [a, Math.abs(x - c)]).filter(([a]) => a).sort((a, b) => a[1] - b[1])[0]?.[0];
}

export const pairWords = pair => {
  const [point, actor] = pair.split("|");
  return `${nameOf(`point:${point}`)} with ${nameOf(`actor:${actor}`)}`;
};
