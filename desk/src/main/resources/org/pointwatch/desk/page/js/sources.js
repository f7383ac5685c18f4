// SPDX-License-Identifier: Apache-2.0
// What is read, and what cannot be seen: feeds that fail or fall silent, bodies that were refused.

import { make, attributes, clean, outward, watched } from "./dom.js";
import { integer, percent, some, span, time } from "./words.js";
import { asOf, choice } from "./view.js";
import { ask } from "./ask.js";
import { Panel, table } from "./panel.js";
import { chooser, start } from "./frame.js";

const SHOWN = ["all", "failing", "silent", "healthy"];
const SILENT_MS = 2 * 86_400_000;
const at = {};

function build(content) {
  at.sum = new Panel(content, "What can be seen");
  at.list = new Panel(content, "Feeds, those in trouble first");
}

const silent = row => row.silent ?? (row.lastChange && asOf() - Date.parse(row.lastChange) > SILENT_MS);
const stateOf = row => (row.health !== "healthy" && row.health !== "new" ? "failing" : silent(row) ? "silent" : "healthy");

function refresh() {
  const answer = ask("/api/v1/feeds", { limit: 500 });
  at.sum.fill(answer, sums);
  at.list.file("/api/v1/feeds");
  at.list.tools.replaceChildren(chooser("Shown", "health", SHOWN));
  at.list.fill(answer, list, "No feed is known: add some with ./pointwatch feeds import FILE.");
}

function sums({ alive, silent: quiet, failing, gone, bodies, rows }) {
  at.sum.say(`n = ${some(rows.length, "feed")}; silent: answers, but nothing new for days`);
  const entry = (label, value, more) => make("div", make("dt", label), make("dd", watched(make("b", integer(value)), label), more ? make("small", ` ${more}`) : null));
  const read = bodies ? Object.values(bodies).reduce((sum, n) => sum + (n ?? 0), 0) : 0;
  const of = n => (read ? percent(n / read) : "");
  return make("dl.totals", entry("alive", alive), entry("silent", quiet), entry("failing", failing), gone === undefined ? null : entry("gone", gone),
    read ? [entry("articles read whole", bodies.full, of(bodies.full)), entry("as far as the feed gives them", bodies.feedOnly ?? 0, of(bodies.feedOnly ?? 0)), entry("bodies refused", bodies.refused ?? 0, of(bodies.refused ?? 0))] : null);
}

const RANK = { failing: 0, silent: 1, healthy: 2 };
const SIGN = { failing: "✕ ", silent: "○ ", healthy: "● " };

function list({ rows }) {
  const word = choice("health", SHOWN);
  const shown = rows.map(row => ({ ...row, state: stateOf(row) })).filter(row => word === "all" || row.state === word)
    .sort((a, b) => RANK[a.state] - RANK[b.state] || String(a.outlet).localeCompare(String(b.outlet)));
  at.list.say(`${some(shown.length, "feed")}; times of the pipeline’s clock`);
  if (!shown.length) return null;
  return table("Feeds", [["Outlet", ""], ["State", ""], ["Why", ""], ["Last change", ""], ["Last poll", ""], ["Next poll", ""], ["Failures", "count"], ["Articles", "count"], ["Format", ""]], shown.map(row => {
    const tr = make("tr",
      attributes(make("th", outward(row.url ?? row.feed, row.outlet ?? row.feed, row.feed), row.title && row.title !== row.outlet ? make("small", ` ${clean(row.title)}`) : null), { scope: "row" }),
      watched(make(`td.f-${row.state}`, `${SIGN[row.state]}${row.health === "healthy" ? row.state : clean(row.health)}`), `${row.feed}:state`),
      make("td.wrap", row.reason ? clean(row.reason) : row.state === "silent" ? `nothing new for ${span(asOf() - Date.parse(row.lastChange))}` : "–"),
      make("td", time(row.lastChange)), make("td", time(row.lastPoll)), make("td", time(row.nextPoll)),
      make("td.count", integer(row.failures)), watched(make("td.count", integer(row.articles)), `${row.feed}:articles`), make("td", clean(row.format ?? "–")));
    tr.dataset.row = row.feed;
    return tr;
  }));
}

start({ build, refresh, ranged: false, unit: false });
