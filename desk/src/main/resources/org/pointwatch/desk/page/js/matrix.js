// SPDX-License-Identifier: Apache-2.0
// Who is told of with which point: a grid whose every number opens its sentences.

import { make, swap, watched } from "./dom.js";
import { integer, some } from "./words.js";
import { choice, param, period } from "./view.js";
import { ask } from "./ask.js";
import { coverage as coverageOf } from "./held.js";
import { Panel } from "./panel.js";
import { chooser, start } from "./frame.js";
import { Evidence } from "./evidence.js";
import { STANCES, names } from "./lists.js";
import { grid, pairOf, pairWords } from "./grid.js";

const UNITS = ["stories", "articles", "outlets"];
const COLOURS = ["stance", "volume"];
const SORTS = ["number", "volume"];
const SIDES = ["support", "oppose", "conditional"];
const PAIR = /^[a-z0-9-]+\|[a-z0-9-]+$/u;
const at = { shown: null };

function build(content) {
  at.totals = content.appendChild(make("dl.totals"));
  at.totals.setAttribute("aria-label", "The whole plan in this range");
  at.grid = new Panel(content, "Points by actors: both in one sentence", ".matrix");
  at.evidence = new Evidence(content, null);
  at.evidence.panel.section.id = "sentences";
}

const chosen = () => (PAIR.test(param("pair")) ? param("pair") : "");

function refresh() {
  const now = period();
  const coverage = coverageOf(now.ask).then(table => {
    table.targets.forEach(row => names.set(row.target, row.title));
    return table;
  });
  coverage.then(totals).catch(() => at.totals.replaceChildren());
  at.grid.tools.replaceChildren(chooser("Colour", "colour", COLOURS), chooser("Order", "sort", SORTS));
  at.grid.file("/api/v1/matrix", now.ask);
  at.grid.fill(Promise.all([ask("/api/v1/matrix", now.ask), coverage, stances().catch(() => [])]), answers => draw(answers, now), "No sentence of this range has a point and an actor.");
  coverage.catch(() => null).then(sentences);
}

/** Who stands where, all pages of it: from "point|actor" to a side. */
async function stances(cursor = null) {
  const page = await ask("/api/v1/stances", { limit: 500, stance: SIDES, cursor });
  return [...page.rows.map(row => [`${row.point}|${row.actor}`, row.stance]), ...(page.next ? await stances(page.next) : [])];
}

function totals(table) {
  const plan = table.totals.find(row => row.kind === "plan");
  const entry = (label, value) => make("div", make("dt", label), make("dd", watched(make("b", value), label)));
  swap(at.totals, plan ? UNITS.map(name => entry(name, integer(plan[name]))) : []);
}

function draw([matrix, table, sides], now) {
  const [unit, colour, sort] = [choice("unit", UNITS), choice("colour", COLOURS), choice("sort", SORTS)];
  if (!matrix.cells.length) return null;
  const own = new Map(table.targets.map(row => [row.target, row]));
  const row = target => ({ target, title: own.get(target)?.title ?? target, number: own.get(target)?.number, counts: own.get(target) ?? { stories: 0, articles: 0, outlets: 0 } });
  const known = new Map(sides);
  const told = new Set([...matrix.cells.map(cell => cell.actor), ...sides.map(([pair]) => `actor:${pair.split("|")[1]}`)]);
  const columns = matrix.actors.filter(target => told.has(target)).map(row).map(one => ({ ...one, number: null })).sort((a, b) => b.counts[unit] - a.counts[unit]);
  const rows = matrix.points.map(row);
  if (sort === "volume") rows.sort((a, b) => b.counts[unit] - a.counts[unit]);
  at.grid.say(`${unit} with point and actor in one sentence${colour === "stance" ? ", where the actor stands on the point as colour" : ", shaded by number"}; the sign is the latest stance ever told · n = ${some(matrix.cells.length, "pair")}, ${integer(columns.length)} of ${some(matrix.actors.length, "actor")} · “In all” is the count of the point or actor itself, not a sum: one story may tell of several · ${now.words}`);
  const box = make("div.grid-box", grid({ rows, columns, cells: new Map(matrix.cells.map(cell => [pairOf(cell), cell])), stances: known, whole: table.totals.find(one => one.kind === "plan"), unit, colour, chosen: chosen() }));
  box.dataset.scroll = "matrix";
  return [box, legend(colour, unit)];
}

function legend(colour, unit) {
  const key = (css, text) => make("span.key", make(`i.cell.${css}`), text);
  const sides = SIDES.map(stance => [`st-${stance}`, `${STANCES[stance][0]} ${STANCES[stance][1]}`]);
  return make("p.legend", (colour === "stance" ? [...sides, ["st-none", "none told"]] : [["h1", "few"], ["h3", ""], ["h6", `many ${unit}`]]).map(([css, text]) => key(css, text)), colour === "stance" ? null : sides.map(([, text]) => make("span.key", text)), make("span", " A number opens its sentences. Arrows, Home, End and Page keys move about."));
}

/** Those of the chosen pair, below the grid. */
function sentences() {
  const { panel } = at.evidence;
  const pair = chosen();
  panel.hide(!pair);
  if (!pair) {
    at.shown = "";
    return;
  }
  at.evidence.target = `pair:${pair}`;
  panel.title(`Sentences: ${pairWords(pair)}`);
  at.evidence.refresh().then(() => {
    if (at.shown !== null && at.shown !== pair) panel.heading.scrollIntoView({ block: "nearest" });
    at.shown = pair;
  });
}

start({ build, refresh, searches: true });
