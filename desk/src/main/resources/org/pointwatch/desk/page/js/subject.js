// SPDX-License-Identifier: Apache-2.0
// A point or an actor: the same page turned round.

import { make, link, clean, swap, watched } from "./dom.js";
import { change, counts, integer, percent, some } from "./words.js";
import { before, choice, everyBucket, facet, listed, period, thing } from "./view.js";
import { ask } from "./ask.js";
import { coverage as coverageOf } from "./held.js";
import { Panel, columns, heading, table } from "./panel.js";
import { chooser, start } from "./frame.js";
import { Evidence } from "./evidence.js";
import { listOf } from "./heat.js";
import { alerts, figures, names, nameOf, outlets, quotes, stances, STANCES, stories, toTarget } from "./lists.js";
import { strip } from "./deadline.js";
import { gauge, tones } from "./tone.js";
import { trend } from "./trend.js";

const UNITS = ["stories", "articles", "outlets"];
const SCALES = ["count", "share", "index"];
const at = {};

export function begin(kind) {
  if ("unknown" in document.documentElement.dataset) {
    start({ build: () => {}, refresh: () => {}, ranged: false, unit: false });
    return;
  }
  const other = kind === "point" ? "actor" : "point";
  const target = `${kind}:${thing()}`;
  const own = { [kind]: thing() };
  start({ build: content => build(content, kind, target), refresh: () => refresh(kind, other, target, own), searches: true });
}

function build(content, kind, target) {
  at.wording = content.appendChild(make("div.wording"));
  at.narrowed = content.appendChild(make("p.notice"));
  at.totals = content.appendChild(make("dl.totals"));
  at.totals.setAttribute("aria-label", "This range");
  const both = columns(content, ".main-side");
  const [main, side] = [both.appendChild(make("div")), both.appendChild(make("div.side"))];
  at.trend = new Panel(main, "Stories and copies over time");
  at.tone = new Panel(main, "Sentiment over time");
  at.evidence = new Evidence(main, target);
  at.alerts = new Panel(side, "Alerts");
  at.deadlines = new Panel(side, kind === "point" ? "Deadlines about this point" : "Deadlines set by or for this actor");
  if (kind === "point") at.figures = new Panel(side, "Figures in contest");
  at.stances = new Panel(side, kind === "point" ? "Stances on this point" : "Stances of this actor");
  at.others = new Panel(side, kind === "point" ? "Actors told of in the same sentences" : "Points told of in the same sentences");
  at.quotes = new Panel(side, kind === "point" ? "What was said about it" : "What this actor said");
  at.outlets = new Panel(side, "Outlets");
  at.outlets.section.id = "outlets";
  at.stories = new Panel(side, "Most copied stories");
  if (kind === "actor") at.matrix = new Panel(content, "Stance matrix: who stands where");
}

function refresh(kind, other, target, own) {
  const now = period();
  const [unit, scale] = [choice("unit", UNITS), choice("scale", SCALES)];
  const part = facet();
  const query = { ...now.ask, target: target + part };
  const coverage = coverageOf({ ...now.ask, target }, part);
  narrowed(part);
  const titles = ask("/api/coverage", now.ask).then(named);
  head(kind, target, coverage, now, titles);
  const series = ask("/api/v1/series", { ...query, step: now.step });
  const all = scale === "share" ? ask("/api/v1/series", { ...now.ask, step: now.step, target: `all${part}` }).then(s => everyBucket(s.targets[0]?.buckets ?? [], now)).catch(() => null) : null;
  at.trend.tools.replaceChildren(chooser("Scale", "scale", SCALES));
  at.trend.file("/api/v1/series", { ...query, step: now.step });
  at.trend.fill(Promise.all([series, all]), ([own, whole]) => {
    const { buckets: told, total } = own.targets[0];
    const buckets = everyBucket(told, now);
    at.trend.say(`${scale === "count" && unit !== "outlets" ? "stories, copies and updates, together articles" : unit}${scale === "share" ? " as share of all seen" : scale === "index" ? ", highest = 100" : ""} per UTC ${now.step} · n = ${counts(total)} · ${now.words} · drag to zoom`);
    return trend({ buckets, all: whole, step: now.step, unit, scale, width: at.trend.width });
  });
  at.tone.say(`mean of −1 to +1 toward it, per UTC ${now.step}, of stories; hidden below 5`).file("/api/v1/series", { ...query, step: now.step });
  at.tone.fill(series, ({ targets }) => tones(everyBucket(targets[0].buckets, now), now.step, at.tone.width), "Nothing was scored in this range.");
  at.evidence.refresh();
  lists({ kind, other, target, own, now, titles, part, coverage });
}

const named = whole => {
  whole.targets.forEach(row => names.set(row.target, row.title));
  return whole;
};

/** What the filters of the evidence do to the numbers: what is not counted by itself is not made to look so. */
function narrowed(part) {
  const set = ["lang", "group", "outlet"].some(name => listed(name).length);
  at.narrowed.hidden = !set;
  const all = "alerts, deadlines, figures, stances and quotations are of all articles";
  at.narrowed.textContent = part
    ? `Counts, trend, sentiment, outlets, stories and sentences are of articles of ${part.startsWith("/lang") ? "language" : "group"} ${clean(part.slice(part.indexOf(":") + 1))} alone; ${all}.`
    : "Only the sentences are filtered: numbers are counted for one language or one group of outlets, not for this choice.";
}

function lists({ kind, other, target, own, now, titles, part, coverage }) {
  const after = answer => titles.catch(() => null).then(() => answer);
  const query = { ...now.ask, target: target + part };
  at.alerts.fill(after(ask("/api/v1/alerts", { ...own, limit: 5 })), page => alerts(page.rows.slice(0, 5)), "None yet.");
  at.alerts.file("/api/v1/alerts", own).also(link(`/alerts.atom?${new URLSearchParams(own)}`, "Atom"));
  at.deadlines.fill(after(ask("/api/v1/deadlines", own)), page => strip(page.rows), "None known.");
  at.deadlines.file("/api/v1/deadlines", own).also(link(`/deadlines.ics?${new URLSearchParams(own)}`, "Calendar"));
  at.figures?.say("values told, most stories first").file("/api/v1/figures", { ...now.ask, ...own });
  at.figures?.fill(after(ask("/api/v1/figures", { ...now.ask, ...own })), page => figures(page.rows), "No figure about it was told.");
  at.stances.say("the latest attributed statement that takes a side, with n statements").file("/api/v1/stances", own);
  at.stances.fill(after(ask("/api/v1/stances", own)), page => stances(page.rows.filter(row => row.n > 0), other), "No statement takes a side.");
  at.others.fill(after(ask("/api/v1/matrix", now.ask)), matrix => together(matrix, kind, other, target), "Nothing in one sentence with it.");
  at.others.say(`both in one sentence · ${now.words}`).file("/api/v1/matrix", now.ask);
  at.quotes.fill(after(ask("/api/v1/quotes", { ...now.ask, ...own, limit: 100 })), page => quotes(page.rows, kind, own.point), "No quotation in this range.");
  at.quotes.say("each once, with the articles that carry it; the newest of the range").file("/api/v1/quotes", { ...now.ask, ...own });
  const whole = coverage.then(table => table.targets[0]).catch(() => null);
  at.outlets.fill(Promise.all([after(ask("/api/v1/outlets", { ...query, limit: 15 })), whole]), ([page, total]) => {
    at.outlets.say(`n = ${some(total?.outlets ?? page.rows.length, "outlet")}, those with the most articles first; a name narrows the evidence`);
    return outlets(page.rows, total);
  });
  at.outlets.file("/api/v1/outlets", query);
  at.stories.fill(after(ask("/api/v1/stories", { ...query, sort: "copies", limit: 6 })), page => stories(page.rows.slice(0, 6)));
  at.stories.file("/api/v1/stories", { ...query, sort: "copies" });
  if (at.matrix) at.matrix.say("latest stance of those who take one; + supports, − opposes, ~ on conditions; small: n statements").file("/api/v1/stances", { limit: 500 }).fill(after(ask("/api/v1/stances", { limit: 500 })), page => stanceMatrix(page.rows.filter(row => row.n > 0), target), "No statement takes a side.");
}

// ---- head ---------------------------------------------------------------------------------------------------------

async function head(kind, target, coverage, now, titles) {
  try {
    const [table, earlier] = await Promise.all([coverage, coverageOf({ ...before(now), target }, facet())]);
    const [row, was] = [table.targets[0], earlier.targets[0]];
    const title = clean(row.title);
    heading(row.number ? `${clean(row.number)} · ${title}` : title);
    document.title = `${title} · Pointwatch`;
    const plan = table.totals.find(total => total.kind === "plan");
    const entry = (label, value, more) => make("div", make("dt", label), make("dd", watched(make("b", value), label), more ? make("small", " ", more) : null));
    const count = (name, more) => entry(name, row[name] ? link(listOf(name, location.pathname), integer(row[name])) : integer(row[name]), more);
    swap(at.totals,
      count("stories", was?.stories ? `${change(row.stories - was.stories)} on the same time before` : null),
      count("articles"), count("outlets"), count("copies"), count("updates"),
      plan?.stories ? entry("of the plan’s stories", percent(row.stories / plan.stories), `${integer(row.stories)} of ${integer(plan.stories)}`) : null,
      make("div", make("dt", "sentiment, own voice"), make("dd", gauge(row.sentiment.own))),
      make("div", make("dt", "sentiment, quoted"), make("dd", gauge(row.sentiment.quoted))));
    if (kind === "point") wording(target);
    await titles;
  } catch (failure) {
    if (failure.status === undefined) throw failure;
    at.totals.replaceChildren(make("div", make("dd", failure.message)));
  }
}

/** Its number in each version of the plan, and its words where the dossier has them. */
async function wording(target) {
  const dossier = await ask("/api/v1/dossier").catch(() => null);
  const point = dossier?.points.find(one => one.target === target);
  if (!point) return;
  const parts = dossier.plans.map(plan => {
    const number = point.numbers?.[plan.id];
    const words = point.wording?.[plan.id];
    return make("div", make("dt", clean(plan.title ?? plan.id)), make("dd", number ? `point ${[number].flat().join(", ")}` : "not in it", words ? make("p", clean(words)) : null));
  });
  swap(at.wording, make("dl", parts));
}

function together(matrix, kind, other, target) {
  const id = target.slice(target.indexOf(":") + 1);
  const bare = word => (word.includes(":") ? word.slice(word.indexOf(":") + 1) : word);
  const rows = matrix.cells.filter(cell => bare(cell[kind]) === id && cell.articles > 0).sort((a, b) => b.stories - a.stories || b.articles - a.articles);
  if (!rows.length) return null;
  at.others.say(`both in one sentence · ${some(rows.length, other)} · ${period().words}`);
  const toned = rows.some(cell => cell.sentiment.own.n > 0);
  return table(`By ${other}`, [[other === "actor" ? "Actor" : "Point", ""], ["Stories", "count"], ["Articles", "count"], ["Outlets", "count"], ...(toned ? [["Sentiment", "tone"]] : [])], rows.slice(0, 20).map(cell => {
    const name = `${other}:${bare(cell[other])}`;
    const tr = make("tr", make("th", toTarget(name)), ...["stories", "articles", "outlets"].map(count => watched(make("td.count", integer(cell[count])), `${name}:${count}`)), toned && make("td.tone", gauge(cell.sentiment.own)));
    tr.dataset.row = name;
    return tr;
  }));
}

function stanceMatrix(rows, target) {
  if (!rows.length) return null;
  const place = new Map([...names.keys()].map((name, i) => [name, i]));
  const points = [...new Set(rows.map(row => row.point))].sort((a, b) => (place.get(`point:${a}`) ?? 999) - (place.get(`point:${b}`) ?? 999));
  const actors = [...new Set(rows.map(row => row.actor))].sort((a, b) => (`actor:${b}` === target) - (`actor:${a}` === target) || a.localeCompare(b));
  const found = new Map(rows.map(row => [`${row.point}|${row.actor}`, row]));
  return table("Stances by point and actor", [["Point", ""], ...actors.map(actor => [toTarget(`actor:${actor}`), `cell${`actor:${actor}` === target ? ".here" : ""}`])], points.map(point =>
    make("tr", make("th", toTarget(`point:${point}`)), actors.map(actor => {
      const row = found.get(`${point}|${actor}`);
      if (!row) return make("td.cell", make("span.unseen", "none"));
      const [sign, words] = STANCES[row.stance] ?? STANCES.unknown;
      const td = make(`td.cell.s-${STANCES[row.stance] ? row.stance : "unknown"}`, make("b", sign), make("small", ` ${row.n}`), make("span.unseen", ` ${words}`));
      td.title = `${nameOf(`actor:${actor}`)} ${words}: ${clean(typeof row.quotation === "string" ? row.quotation : "")}`;
      return td;
    }))), "stance-matrix");
}
