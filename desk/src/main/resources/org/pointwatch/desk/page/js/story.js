// SPDX-License-Identifier: Apache-2.0
// One story: its original, who carried it when, under which headlines, and who told it again in words of their own.

import { make, link, attributes, clean, outward, quoted, swap, watched } from "./dom.js";
import { integer, percent, some, span, time, utc } from "./words.js";
import { address, articlePath, storyPath, thing } from "./view.js";
import { ask } from "./ask.js";
import { Panel, columns, heading, table } from "./panel.js";
import { start } from "./frame.js";
import { linear, picture, s, title } from "./svg.js";
import { cuts } from "./cuts.js";

const at = {};

function build(content) {
  at.totals = content.appendChild(make("dl.totals"));
  at.totals.setAttribute("aria-label", "This story");
  at.original = new Panel(content, "The original");
  at.spread = new Panel(content, "Copies and updates by outlet and hour");
  const both = columns(content, ".halves");
  at.heads = new Panel(both, "Headline variants");
  at.rewrites = new Panel(both, "Told again in other words");
  at.cuts = new Panel(content, "What each outlet cut, and what its updates changed");
  at.members = new Panel(content, "Every article of the story");
}

function refresh() {
  const answer = ask(`/api/v1/stories/${encodeURIComponent(thing())}`);
  answer.then(totals).catch(() => at.totals.replaceChildren());
  at.original.fill(answer, original);
  const path = `/api/v1${storyPath(thing())}`;
  at.spread.file(`${path}/hours`);
  at.heads.file(`${path}/headlines`);
  at.spread.fill(answer, spread, "Nobody carried it further.");
  at.heads.fill(answer, heads, "All carry the original’s headline.");
  at.rewrites.fill(answer, rewrites, "Nobody did, as far as was seen.");
  const own = `/api/v1/stories/${encodeURIComponent(thing())}/cuts`;
  at.cuts.file(own);
  at.cuts.fill(Promise.all([ask(own), answer]), compared, "Nobody carried it further.");
  at.members.file(`/api/v1/stories/${encodeURIComponent(thing())}`).fill(answer, members);
}

function compared([held, whole]) {
  const more = whole.lineage.articles - 1 - held.rows.length;
  at.cuts.say(`copies in sentences against the original, updates against their outlet’s version before${more > 0 ? `; ${some(more, "more is", "more are")} left off` : ""}`);
  return cuts(held, whole.members);
}

function totals({ lineage }) {
  const words = clean(lineage.title) || "A story without a title";
  heading(words);
  document.title = `${words} · Pointwatch`;
  const entry = (label, value, more) => make("div", make("dt", label), make("dd", watched(make("b", value), label), more ? make("small", ` ${more}`) : null));
  const lag = seconds => (seconds === null || seconds === undefined ? "–" : span(seconds * 1000));
  swap(at.totals, entry("stories", "1", lineage.rewrites ? `and ${some(lineage.rewrites, "rewrite")}` : null), entry("articles", integer(lineage.articles)), entry("copies", integer(lineage.copies)), entry("updates", integer(lineage.updates)), entry("outlets", integer(lineage.outlets)),
    entry("median lag", lag(lineage.medianLagSeconds)), entry("longest lag", lag(lineage.longestLagSeconds)));
}

function original({ story, lineage, members }) {
  at.original.say(`the earliest article by event time; 1 of ${some(lineage.articles, "article")}`);
  const first = members.find(member => member.article === story);
  const source = lineage.agency ? `credited to ${clean(lineage.agency)} by ${some(lineage.credits, "article")}` : lineage.probableSource ? `probable source: ${clean(lineage.probableSource)}` : "";
  return make("div.original", make("p", quoted("b", lineage.title || "no title", first?.language)),
    make("p.foot", outward(lineage.url, lineage.outlet ?? "no outlet"), " ", link(articlePath(story), "evidence"), " ", time(lineage.firstAt), source ? ` · ${source}` : "", " · last told ", time(lineage.lastAt)));
}

const [LEFT, RIGHT, TOP, ROW] = [170, 14, 26, 22];
const MOST = 40;

/** One line for each outlet; a mark where it carried the story. */
function spread({ members, lineage }) {
  const dated = members.filter(member => member.at);
  if (dated.length < 2) return null;
  const rows = [...Map.groupBy ? Map.groupBy(dated, m => m.outlet ?? "no outlet") : grouped(dated)].slice(0, MOST);
  const width = at.spread.width;
  const left = Math.min(LEFT, width / 3);
  const [start, end] = [Date.parse(dated[0].at), Math.max(...dated.map(m => Date.parse(m.at)))];
  const x = linear(start, Math.max(end, start + 3_600_000), left + 6, width - RIGHT);
  const height = TOP + rows.length * ROW + 6;
  at.spread.say(`hours after the original, one line an outlet${lineage.outlets > rows.length ? `, the first ${rows.length} of ${integer(lineage.outlets)}` : ""} · n = ${some(dated.length, "article")}, ${some(lineage.outlets, "outlet")}`);
  const letters = Math.floor(left / 6.6);
  return [make("div.figure", picture(width, height, `${some(dated.length, "article")} in ${some(rows.length, "outlet")} within ${span(end - start)}; the list below has each.`,
    hours(start, end, x, height),
    rows.map(([outlet, list], i) => {
      const y = TOP + i * ROW + ROW / 2;
      const name = clean(outlet);
      return [
        s("text.label", { x: left - 4, y: y + 4, "text-anchor": "end" }, name.length > letters ? `${name.slice(0, letters - 1)}…` : name, title(name)),
        s("line.grid", { x1: left, x2: width - RIGHT, y1: y, y2: y }),
        list.map(member => mark(member, x(Date.parse(member.at)), y)),
      ];
    }))), make("p.legend", ["original", "copy", "update"].map(word => make("span.key", make(`i.m-${word}`), word)))];
}

function grouped(members) {
  const map = new Map();
  members.forEach(member => map.set(member.outlet ?? "no outlet", [...(map.get(member.outlet ?? "no outlet") ?? []), member]));
  return map;
}

function hours(start, end, x, height) {
  const all = Math.max(1, (end - start) / 3_600_000);
  const step = [1, 2, 3, 6, 12, 24, 48, 96, 168].find(h => all / h <= 9) ?? 336;
  return Array.from({ length: Math.floor(all / step) + 1 }, (_, i) => i * step).map(h => [
    s("line.grid", { x1: x(start + h * 3_600_000), x2: x(start + h * 3_600_000), y1: TOP - 6, y2: height }),
    s("text.tick", { x: x(start + h * 3_600_000), y: 12, "text-anchor": "middle" }, `${h} h`),
  ]);
}

function mark(member, x, y) {
  const words = title(`${clean(member.outlet ?? "")}, ${utc(member.at)}: ${member.relation}${typeof member.similarity === "number" ? `, ${percent(member.similarity)} of it shared` : ""}`);
  if (member.relation === "copy") return s("circle.m-copy", { cx: x, cy: y, r: 5 }, words);
  if (member.relation === "update") return s("path.m-update", { d: `M${x - 6},${y + 5}L${x},${y - 6}L${x + 6},${y + 5}Z` }, words);
  return s("rect.m-original", { x: x - 5, y: y - 5, width: 10, height: 10 }, words);
}

// ---- headlines ----------------------------------------------------------------------------------------------------

function heads({ story, lineage, members }) {
  const found = new Map();
  for (const member of members) {
    const words = clean(member.title);
    if (words) found.set(words, [...(found.get(words) ?? []), member]);
  }
  const first = clean(members.find(member => member.article === story)?.title ?? lineage.title);
  if (found.size < 2) return null;
  at.heads.say(`${some(found.size, "wording")} in ${some(members.length, "article")}; struck out: left out, underlined: put in`);
  return make("ol.rows", [...found].sort((a, b) => (b[0] === first) - (a[0] === first) || b[1].length - a[1].length).map(([words, list]) =>
    make("li", make("p", words === first ? make("b", words) : difference(first, words)),
      make("p.foot", some(list.length, "article"), ": ", clean([...new Set(list.map(member => member.outlet))].slice(0, 6).join(", "))))));
}

/** Words left out and put in: the longest common row of words stays. */
export function difference(before, after) {
  const [a, b] = [before.split(" ").slice(0, 60), after.split(" ").slice(0, 60)];
  const common = Array.from({ length: a.length + 1 }, () => new Uint8Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  }
  const out = make("span");
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.append(`${a[i++]} `);
      j++;
    } else if (j < b.length && (i === a.length || common[i][j + 1] >= common[i + 1][j])) out.append(make("ins", b[j++]), " ");
    else out.append(make("del", a[i++]), " ");
  }
  return out;
}

/** What was found in it, sentence by sentence. */
function evidence(row) {
  const a = attributes(link(articlePath(row.article), "evidence"), { "aria-label": `evidence: ${clean(row.title ?? "no title")}, ${clean(row.outlet ?? "no outlet")}` });
  a.dataset.open = "";
  a.dataset.key = `evidence-${row.article}`;
  return a;
}

const article = member => outward(member.url, member.title || "no title");

function rewrites({ rewrites: rows, rewritesLeftOff }) {
  if (!rows.length) return null;
  at.rewrites.say(`stories of their own that follow this one${rewritesLeftOff ? `; ${integer(rewritesLeftOff)} more are left off` : ""}`);
  return make("ol.rows", rows.map(row => {
    const to = link(address({}, storyPath(row.article)), quoted("span", row.title || "no title", row.language));
    to.dataset.open = "";
    to.dataset.key = `rewrite-${row.article}`;
    const item = make("li", make("p.meta", time(row.at), " ", outward(row.url, row.outlet ?? "no outlet")), make("p", to),
      make("p.foot", link(articlePath(row.article), "evidence"), typeof row.similarity === "number" ? ` similarity ${row.similarity.toFixed(2)}` : ""));
    item.dataset.row = row.article;
    return item;
  }));
}

function members({ members: rows, membersLeftOff }) {
  at.members.say(`in order of event time; overlap with the original${membersLeftOff ? `; ${integer(membersLeftOff)} more are left off` : ""}`);
  return table("Articles of the story", [["Time", ""], ["Lag", "count"], ["Relation", ""], ["Outlet", ""], ["Headline", ""], ["Overlap", "count"], ["Marks", ""]], rows.map(row => {
    const tr = make("tr", make("td", time(row.at)), make("td.count", row.lagSeconds ? span(row.lagSeconds * 1000) : "–"), watched(make(`td.rel-${row.relation}`, clean(row.relation)), `${row.article}:relation`),
      make("td", clean(row.outlet ?? "–"), row.agency ? make("small", ` (${clean(row.agency)})`) : null), attributes(make("th", article(row)), { scope: "row" }), make("td.count", typeof row.similarity === "number" ? percent(row.similarity) : "–"), make("td", evidence(row)));
    tr.dataset.row = row.article;
    return tr;
  }));
}

start({ build, refresh, ranged: false, unit: false });
