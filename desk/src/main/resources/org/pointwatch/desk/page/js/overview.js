// SPDX-License-Identifier: Apache-2.0
// What moved on each point since yesterday, what fell silent, what is due, what was told.

import { make, link, clean, swap, watched } from "./dom.js";
import { change, counts, integer, percent, some, span } from "./words.js";
import { address, before, choice, dataEnd, everyBucket, lastHours, listed, pathOf, period } from "./view.js";
import { ask } from "./ask.js";
import { coverage as coverageOf } from "./held.js";
import { Panel, columns, heading } from "./panel.js";
import { chooser, start } from "./frame.js";
import { Evidence, filtered } from "./evidence.js";
import { heat, listOf, sorts } from "./heat.js";
import { alerts, names, nameOf, outlets, stories } from "./lists.js";
import { isOpen, strip } from "./deadline.js";
import { gauge } from "./tone.js";

const UNITS = ["stories", "articles", "outlets"];
const COLOURS = ["volume", "sentiment"];
const SORTS = ["number", "volume", "change", "sentiment"];
const at = {};

function build(content) {
  at.banner = content.appendChild(make("p.banner"));
  at.banner.hidden = true;
  at.totals = content.appendChild(make("dl.totals"));
  at.totals.setAttribute("aria-label", "The whole plan in this range");
  at.narrowed = content.appendChild(make("p.notice", "Only the sentences are filtered: the numbers of this page are of all articles. A point’s or an actor’s page counts one language or one group by itself."));
  if (filtered()) at.found = new Evidence(content, null);
  const both = columns(content, ".main-side");
  const [main, side] = [both.appendChild(make("div")), both.appendChild(make("div.side"))];
  at.points = new Panel(main, "Points, day by day");
  at.actors = new Panel(main, "Actors, day by day");
  at.alerts = new Panel(side, "Latest alerts");
  at.deadlines = new Panel(side, "Deadlines ahead");
  at.movers = new Panel(side, "Movers since yesterday");
  at.silent = new Panel(side, "Silent points");
  at.stories = new Panel(side, "Latest stories");
  at.outlets = new Panel(side, "Outlets");
  at.outlets.section.id = "outlets";
}

function refresh() {
  const now = period();
  const coverage = coverageOf(now.ask);
  totals(coverage, now);
  // Names first, so that lists show them.
  const named = async answer => {
    await coverage.then(table => table.targets.forEach(row => names.set(row.target, row.title))).catch(() => null);
    return answer;
  };
  const moves = named(movement());
  grids(coverage, moves, now);
  at.found?.refresh();
  at.narrowed.hidden = !["lang", "group", "outlet", "relation", "sentiment"].some(name => listed(name).length);
  const deadlines = ask("/api/v1/deadlines", { limit: 100 });
  at.deadlines.fill(named(deadlines), page => strip(page.rows.filter(isOpen)), "No deadline is open.");
  at.deadlines.say("open ones, the next first; counted from the data’s clock");
  at.deadlines.file("/api/v1/deadlines", {}).also(link("/deadlines.ics", "Calendar"));
  at.alerts.fill(named(ask("/api/v1/alerts", { limit: 6 })), page => alerts(page.rows.slice(0, 6)), "Nothing was told yet.");
  at.alerts.say(link(address({}, "/alerts"), "All alerts")).file("/api/v1/alerts", {}).also(link("/alerts.atom", "Atom"));
  at.stories.fill(ask("/api/v1/stories", { ...now.ask, sort: "last", limit: 8 }), page => stories(page.rows));
  at.stories.say("the last told first; articles, copies, updates, outlets of each").file("/api/v1/stories", { ...now.ask, sort: "last" });
  const plan = coverage.then(table => table.totals.find(row => row.kind === "plan")).catch(() => null);
  at.outlets.fill(Promise.all([ask("/api/v1/outlets", { ...now.ask, limit: 8 }), plan]), ([page, total]) => {
    at.outlets.say(`n = ${some(total?.outlets ?? page.rows.length, "outlet")}, those with the most articles first; a name opens its sentences`);
    return outlets(page.rows, total);
  });
  at.outlets.file("/api/v1/outlets", now.ask);
  honesty();
}

// ---- totals and honesty -------------------------------------------------------------------------------------------

async function totals(coverage, now) {
  try {
    const [table, earlier] = await Promise.all([coverage, coverageOf(before(now))]);
    const [plan, all] = ["plan", "all"].map(kind => table.totals.find(row => row.kind === kind));
    const was = earlier.totals.find(row => row.kind === "plan");
    if (table.heading.title) heading(clean(table.heading.title));
    if (!plan) {
      at.totals.replaceChildren();
      return;
    }
    const entry = (label, value, more) => make("div", make("dt", label), make("dd", watched(make("b", value), label), more ? make("small", " ", more) : null));
    const against = name => (was && was[name] > 0 ? `${change(plan[name] - was[name])} on the same time before` : null);
    const count = (name, more) => entry(name, plan[name] ? link(opened(name), integer(plan[name])) : integer(plan[name]), more);
    swap(at.totals, count("stories", against("stories")), count("articles"), count("outlets"),
      count("copies", plan.articles ? percent(plan.copies / plan.articles) : null), count("updates"),
      plan.sentiment.own.n ? make("div", make("dt", "sentiment"), make("dd", gauge(plan.sentiment.own))) : null,
      all ? entry("of all stories seen", all.stories ? percent(plan.stories / all.stories) : "–", `${integer(plan.stories)} of ${integer(all.stories)}`) : null);
  } catch (failure) {
    if (failure.status === undefined) throw failure;
    at.totals.replaceChildren(make("div", make("dd", failure.message)));
  }
}

/** Here sentences are shown once somebody asks for some. */
const opened = name => listOf(name, "/").replace(/^\/(\?.*)?#evidence$/u, (whole, query) => (query?.includes("relation=") ? whole : `/${query ? `${query}&` : "?"}relation=${encodeURIComponent("original,rewrite,copy,update")}#evidence`));

/** What could not be seen, so that a low number is not taken for silence. */
async function honesty() {
  const status = await ask("/api/v1/status").catch(() => null);
  const { feeds, bodies } = status ?? {};
  at.banner.hidden = !feeds;
  if (!feeds) return;
  const lost = (feeds.silent ?? 0) + (feeds.failing ?? 0) + (feeds.gone ?? 0);
  const read = bodies ? (bodies.full ?? 0) + (bodies.feedOnly ?? 0) + (bodies.refused ?? 0) : 0;
  at.banner.classList.toggle("warn", lost > 0);
  at.banner.replaceChildren(
    make("b", lost ? `${some(lost, "feed")} cannot be seen` : "All feeds answer"), `: ${integer(feeds.alive ?? 0)} alive, ${integer(feeds.silent ?? 0)} silent, ${integer(feeds.failing ?? 0)} failing, ${integer(feeds.gone ?? 0)} gone. `,
    read ? `Of ${some(read, "article")}, ${integer(bodies.full ?? 0)} were read whole, ${integer(bodies.feedOnly ?? 0)} only as far as the feed gives them, ${integer(bodies.refused ?? 0)} refused. ` : "",
    link(address({}, "/sources"), "Sources"));
}

// ---- grids --------------------------------------------------------------------------------------------------------

/** Stories of the last 24 hours against those of the 24 before, for each target. */
async function movement() {
  const [now, then] = await Promise.all([coverageOf(lastHours(24)), coverageOf({ ...lastHours(48), to: lastHours(24).from })]);
  const old = new Map(then.targets.map(row => [row.target, row]));
  return new Map(now.targets.map(row => [row.target, { now: row.stories, then: old.get(row.target)?.stories ?? 0, articles: row.articles, outlets: row.outlets }]));
}

async function grids(coverage, moves, now) {
  const [unit, colour, by] = [choice("unit", UNITS), choice("colour", COLOURS), choice("sort", SORTS)];
  const answer = (async () => {
    const table = await coverage;
    const targets = table.targets.map(row => row.target);
    const series = targets.length ? (await ask("/api/v1/series", { ...now.ask, step: now.step, target: targets })).targets : [];
    return { table, series, moves: [...(await moves.catch(() => new Map()))] };
  })();
  const draw = kind => ({ table, series, moves }) => {
    const moved = new Map(moves);
    const buckets = new Map(series.map(row => [row.target, everyBucket(row.buckets, now)]));
    const rows = table.targets.filter(row => row.kind === kind).map(row => ({
      ...row, total: row, buckets: buckets.get(row.target) ?? [], moved: moved.has(row.target) ? moved.get(row.target).now - moved.get(row.target).then : null,
    }));
    if (!rows.length) return null;
    if (by !== "number") rows.sort(sorts[by](unit));
    const panel = kind === "point" ? at.points : at.actors;
    const told = rows.filter(row => row.total.articles > 0).length;
    panel.say(`${unit} per UTC ${now.step}, ${colour === "sentiment" ? "side of neutral as colour" : "shaded by number"} · ${told} of ${rows.length} with coverage`
      + `${kind === "point" && table.heading.numbering ? `, numbered as in ${clean(table.heading.numbering)}` : ""} · ${now.words}`);
    return make("div", scroll(heat({ caption: `${kind === "point" ? "Points" : "Actors"} by ${now.step}`, rows, step: now.step, unit, colour, numbered: kind === "point", width: panel.width }), kind), kind === "point" ? legend(colour, unit) : null);
  };
  const empty = "No data yet. Once a dossier is applied its points are listed here, and counts appear by themselves.";
  at.points.fill(answer, draw("point"), empty);
  at.actors.fill(answer, draw("actor"), "No actor yet.");
  at.points.file("/api/v1/series", { ...now.ask, step: now.step });
  coverage.then(table => table.targets.filter(row => row.kind === "actor").map(row => row.target)).then(target => target.length && at.actors.file("/api/v1/series", { ...now.ask, step: now.step, target })).catch(() => null);
  at.points.tools.replaceChildren(chooser("Colour", "colour", COLOURS), chooser("Order", "sort", SORTS));
  at.movers.fill(moves.then(m => [...m]), movers, "Nothing moved: no story in the last 48 h.");
  at.movers.say("stories in the last 24 h against the 24 h before").file("/api/v1/brief", { at: dataEnd(), since: lastHours(24).from });
  at.silent.fill(ask("/api/v1/silent", now.ask), page => silent(page.rows), "No point that is usually told of has fallen silent.");
  at.silent.say("no story for two days or more, though there were some in this range").file("/api/v1/silent", now.ask);
}

function scroll(table, key) {
  const box = make("div.wide", table);
  box.dataset.scroll = key;
  return box;
}

function legend(colour, unit) {
  const key = (css, text) => make("span.key", make(`i.cell.${css}`), text);
  return make("p.legend", colour === "sentiment"
    ? [key("less3", "below −0.4"), key("less2", "to −0.2"), key("less1", "negative −"), key("even", "about neutral"), key("more1", "positive +"), key("more2", "from 0.2"), key("more3", "above 0.4"), key("none", "too few to say")]
    : [key("h1", "few"), key("h3", ""), key("h6", `many ${unit}`)], key("open", "still open"),
    make("span", " A number opens its sentences. Arrows move from cell to cell."));
}

function movers(moves) {
  const rows = moves.map(([target, m]) => ({ target, ...m, by: m.now - m.then })).filter(row => row.by !== 0 && row.target.startsWith("point:"));
  if (!rows.length) return null;
  rows.sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || b.now - a.now);
  return make("ol.rows.movers", rows.slice(0, 7).map(row => {
    const to = link(address({ range: "24h", from: null, to: null }, pathOf(row.target)), nameOf(row.target));
    to.dataset.open = "";
    to.dataset.key = `mover-${row.target}`;
    const item = make(`li.${row.by > 0 ? "up" : "down"}`, make("b", change(row.by)), to, make("small", `${integer(row.now)} after ${integer(row.then)}`));
    item.title = `last 24 h: ${counts({ ...row, stories: row.now })}`;
    item.dataset.row = row.target;
    return item;
  }));
}

function silent(rows) {
  if (!rows.length) return null;
  return make("ol.rows.movers", rows.slice(0, 7).map(row => {
    const to = link(address({}, pathOf(row.target)), clean(row.title));
    to.dataset.key = `silent-${row.target}`;
    const item = make("li", to, make("small", `${span(row.seconds * 1000)}; ${some(row.stories, "story", "stories")} before`));
    item.title = `before: ${counts(row)}`;
    return item;
  }));
}

start({ build, refresh, searches: filtered() });
