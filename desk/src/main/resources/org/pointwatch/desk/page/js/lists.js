// SPDX-License-Identifier: Apache-2.0
// Lists that more than one page shows: stories, alerts, figures, stances, quotes, outlets.

import { make, link, attributes, clean, outward, quoted, watched } from "./dom.js";
import { counts, day, integer, kindWords, some, time } from "./words.js";
import { address, articlePath, asListed, pathOf, storyPath } from "./view.js";
import { ask } from "./ask.js";
import { table } from "./panel.js";

/** Names of targets, as the dossier has them. */
export const names = new Map();

/** An answer once the names of what it speaks of are known. */
export async function withNames(answer) {
  const known = names.size ? null : ask("/api/v1/dossier").then(dossier => [...dossier.points, ...dossier.actors].forEach(one => names.set(one.target, one.title))).catch(() => null);
  const [got] = await Promise.all([answer, known]);
  return got;
}

export const nameOf = target => clean(names.get(target) ?? target.slice(target.indexOf(":") + 1));
export const toTarget = target => (/^(point|actor):[^|/]+$/u.test(target) ? link(address({}, pathOf(target)), nameOf(target)) : make("span", targetWords(target)));

function targetWords(target) {
  if (target.startsWith("pair:")) {
    const [point, actor] = target.slice(5).split("|");
    return `${nameOf(`point:${point}`)}, ${nameOf(`actor:${actor ?? ""}`)}`;
  }
  const [whole, part] = target.split("/");
  if (part) return `${targetWords(whole)} (${clean(part.replace(/^(lang|group):/u, ""))})`;
  return target === "all" ? "everything seen" : target.startsWith("plan:") ? "the plan" : nameOf(target);
}

/** To the row that the address points at, which was not there when the browser looked. */
export function arrive() {
  const wanted = location.hash.slice(1);
  const row = [...document.querySelectorAll("li[id]")].find(one => encodeURIComponent(one.id) === wanted || one.id === wanted);
  row?.scrollIntoView({ block: "center" });
}

const opened = (a, key) => {
  a.dataset.open = "";
  a.dataset.key = key;
  return a;
};

export const stories = rows => rows.length ? make("ol.rows", rows.map(row => {
  const item = make("li", make("p.meta", time(row.lastAt ?? row.firstAt), " ", outward(row.url, row.outlet ?? "no outlet")),
    make("p", opened(link(address({}, storyPath(row.story)), quoted("span", row.title || "no title", row.language)), `story-${row.story}`)),
    make("p.foot", link(articlePath(row.story), "evidence"), " ", watched(make("span", `${some(row.articles, "article")}, ${some(row.copies, "copy", "copies")}, ${some(row.updates, "update")}, ${some(row.outlets, "outlet")}`), row.story)));
  item.dataset.row = row.story;
  return item;
})) : null;

const OF_COUNTS = ["surge", "silence", "tone-shift"];

/** How far what was told went: its story, or the target's day where counts are what was told. */
const told = row => row.told && make("span.told", `${OF_COUNTS.includes(row.kind) ? "24 h before: " : "so far: "}${counts(row.told)}`);

const KIND_SIGNS = { surge: "▲", silence: "○", "tone-shift": "◐", "contested-figure": "≠" };

/** @param acts what may be done about an alert: nodes for a row, or nothing */
export const alerts = (rows, acts = () => null) => rows.length ? make("ol.rows.alerts", rows.map(row => {
  const [mute, done] = [row.muted, row.acknowledged];
  const item = make(`li${mute ? ".muted" : ""}${done ? ".done" : ""}`,
    make("p.meta", time(row.at), " ", make(`b.kind.k-${kindWords(row.kind).split(" ")[0]}`, `${KIND_SIGNS[row.kind] ?? "◷"} ${kindWords(row.kind)}`), " ", row.about && row.target.includes("/") ? make("span", clean(row.about)) : toTarget(row.target)),
    make("p.reason", clean(row.words ?? row.why)),
    (row.evidence ?? []).slice(0, 2).map(words => quoted("q", typeof words === "string" ? words : words.sentence, row.language)),
    make("p.foot", row.outlet ? [outward(row.url, row.outlet), " "] : null,
      row.story ? [opened(link(articlePath(row.story, /^(point|actor):[^|/]+$/u.test(row.target) ? row.target : null), "evidence"), `alert-${row.id}`), " ", link(address({}, storyPath(row.story)), "story"), " "] : opened(link(address({}, row.target.startsWith("p") ? pathOf(row.target) : "/"), "counts"), `alert-${row.id}`),
      told(row), row.escalates ? make("span", " · follows an earlier alert ") : null, acts(row)));
  item.dataset.row = row.id;
  item.id = `alert-${row.id}`;
  return item;
})) : null;

/** Values of one unit against each other, most told first. */
export function figures(rows, withPoint = false) {
  if (!rows.length) return null;
  const most = Math.max(...rows.map(row => row.stories));
  return make("ol.rows.figures", rows.map(row => {
    const part = make("i.part");
    part.style.setProperty("--part", `${(100 * row.stories) / Math.max(1, most)}%`);
    return make("li", make("p", make("b", typeof row.value === "number" ? integer(row.value) : clean(row.value ?? row.matched)), " ", clean(row.unit), row.speaker ? [" · ", toTarget(`actor:${row.speaker}`)] : null,
      withPoint ? [" · ", toTarget(`point:${row.point}`)] : null, part),
    quoted("q", row.sentence, row.language),
    make("p.foot", row.article ? [link(articlePath(row.article, `point:${row.point}`), "evidence"), " "] : null, counts(row), " · first ", time(row.firstAt), ", last ", time(row.lastAt)));
  }));
}

export const STANCES = { support: ["+", "supports"], oppose: ["−", "opposes"], conditional: ["~", "on conditions"], unknown: ["?", "not clear"] };

export function stances(rows, by) {
  if (!rows.length) return null;
  return make("ol.rows.stances", rows.map(row => {
    const [sign, words] = STANCES[row.stance] ?? ["?", clean(row.stance)];
    const path = (row.history ?? []).map(step => STANCES[step.stance]?.[1] ?? clean(step.stance));
    return make("li", make("p", toTarget(by === "actor" ? `actor:${row.actor}` : `point:${row.point}`), " ", make(`b.stance.s-${STANCES[row.stance] ? row.stance : "unknown"}`, `${sign} ${words}`), make("small", ` n ${integer(row.n)}`)),
      row.quotation ? quoted("q", row.quotation, row.language) : null,
      make("p.foot", time(row.at), row.outlet ? [" ", outward(row.url, row.outlet)] : null, row.by ? [" ", toTarget(`actor:${row.by}`)] : null, row.article ? [" ", link(articlePath(row.article), "evidence"), " ", link(address({}, storyPath(row.article)), "story")] : null, path.length ? ` · before: ${path.join(", ")}` : ""));
  }));
}

/** The same words of the same speaker once, as the earliest article has them: copies repeat what their original quotes. */
function once(rows) {
  const found = new Map();
  for (const row of rows) {
    const key = `${row.speaker ?? row.name}|${clean(row.quote).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
    const before = found.get(key);
    found.set(key, { ...row, articles: (before?.articles ?? new Set()).add(row.article), outlets: (before?.outlets ?? new Set()).add(row.outlet) });
  }
  return [...found.values()];
}

const QUOTES = 6;

/** @param own the point whose page this is, which need not be named again */
export const quotes = (rows, by, own = null) => rows.length ? make("ol.rows", once(rows).slice(0, QUOTES).map(row => {
  const item = make("li", make("p.meta", time(row.at), " ", outward(row.url, row.outlet), by === "point" && row.speaker ? [" · ", toTarget(`actor:${row.speaker}`)] : null),
    quoted("q", row.quote, row.language),
    make("p.foot", link(articlePath(row.article), "evidence"), " ", link(address({}, storyPath(row.article)), "story"), ` · ${some(row.articles.size, "article")}, ${some(row.outlets.size, "outlet")} `, (row.points ?? []).filter(point => point !== own).flatMap(point => [toTarget(`point:${point}`), " "])));
  item.dataset.row = row.article;
  return item;
})) : null;

/** @param total counts of all of them, whose number of outlets is distinct over the range; null if it is not known */
export function outlets(rows, total = null) {
  if (!rows.length) return null;
  const most = Math.max(...rows.map(row => row.articles));
  const count = n => make("td.count", integer(n));
  const lines = rows.map(row => {
    const articles = make("td.count.part", integer(row.articles));
    articles.style.setProperty("--part", `${(100 * row.articles) / most}%`);
    const facts = [row.group && clean(row.group), row.copies && some(row.copies, "copy", "copies"), row.updates && some(row.updates, "update"), `last ${day(row.lastAt)}`].filter(Boolean).join(" · ");
    return make("tr", attributes(make("th", link(address({ outlet: asListed(row.outlet) }), clean(row.outlet)), make("small", facts)), { scope: "row" }),
      count(row.stories), articles);
  });
  if (total) lines.push(make("tr.sum", attributes(make("th", link(address({ outlet: null }), `All ${some(total.outlets, "outlet")}`)), { scope: "row" }), count(total.stories), count(total.articles)));
  return table("Outlets", [["Outlet", ""], ["Stories", "count"], ["Articles", "count"]], lines, "outlets");
}
