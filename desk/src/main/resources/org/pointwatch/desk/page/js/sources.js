// SPDX-License-Identifier: Apache-2.0
// What is read, and what cannot be seen: feeds that fail or fall silent, bodies that were refused.

import { make, attributes, clean, outward, watched } from "./dom.js";
import { integer, percent, some, span, time } from "./words.js";
import { asOf, choice } from "./view.js";
import { ask } from "./ask.js";
import { Panel, columns, table } from "./panel.js";
import { chooser, start } from "./frame.js";

const SHOWN = ["all", "failing", "silent", "healthy"];
const at = {};

function build(content) {
  at.sum = new Panel(content, "What can be seen");
  const both = columns(content, ".halves");
  at.refusing = new Panel(both, "Outlets whose pages may not be read");
  at.meter = new Panel(both, "What can be seen of each group and language");
  at.list = new Panel(content, "Feeds, those in trouble first");
}

const silent = row => row.silent ?? Boolean(row.silentSince);
const stateOf = row => (row.health !== "healthy" && row.health !== "new" ? "failing" : silent(row) ? "silent" : "healthy");

function refresh() {
  const answer = ask("/api/v1/feeds", { limit: 500 });
  at.sum.fill(answer, sums);
  at.refusing.fill(answer, refusing, "No outlet refused a page.");
  at.refusing.file("/api/v1/feeds/refusing");
  at.meter.file("/api/v1/feeds/meter");
  at.meter.fill(answer, meter, "No feed was read yet.");
  at.list.file("/api/v1/feeds");
  at.list.tools.replaceChildren(chooser("Shown", "health", SHOWN));
  at.list.fill(answer, list, "No feed is known: add some with ./pointwatch feeds import FILE.");
}

function sums({ alive, silent: quiet, failing, gone, bodies, rows }) {
  at.sum.say(`n = ${some(rows.length, "feed")}; silent: answers, but has nothing new where its own rhythm wants it`);
  const entry = (label, value, more) => make("div", make("dt", label), make("dd", watched(make("b", integer(value)), label), more ? make("small", ` ${more}`) : null));
  const read = bodies ? Object.values(bodies).reduce((sum, n) => sum + (n ?? 0), 0) : 0;
  const of = n => (read ? percent(n / read) : "");
  return make("dl.totals", entry("alive", alive), entry("silent", quiet), entry("failing", failing), gone === undefined ? null : entry("gone", gone),
    read ? [entry("articles read whole", bodies.full, of(bodies.full)), entry("as far as the feed gives them", bodies.feedOnly ?? 0, of(bodies.feedOnly ?? 0)), entry("bodies refused", bodies.refused ?? 0, of(bodies.refused ?? 0))] : null);
}

const readOf = bodies => bodies.full + bodies.feedOnly + bodies.refused;
const shareOf = (n, bodies) => (readOf(bodies) ? percent(n / readOf(bodies)) : "–");

/** Their articles are known only as far as their feeds give them. */
function refusing({ refusing: rows }) {
  if (!rows?.length) return null;
  at.refusing.say(`articles by how they were read, most refused first · n = ${some(rows.length, "outlet")}`);
  return table("Outlets whose pages may not be read", [["Outlet", ""], ["Refused", "count"], ["Share", "count"], ["Feed only", "count"], ["Whole", "count"], ["Feeds", "count"]], rows.map(row => {
    const refused = watched(make("td.count.part", integer(row.bodies.refused)), `${row.outlet}:refused`);
    refused.style.setProperty("--part", `${(100 * row.bodies.refused) / Math.max(1, readOf(row.bodies))}%`);
    return make("tr", attributes(make("th", clean(row.outlet)), { scope: "row" }), refused, make("td.count", shareOf(row.bodies.refused, row.bodies)),
      make("td.count", integer(row.bodies.feedOnly)), make("td.count", integer(row.bodies.full)), make("td.count", integer(row.feeds)));
  }));
}

function meter({ meter: rows }) {
  if (!rows?.length) return null;
  at.meter.say("feeds that answer, and articles whose whole text was read");
  return table("What can be seen of each group and language", [["Group", ""], ["Language", ""], ["Feeds", "count"], ["Alive", "count"], ["Whole text", "count"], ["Refused", "count"]], rows.map(row =>
    make("tr", attributes(make("th", clean(row.group ?? "none")), { scope: "row" }), make("td", clean(row.language ?? "–")), make("td.count", integer(row.feeds)),
      make("td.count", row.feeds ? percent(row.alive / row.feeds) : "–"), make("td.count", shareOf(row.bodies.full, row.bodies)), make("td.count", shareOf(row.bodies.refused, row.bodies)))));
}

const RANK = { failing: 0, silent: 1, healthy: 2 };
const SIGN = { failing: "✕ ", silent: "○ ", healthy: "● " };

const quiet = row => {
  const since = row.silentSince ?? row.lastChange;
  return since ? `nothing new for ${span(asOf() - Date.parse(since))}` : "nothing new";
};

function list({ rows }) {
  const word = choice("health", SHOWN);
  const shown = rows.map(row => ({ ...row, state: stateOf(row) })).filter(row => word === "all" || row.state === word)
    .sort((a, b) => RANK[a.state] - RANK[b.state] || String(a.outlet).localeCompare(String(b.outlet)));
  at.list.say(`${some(shown.length, "feed")}; times of the pipeline’s clock`);
  if (!shown.length) return null;
  return table("Feeds", [["Outlet", ""], ["State", ""], ["Why", ""], ["Last change", ""], ["Last poll", ""], ["Next poll", ""], ["Failures", "count"], ["Articles", "count"], ["Refused", "count"], ["Format", ""]], shown.map(row => {
    const tr = make("tr",
      attributes(make("th", outward(row.url ?? row.feed, row.outlet ?? row.feed, row.feed), row.title && row.title !== row.outlet ? make("small", ` ${clean(row.title)}`) : null), { scope: "row" }),
      watched(make(`td.f-${row.state}`, `${SIGN[row.state]}${row.health === "healthy" ? row.state : clean(row.health)}`), `${row.feed}:state`),
      make("td.wrap", row.reason ? clean(row.reason) : row.state === "silent" ? quiet(row) : "–"),
      make("td", time(row.lastChange)), make("td", time(row.lastPoll)), make("td", time(row.nextPoll)),
      make("td.count", integer(row.failures)), watched(make("td.count", integer(row.articles)), `${row.feed}:articles`), make("td.count", row.bodies ? integer(row.bodies.refused) : "–"), make("td", clean(row.format ?? "–")));
    tr.dataset.row = row.feed;
    return tr;
  }));
}

start({ build, refresh, ranged: false, unit: false });
