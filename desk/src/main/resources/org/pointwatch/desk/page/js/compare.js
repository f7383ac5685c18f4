// SPDX-License-Identifier: Apache-2.0
// Up to five targets side by side, on the same axes and in one table; the address has them all.

import { make, link, button, attributes, clean, watched } from "./dom.js";
import { counts, integer, percent, some } from "./words.js";
import { address, choice, everyBucket, go, params, pathOf, period } from "./view.js";
import { ask } from "./ask.js";
import { Panel, table } from "./panel.js";
import { chooser, start } from "./frame.js";
import { nameOf, names } from "./lists.js";
import { MOST } from "./pick.js";
import { gauge } from "./tone.js";
import { lines, sample } from "./lines.js";

const UNITS = ["stories", "articles", "outlets"];
const SCALES = ["count", "share", "index"];
const at = { dossier: null };

function build(content) {
  at.form = content.appendChild(attributes(make("div.filters.series-list"), { role: "group", "aria-label": "What is compared" }));
  at.chart = new Panel(content, "Over time, on the same axes");
  at.table = new Panel(content, "Side by side");
}

const targets = () => [...new Set(params("s"))].slice(0, MOST);

async function refresh() {
  at.dossier ??= await ask("/api/v1/dossier").catch(() => null);
  [...(at.dossier?.points ?? []), ...(at.dossier?.actors ?? [])].forEach(one => names.set(one.target, one.title));
  const now = period();
  const [unit, scale, chosen] = [choice("unit", UNITS), choice("scale", SCALES), targets()];
  controls(chosen);
  at.chart.tools.replaceChildren(chooser("Scale", "scale", SCALES));
  at.chart.hide(!chosen.length);
  at.table.hide(!chosen.length);
  if (!chosen.length) return;
  const query = { ...now.ask, step: now.step, target: chosen };
  const answer = ask("/api/v1/series", query);
  const whole = ask("/api/v1/series", { ...now.ask, step: now.step, target: "all" }).then(series => series.targets[0]).catch(() => null);
  at.chart.file("/api/v1/series", query);
  at.chart.fill(Promise.all([answer, whole]), ([series, all]) => {
    at.chart.say(`${unit}${scale === "share" ? " as share of all seen" : scale === "index" ? ", the highest of each = 100" : ""} per UTC ${now.step} · n = ${series.targets.map(line => integer(line.total[unit])).join(", ")} ${unit} · ${now.words} · drag to zoom`);
    if (scale === "share" && !all) return make("p.nothing", "The share is not known: the desk gives no totals.");
    const drawn = lines({ series: series.targets.map(line => ({ name: nameFor(line.target), buckets: everyBucket(line.buckets, now) })), all: all && scale === "share" ? everyBucket(all.buckets, now) : null, step: now.step, unit, scale, width: at.chart.width });
    return drawn && [make("p.legend", series.targets.map((line, i) => make("span.key", sample(i), nameFor(line.target))), make("span", "The dotted end is still open.")), drawn];
  });
  at.table.file("/api/v1/series", query).fill(Promise.all([answer, whole]), answers => sides(answers, now));
}

/** As a reader calls it: a pair has two names, a part says of what. */
function nameFor(target) {
  const [base, part] = [target.split("/")[0], target.split("/")[1]];
  const [kind, id] = [base.split(":")[0], base.slice(base.indexOf(":") + 1)];
  const name = kind === "pair" ? id.split("|").map((one, i) => nameOf(`${i ? "actor" : "point"}:${one}`)).join(" with ")
    : kind === "all" ? "Everything seen" : kind === "plan" ? "Anything of the plan" : nameOf(base);
  return part ? `${name}, ${part.replace("lang:", "language ").replace("group:", "group ")}` : name;
}

function controls(chosen) {
  const chips = chosen.map((target, i) => {
    const drop = button("✕", () => go({ s: chosen.filter(one => one !== target) }));
    drop.setAttribute("aria-label", `No longer compare ${nameFor(target)}`);
    const base = /^(point|actor):[^/|]+$/u.test(target) ? link(address({}, pathOf(target)), nameFor(target)) : make("span", nameFor(target));
    const chip = make("span.chip", sample(i), " ", base, " ", drop);
    chip.dataset.row = target;
    return chip;
  });
  const more = params("s").length > MOST ? make("small.warned", `Only the first ${MOST} are shown.`) : null;
  at.form.replaceChildren(...chips, ...(chosen.length < MOST ? [adding(chosen)] : [make("small", "Five are compared: take one out to add another.")]), ...(more ? [more] : []), ...(chosen.length ? [] : [make("p.notice", "Choose up to five points or actors to see them on the same axes. In lists, ", make("kbd", "x"), " chooses a row and ", make("kbd", "c"), " brings what is chosen here. ", suggestion())]));
}

function adding(chosen) {
  const group = (label, rows) => {
    const all = attributes(make("optgroup"), { label });
    rows.filter(([target]) => !chosen.includes(target)).forEach(([target, words]) => all.append(new Option(words, target)));
    return all;
  };
  const { points = [], actors = [], dossier } = at.dossier ?? {};
  const select = attributes(make("select", new Option(chosen.length ? "Add …" : "Choose …", ""), group("Points", points.map(one => [one.target, clean(one.number ? `${one.number} ${one.title}` : one.title)])), group("Actors", actors.map(one => [one.target, clean(one.title)])),
    group("Together", [...(dossier ? [[`plan:${dossier}`, "Anything of the plan"]] : []), ["all", "Everything seen"]])), { "aria-label": "Add to the comparison" });
  select.dataset.key = "add";
  select.addEventListener("change", () => select.value && go({ s: [...chosen, select.value] }));
  return select;
}

/** Something to begin with. */
function suggestion() {
  const place = make("span");
  ask("/api/coverage", period().ask).then(({ targets: rows }) => {
    const most = rows.filter(row => row.kind === "point" && row.stories > 0).sort((a, b) => b.stories - a.stories).slice(0, 3);
    if (most.length > 1) place.append(link(address({ s: most.map(row => row.target) }), `The ${most.length} most told points`));
  }).catch(() => null);
  return place;
}

function sides([series, all], now) {
  at.table.say(`${now.words} · share: of the stories of everything seen · n = ${some(series.targets.length, "series", "series")}`);
  return table("Compared", [["Series", ""], ...["Stories", "Articles", "Outlets", "Copies", "Updates", "Share"].map(words => [words, "count"]), ["Own voice", "tone"], ["Quoted", "tone"]], series.targets.map((line, i) => {
    const { total } = line;
    const tr = make("tr", attributes(make("th", sample(i), " ", nameFor(line.target)), { scope: "row", title: counts(total) }),
      ["stories", "articles", "outlets", "copies", "updates"].map(name => watched(make("td.count", integer(total[name])), `${line.target}:${name}`)),
      make("td.count", all?.total.stories ? percent(total.stories / all.total.stories) : "–"), make("td.tone", gauge(total.sentiment.own)), make("td.tone", gauge(total.sentiment.quoted)));
    return tr;
  }));
}

start({ build, refresh });
