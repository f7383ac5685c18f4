// SPDX-License-Identifier: Apache-2.0
// The state of the plan at a moment, and what changed since another: to be read, printed or taken along as Markdown.

import { make, link, attributes, clean, quoted } from "./dom.js";
import { change, counts, due, integer, second, some, span, time } from "./words.js";
import { address, articlePath, asOf, go, param, pathOf, storyPath } from "./view.js";
import { NoAnswer, addressOf, ask } from "./ask.js";
import { Panel, columns, table } from "./panel.js";
import { start } from "./frame.js";
import { STANCES, alerts, figures, stories, toTarget, withNames } from "./lists.js";
import { carried, countdown, isOpen, status } from "./deadline.js";
import { gauge } from "./tone.js";

const SPANS = [["24 h", 24], ["3 days", 72], ["7 days", 168]];
const QUARTER_MS = 900_000; // counts are kept so
const at = {};

function build(content) {
  at.form = content.appendChild(make("div.filters"));
  at.lead = content.appendChild(make("p.lead"));
  at.points = new Panel(content, "Points: the span and the one before it");
  const both = columns(content, ".halves");
  const [left, right] = [both.appendChild(make("div")), both.appendChild(make("div"))];
  at.deadlines = new Panel(left, "Deadlines that are new, moved or gone");
  at.open = new Panel(left, "Deadlines that are open");
  at.alerts = new Panel(left, "Alerts");
  at.stances = new Panel(right, "Stances that changed");
  at.figures = new Panel(right, "Figures in contest");
  at.stories = new Panel(right, "Stories carried most");
}

const iso = ms => new Date(ms).toISOString().replace(/\.\d+Z$/u, "Z");
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/u;
const asked = name => (TIME.test(param(name)) ? param(name) : null);

function refresh() {
  const end = asked("at") ?? iso((Math.floor(asOf() / QUARTER_MS) + 1) * QUARTER_MS);
  const query = { at: end, since: asked("since") ?? iso(Date.parse(end) - 86_400_000) };
  controls(query);
  const answer = named(query);
  answer.then(lead, () => at.lead.replaceChildren());
  const part = (name, draw, nothing) => at[name].fill(answer.then(brief => brief[name] ?? []), draw, nothing);
  at.points.file("/api/v1/brief", query);
  at.points.fill(answer, points, "Nothing was told of any point.");
  at.deadlines.fill(answer, brief => deadlines([...brief.newDeadlines.map(row => ({ ...row, fresh: true })), ...brief.changedDeadlines]), "None.");
  at.open.fill(answer, brief => deadlines(brief.openDeadlines), "None is open.");
  part("stances", changed, "None.");
  part("alerts", alerts, "None.");
  part("figures", rows => figures(rows.slice(0, 12), true), "None.");
  part("stories", stories, "None.");
}

/** Names first, so that lists show them. */
async function named(query) {
  const brief = await withNames(ask("/api/v1/brief", query));
  if (!brief.points || !brief.newDeadlines) throw new NoAnswer("The desk’s brief is in a form that this page does not know.", 200);
  return brief;
}

function controls(query) {
  const [end, since] = [Date.parse(query.at), Date.parse(query.since)];
  const nav = attributes(make("nav.seg"), { "aria-label": "Changes since" });
  for (const [words, hours] of SPANS) {
    const changes = { since: hours === 24 ? null : iso(end - hours * 3_600_000) };
    const a = link(address(changes), `last ${words}`);
    if (Math.abs(end - since - hours * 3_600_000) < 60_000) a.setAttribute("aria-current", "true");
    a.addEventListener("click", event => {
      event.preventDefault();
      go(changes);
    });
    nav.append(a);
  }
  const own = (name, label, ms) => {
    const field = attributes(make("input"), { type: "datetime-local", "aria-label": label, value: new Date(ms).toISOString().slice(0, 16) });
    field.addEventListener("change", () => field.value && go({ [name]: `${field.value.slice(0, 16)}:00Z` }));
    return field;
  };
  const print = attributes(make("button", "Print"), { type: "button" });
  print.addEventListener("click", () => window.print());
  at.form.replaceChildren(nav, make("label", "since (UTC) ", own("since", "Since (UTC)", since)), make("label", " state at (UTC) ", own("at", "State at (UTC)", end)),
    link(addressOf("/api/v1/brief", { ...query, format: "md" }), "Markdown"), print);
}

function lead(brief) {
  const [told, rows] = [brief.points.filter(row => row.change.now.articles > 0), brief.points];
  const moved = brief.newDeadlines.length + brief.changedDeadlines.length;
  at.lead.replaceChildren("State at ", second(brief.at), ", changes since ", second(brief.since), ` (${span(Date.parse(brief.at) - Date.parse(brief.since))}). `,
    `${counts(brief.total.now)}; ${told.length} of ${some(rows.length, "point")} were told of; ${some(moved, "deadline")} new or changed; ${some(brief.alerts.length, "alert")}.`);
}

function points({ points: rows, since, at: end }) {
  at.points.say(`stories, articles and outlets since ${clean(since).slice(0, 16).replace("T", " ")} UTC, against the ${span(Date.parse(end) - Date.parse(since))} before`);
  const told = rows.filter(row => row.change.now.articles + row.change.before.articles > 0);
  if (!told.length) return null;
  return table("Points", [["No.", "number"], ["Point", ""], ["Stories", "count"], ["Change", "moved"], ["Articles", "count"], ["Outlets", "count"], ["Sentiment", "tone"]], told.map(row => {
    const { now, before, stories: by } = row.change;
    const name = link(address({ from: since, to: end }, pathOf(row.target)), clean(row.title));
    name.dataset.open = "";
    const tr = make("tr", make("td.number", clean(row.number ?? "")), attributes(make("th", name), { scope: "row" }), make("td.count", integer(now.stories)), make(`td.moved${by > 0 ? ".up" : by < 0 ? ".down" : ""}`, change(by)),
      make("td.count", integer(now.articles)), make("td.count", integer(now.outlets)), make("td.tone", gauge(now.sentiment.own)));
    tr.title = `before: ${counts(before)}`;
    tr.dataset.row = row.target;
    return tr;
  }));
}

/** One line for each; nothing for none. */
const deadlines = rows => rows.length && make("ol.rows", rows.map(row => {
  const to = link(`${address({}, "/deadlines")}#deadline-${encodeURIComponent(row.id)}`, due(row.due));
  to.dataset.open = "";
  const found = typeof row.evidence === "object" && row.evidence ? row.evidence.sentence : row.evidence;
  return make("li", make("p", make("b", to), " ", status(row.status), " ", row.fresh ? "new " : "", make("span.left", isOpen(row) ? countdown(row) : ""), " · ", carried(row), " · last ", time(row.lastSeen)),
    found ? make("q", clean(found)) : null, found && row.evidence?.article ? make("p.foot", link(articlePath(row.evidence.article), "evidence")) : null);
}));

const changed = rows => rows.length && make("ol.rows", rows.map(row => {
  const [sign, words] = STANCES[row.stance] ?? STANCES.unknown;
  return make("li", make("p", toTarget(`actor:${row.actor}`), " on ", toTarget(`point:${row.point}`), ": ", make(`b.stance.s-${row.stance}`, `${sign} ${words}`), row.before ? make("small", ` before: ${STANCES[row.before]?.[1] ?? clean(row.before)}`) : null),
    row.quotation ? quoted("q", row.quotation, row.language) : null,
    make("p.foot", time(row.at), " ", clean(row.outlet ?? ""), row.article ? [" ", link(articlePath(row.article), "evidence"), " ", link(address({}, storyPath(row.article)), "story")] : null));
}));

start({ build, refresh, ranged: false, unit: false });
