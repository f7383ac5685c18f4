// SPDX-License-Identifier: Apache-2.0
// The dossier as it is in force: points in each version of the plan, their rules, and what they find in a text of one's own.

import { make, link, attributes, clean, quoted } from "./dom.js";
import { integer, signed, some } from "./words.js";
import { address, pathOf } from "./view.js";
import { ask, tell } from "./ask.js";
import { Panel, table } from "./panel.js";
import { start } from "./frame.js";
import { names, nameOf, toTarget } from "./lists.js";

const at = {};

function build(content) {
  at.points = new Panel(content, "The plan’s versions side by side");
  at.actors = new Panel(content, "Actors");
  at.try = new Panel(content, "Explain a text: what would be counted, and why");
  at.try.say("nothing is stored");
  at.try.body.replaceChildren(form());
  at.found = new Panel(content, "Found in this text");
  at.found.section.hidden = true;
}

function refresh() {
  const answer = ask("/api/v1/dossier").then(dossier => {
    [...dossier.points, ...dossier.actors].forEach(one => names.set(one.target, one.title));
    return dossier;
  });
  at.points.file("/api/v1/rules");
  at.points.links.firstChild.textContent = "Rules as CSV";
  at.points.fill(answer, versions, "No dossier is in force: ./pointwatch dossier apply FILE brings one in.");
  at.actors.fill(answer, dossier => dossier.actors.length ? make("p.flow", dossier.actors.flatMap((actor, i) => [i ? ", " : "", link(address({}, pathOf(actor.target)), clean(actor.title))])) : null);
}

function versions({ plans, points, title, version }) {
  at.points.say(`${clean(title)}, version ${clean(version)} · ${some(plans.length, "plan version")}, ${some(points.length, "point")}; the number of each point in each version`);
  if (!points.length) return null;
  const ruled = points.some(point => Object.keys(point.rules ?? {}).length);
  const heads = [["Point", ""], ...plans.map(plan => [[make("span", clean(plan.title ?? plan.id)), make("small", ` ${clean(plan.date ?? "")}`)], "version"]), ...(ruled ? [["Rules", ""]] : [])];
  return table("Points in each version", heads, points.map(point => {
    const name = link(address({}, pathOf(point.target)), clean(point.title));
    name.dataset.open = "";
    name.dataset.key = point.target;
    const tr = make("tr", attributes(make("th", name, make("small", ` ${clean(point.id)}`)), { scope: "row" }),
      plans.map(plan => {
        const number = [point.numbers?.[plan.id] ?? []].flat().join(", ");
        const words = point.wording?.[plan.id];
        return make(`td.version${number ? "" : ".absent"}`, number ? make("b", clean(number)) : make("span", "not in it"), words ? make("p", clean(words)) : null);
      }),
      ruled && make("td.wrap", rules(point)));
    tr.dataset.row = point.target;
    return tr;
  }), "versions");
}

/** How many there are stands in the dossier; which, is asked for when somebody wants to know. */
function rules(point) {
  const found = Object.entries(point.rules ?? {});
  if (!found.length) return make("span.dash", "–");
  const n = found.reduce((sum, [, count]) => sum + count, 0);
  const body = make("div");
  const details = make("details", make("summary", `${some(n, "rule")} in ${some(found.length, "language")}`), body);
  details.dataset.key = `rules-${point.target}`;
  details.addEventListener("toggle", async () => {
    if (!details.open || body.childElementCount) return;
    body.replaceChildren(make("p.wait", "Asking …"));
    try {
      const { rows } = await ask("/api/v1/rules", { point: point.id });
      body.replaceChildren(...byLanguage(rows));
    } catch (failure) {
      if (failure.status === undefined) throw failure;
      body.replaceChildren(make("p.failed", failure.message));
    }
  });
  return details;
}

const languageNames = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });
const languageOf = code => (code === "any" ? "any language" : `${languageNames.of(code)} (${code})`);

function byLanguage(rows) {
  const languages = [...new Set(rows.map(row => row.language))];
  return languages.map(language => make("div", make("h3", languageOf(clean(language))), make("ul.rules", rows.filter(row => row.language === language).map(row =>
    make("li", make("small", clean(row.rule), row.figure ? ` watches ${clean(row.figure)}${row.unit ? ` in ${clean(row.unit)}` : ""}` : ""), " ", quoted("code", row.text, language === "any" ? null : language))))));
}

// ---- a text of one's own ------------------------------------------------------------------------------------------

function form() {
  const title = attributes(make("input"), { id: "try-title", type: "text", maxlength: 500 });
  const text = attributes(make("textarea"), { id: "try-text", rows: 7, maxlength: 200_000, required: true });
  const day = attributes(make("input"), { id: "try-day", type: "date" });
  const label = (id, words) => attributes(make("label", words), { for: id });
  const form = make("form.try", label("try-title", "Title"), title, label("try-text", "Text"), text, label("try-day", "Published on (for “until Thursday”; empty: today)"), day, attributes(make("button", "Explain"), { type: "submit" }));
  form.addEventListener("submit", event => {
    event.preventDefault();
    const asked = { title: title.value, text: text.value, published: day.value ? `${day.value}T12:00:00Z` : null };
    at.found.section.hidden = false;
    at.found.drawn = null;
    const answer = tell("/api/v1/try", asked);
    answer.catch(() => null);
    at.found.fill(answer, found => explained(found.analysis, found.explanation, `${asked.title}\n\n${asked.text}`));
    at.found.heading.scrollIntoView({ block: "nearest" });
  });
  return form;
}

const CONTEXT = 90;

/** Words around a place in the text, with the place marked. */
function around(text, { start, end }) {
  if (typeof start !== "number") return null;
  const [from, to] = [Math.max(0, start - CONTEXT), Math.min(text.length, end + CONTEXT)];
  return make("q", from > 0 ? "…" : "", clean(text.slice(from, start)), make("mark", clean(text.slice(start, end))), clean(text.slice(end, to)), to < text.length ? "…" : "");
}

function explained(found, explanation, text) {
  const wording = new Map((explanation?.rules ?? []).map(rule => [rule.rule, rule.text]));
  const item = (name, facts, places) => entry(name, facts, places, wording);
  const items = [
    ...(found.points ?? []).map(point => item(toTarget(`point:${point.point}`), [numbers(point), measure("confidence", point.confidence), measure("sentiment", point.sentiment)], (point.evidence ?? []).map(e => [around(text, e), e.rule]))),
    ...(found.actors ?? []).map(actor => item(toTarget(`actor:${actor.actor}`), [measure("sentiment", actor.sentiment)], (actor.evidence ?? []).slice(0, 3).map(e => [around(text, e), e.rule]))),
    ...(found.deadlines ?? []).map(deadline => item(make("span", `deadline: ${clean(deadline.status)} ${clean(deadline.due ?? "no day")}`), [clean(deadline.precision ?? "")], [[around(text, deadline), null]])),
    ...(found.figures ?? []).map(figure => item(make("span", `figure: ${typeof figure.value === "number" ? integer(figure.value) : clean(figure.value)} ${clean(figure.unit ?? "")}`), [nameOf(`point:${figure.point}`)], [[around(text, figure), null]])),
    ...(found.quotes ?? []).map(quote => item(make("span", "quotation: ", quote.speaker ? toTarget(`actor:${quote.speaker}`) : clean(quote.name ?? "nobody named")), [], [[around(text, quote), null]])),
  ];
  at.found.say(`language ${clean(found.language ?? "not known")}, tone ${typeof found.tone === "number" ? signed(found.tone) : "–"}${found.agency ? `, agency ${clean(found.agency)}` : ""} · ${some((found.points ?? []).length, "point")}, ${some((found.actors ?? []).length, "actor")}, ${some((found.deadlines ?? []).length, "deadline")}`);
  return [items.length ? make("ol.rows", items) : make("p.nothing", "Nothing of this negotiation was found."), nearly(explanation)];
}

/** Rules that did not match, those that lack least first. */
function nearly(explanation) {
  const rows = (explanation?.rules ?? []).filter(rule => !rule.matched && rule.nearest).sort((a, b) => b.nearest.share - a.nearest.share).slice(0, 8);
  if (!rows.length) return null;
  const details = make("details", make("summary", `${some(rows.length, "rule")} that nearly matched`), make("ol.rows", rows.map(row =>
    make("li", make("p", toTarget(`point:${row.point}`), " ", make("small", `lacks ${clean(row.nearest.lacking.join(", "))}`)), make("q", clean(row.nearest.sentence)), make("p.foot", make("code", clean(row.text)))))));
  details.dataset.key = "nearly";
  return details;
}

const numbers = point => Object.entries(point.numbers ?? {}).map(([plan, number]) => `${clean(plan)}: ${[number].flat().join(", ")}`).join("; ");
const measure = (word, value) => (typeof value === "number" ? `${word} ${word === "sentiment" ? signed(value) : value.toFixed(2)}` : "");
const entry = (name, facts, places, wording) => make("li", make("p", make("b", name), " ", make("small", facts.filter(Boolean).join(" · "))),
  places.filter(([place]) => place).map(([place, rule]) => [place, rule ? make("p.foot", "rule ", make("code", clean(rule)), wording.has(rule) ? [": ", make("code", clean(wording.get(rule)))] : null) : null]));

start({ build, refresh, ranged: false, unit: false });
