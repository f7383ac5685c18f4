// SPDX-License-Identifier: Apache-2.0
// One article as evidence: the words of it that are kept, every mark in them, and by which rule each was found.

import { $, make, link, button, attributes, clean, outward, quoted, swap } from "./dom.js";
import { clockWords, due, integer, percent, second, signed, some, span } from "./words.js";
import { address, articlePath, choice, go, param, storyPath, thing } from "./view.js";
import { ask } from "./ask.js";
import { Panel, columns } from "./panel.js";
import { chooser, start } from "./frame.js";
import { STANCES, nameOf, toTarget, withNames } from "./lists.js";
import { paragraphs } from "./marked.js";
import { gold } from "./gold.js";
import { copied } from "./cite.js";
import { takenOut, vetoing } from "./veto.js";

const KINDS = ["all", "points", "actors", "rest"];
const SHOWN = { all: "all", points: "points", actors: "actors", rest: "figures, quotes, dates" };
const LANGUAGE = /^[a-z]{2,3}(-[a-zA-Z0-9]{2,8})*$/u;
const at = { article: null, came: false };

function build(content) {
  at.facts = content.appendChild(attributes(make("dl.facts"), { "aria-label": "This article" }));
  const both = columns(content, ".text-side");
  at.text = new Panel(both, "The words, with every mark", ".kept-text");
  const side = both.appendChild(make("div"));
  at.marks = new Panel(side, "Points and actors found");
  at.figures = new Panel(side, "Figures");
  at.deadlines = new Panel(side, "Deadlines and dates");
  at.stances = new Panel(side, "Stances");
  at.quotes = new Panel(side, "Quotes");
}

function refresh() {
  const path = `/api/v1/articles/${encodeURIComponent(thing())}`;
  const answer = withNames(ask(path)).then(numbered);
  answer.then(facts).catch(() => at.facts.replaceChildren());
  at.text.tools.replaceChildren(...(param("target") ? [] : [chooser("Marks", "marks", KINDS, SHOWN)]));
  at.text.fill(answer, text);
  at.marks.file(path).fill(answer, article => [marks(article) ?? make("p.nothing", "Nothing of the dossier was found in it."), takenOut(article.article, refresh)]);
  at.figures.fill(answer, figures, "No figure about a point.");
  at.deadlines.fill(answer, deadlines, "No deadline of the negotiation, no other date.");
  at.stances.fill(answer, stances, "Nobody is said to stand anywhere.");
  at.quotes.fill(answer, quotes, "Nobody is quoted.");
  answer.then(() => requestAnimationFrame(arrive)).catch(() => null);
}

/** Each thing found gets a name on the page, by which text and lists point at each other. */
function numbered(article) {
  at.article = article;
  for (const [kind, all] of [["mark", article.marks], ["figure", article.figures], ["deadline", article.deadlines], ["date", article.dates], ["stance", article.stances], ["quote", article.quotes]]) {
    all.forEach((one, i) => (one.name = `${kind}-${i + 1}`));
  }
  return article;
}

/** Once: to what the address points at, which was not there when the browser looked. */
function arrive() {
  if (at.came) return;
  at.came = true;
  const first = location.hash === "#first" ? document.querySelector(".kept-text .marked") : document.getElementById(location.hash.slice(1));
  first?.scrollIntoView({ block: "center" });
}

// ---- head ---------------------------------------------------------------------------------------------------------

function facts(article) {
  const title = clean(article.title) || "An article without a title";
  $("heading").replaceChildren(outward(article.url, title));
  if (LANGUAGE.test(article.language ?? "")) $("heading").firstChild.lang = article.language;
  document.title = `${title} · Pointwatch`;
  const entry = (label, ...value) => make("div", make("dt", label), make("dd", value));
  const { place } = article;
  swap(at.facts, entry("Outlet", make("b", outward(article.url, article.outlet)), article.group ? make("small", ` ${clean(article.group)}`) : null),
    entry("Event time", make("b", second(article.at)), " ", make("small", clockWords(article.clock))),
    entry("Language", make("b", language(article.language))),
    article.agency ? entry("Credits the agency", make("b", clean(article.agency))) : null,
    place ? entry("Place in its story", related(place, article), " ", link(address({}, storyPath(place.story)), "the story")) : entry("Place in its story", "not known yet"),
    typeof article.tone === "number" ? entry("Tone of the whole", make("b", signed(article.tone))) : null,
    entry("Words kept", make("b", article.text ? kept(article.text) : "none")),
    entry("Found by dossier", make("span", clean(article.dossier)), " ", make("code", clean(article.dossierVersion)), make("small", ` revision ${clean(article.revision).slice(0, 12)}`)));
}

function related(place, { article }) {
  const of = place.of && place.of !== article ? place.of : null;
  return [make("b", clean(place.relation)), of ? [" of ", link(articlePath(of), of === place.story && place.title ? clean(place.title) : "another article")] : null,
    of === place.story && place.outlet ? make("small", ` ${clean(place.outlet)}`) : null,
    place.lagSeconds > 0 ? make("small", `, ${span(place.lagSeconds * 1000)} later`) : null,
    typeof place.similarity === "number" ? make("small", `, ${percent(place.similarity)} shared`) : null];
}

function language(code) {
  try {
    return code ? `${new Intl.DisplayNames("en", { type: "language" }).of(code)} (${code})` : "unknown";
  } catch {
    return clean(code);
  }
}

const kept = text => (text.body === "full" ? "the article" : text.body === "refused" ? "what its feed gave; its page was refused" : "what its feed gave") + (text.truncated ? ", cut" : "");

// ---- text ---------------------------------------------------------------------------------------------------------

const told = { mark: one => (one.target.startsWith("point:") ? "points" : "actors") };
const wanted = () => (at.article.marks.some(one => one.target === param("target")) ? param("target") : "");

/** Whether the view asks for these: by kind, and by target. */
function asked(kind, one) {
  if (wanted()) return kind === "mark" && one.target === wanted();
  const shown = choice("marks", KINDS);
  return shown === "all" || shown === (told[kind]?.(one) ?? "rest");
}

function all(article) {
  const say = { mark: one => `${one.target.startsWith("point:") ? "point" : "actor"} ${nameOf(one.target)}, rule ${clean(one.rule)}`, figure: one => `figure about ${nameOf(`point:${one.point}`)}`,
    deadline: one => `deadline, ${clean(one.status)}`, date: one => clean(one.kind), stance: one => `stance of ${nameOf(`actor:${one.actor}`)}`, quote: one => `quote of ${speaker(one)}` };
  const lists = { mark: article.marks, figure: article.figures, deadline: article.deadlines, date: article.dates, stance: article.stances, quote: article.quotes };
  return Object.entries(lists).flatMap(([kind, list]) => list.filter(one => one.placed && asked(kind, one))
    .map(one => ({ start: one.start, end: one.end, id: one.name, words: say[kind](one), kind: kind === "mark" ? one.target.slice(0, 5) : kind })));
}

function text(article) {
  const narrowed = wanted() ? make("p.narrowed", "Only ", toTarget(wanted()), " is marked. ", button("Mark everything", () => go({ target: null }, true))) : null;
  if (!article.text) {
    at.text.say("nothing to show");
    return [narrowed, make("p.notice.warn", "No words of this article are kept. Words are kept of articles that mention something of the dossier, until they are withdrawn, taken down or forgotten with age; what was found is listed beside."), sentences(article)];
  }
  const shown = all(article);
  const off = article.marks.filter(mark => !mark.placed).length;
  at.text.say(`${integer(article.text.words.length)} characters · n = ${some(shown.length, "mark")} shown${off ? ` · ${some(off, "place does", "places do")} not stand in these words, see the list` : ""}`);
  const body = attributes(make("div.words", paragraphs(`${article.text.title}\n\n${article.text.words}`, shown)), { dir: "auto" });
  if (LANGUAGE.test(article.language ?? "")) body.lang = article.language;
  return [narrowed, partial(article.text), body, shown.length ? legend(shown) : null];
}

/** Said plainly where this is not all of it, or not the state that was read. */
function partial(text) {
  const reasons = [text.body === "feed-only" ? "These are only the words that the feed gave: the page itself was not read." : null,
    text.body === "refused" ? "The page refused to be read: these are only the words that the feed gave." : null,
    text.truncated ? "The text was cut at 200,000 characters: what comes after was neither kept nor searched." : null,
    text.current ? null : "These words are of another state of the article than the one in which the marks were found; a place is marked only where the words agree."].filter(Boolean);
  return reasons.length ? make("p.notice.warn", reasons.join(" ")) : null;
}

/** The sentences of the marks, where the text itself is not kept. */
function sentences(article) {
  const once = new Map(article.marks.filter(mark => mark.sentence).map(mark => [mark.sentenceNo, mark]));
  return once.size ? make("div.words", [...once.values()].map(mark => make("p", quoted("q", mark.sentence, article.language)))) : null;
}

const LEGEND = [["point", "point"], ["actor", "actor"], ["figure", "figure"], ["deadline", "deadline"], ["date", "other date"], ["stance", "stance"], ["quote", "quote"]];
const legend = shown => make("p.legend", LEGEND.filter(([kind]) => shown.some(mark => mark.kind === kind)).map(([kind, words]) => make("span.key", make(`span.marked.m-${kind}`, words))), make("span", "A mark leads to its row, a row to its mark."));

// ---- lists --------------------------------------------------------------------------------------------------------

function marks(article) {
  const groups = new Map();
  for (const mark of article.marks.filter(one => !wanted() || one.target === wanted())) groups.set(mark.target, [...(groups.get(mark.target) ?? []), mark]);
  if (!groups.size) {
    at.marks.say("n = 0 places");
    return null;
  }
  const points = [...groups.keys()].filter(target => target.startsWith("point:")).length;
  at.marks.say(`${some(points, "point")}, ${some(groups.size - points, "actor")} · n = ${some([...groups.values()].flat().length, "place")}${article.marksLeftOff ? `, ${integer(article.marksLeftOff)} more are left off` : ""} · sentiment of the article, −1 to +1`);
  return make("ol.rows.found", [...groups].sort(([a], [b]) => b.startsWith("point:") - a.startsWith("point:")).map(([target, places]) => make("li", make("p.head", make("small", target.slice(0, 5)), " ", make("b", toTarget(target)), only(target, places), voices(places[0].sentiment)), make("ol", places.map(place)))));
}

/** Its marks alone. */
function only(target) {
  if (wanted()) return null;
  const press = button("only this", () => go({ target, marks: null }));
  press.setAttribute("aria-label", `Mark only ${nameOf(target)}`);
  press.classList.add("quiet");
  press.dataset.key = `only-${target}`;
  return [" ", press];
}

function voices({ own, quoted: said }) {
  const voice = (words, value) => (typeof value === "number" ? make(`span.score.${value > 0.1 ? "more" : value < -0.1 ? "less" : "even"}`, `${words} ${signed(value)}`) : make("span.score", `${words} –`));
  return make("span.voices", voice("own voice", own), " ", voice("quoted", said));
}

const place = mark => row("mark", mark, [quoted("b", mark.matched ?? "–", at.article.language), mark.inTitle ? make("small", " in the title") : null],
  ["rule ", make("code", clean(mark.rule)), typeof mark.confidence === "number" ? `, confidence ${mark.confidence.toFixed(2)}` : ""]);

/** One thing found: its words, what is known of it, the way to its place, and what to do if it is wrong. */
function row(kind, one, words, known) {
  const item = make("li", make("p", words), make("p.foot", inText(one), known, wrong(kind, one)));
  item.id = one.name;
  item.dataset.row = one.name;
  return item;
}

function inText(one) {
  if (!one.placed) return make("span", at.article.text ? "not in the kept words · " : "");
  const to = link(`#${one.name}`, "in the text");
  to.dataset.key = `to-${one.name}`;
  to.dataset.open = "";
  to.addEventListener("click", event => {
    event.preventDefault();
    const mark = [...document.querySelectorAll(".kept-text [data-begins]")].find(a => a.dataset.begins.split(" ").includes(one.name));
    if (!mark) go({ marks: null, target: null }, true);
    else {
      mark.scrollIntoView({ block: "center" });
      mark.focus({ preventScroll: true });
    }
  });
  return [to, " "];
}

/** A line for the gold file, made when somebody asks. */
function wrong(kind, one) {
  const details = make("details.wrong", make("summary", "wrong?"));
  details.dataset.key = `wrong-${one.name}`;
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) details.append(...report(kind, one));
  });
  return [" ", details];
}

function report(kind, one) {
  return [line(kind, one), kind === "mark" ? vetoing(at.article.article, one.target, refresh) : null].filter(Boolean);
}

function line(kind, one) {
  const made = gold(at.article, kind === "date" ? "deadline" : kind, one);
  if (!made) return make("p", "The words around it are not kept, so there is no line to report.");
  const field = attributes(make("textarea", made.line), { readonly: true, rows: 5, "aria-label": "Gold line" });
  const said = attributes(make("span"), { role: "status" });
  const copy = button("Copy the line", async () => (said.textContent = (await copied(made.line, field)) ? " Copied." : " Marked: copy it with your keyboard."));
  return make("div.report", make("p", "What a careful reader finds here, if this one is wrong. Mend it where it is not so, then put it into a file of the dossier’s gold lines (", make("code", "gold/tuning"), ") and see what misses it: ", make("code", `pointwatch dossier score ${made.option ? `${made.option} ` : ""}--misses FILE`)), field, make("p", copy, said));
}

function figures({ figures: rows }) {
  at.figures.say(`n = ${some(rows.length, "figure")}`);
  return rows.length ? make("ol.rows.found", rows.map(one => row("figure", one, [quoted("b", one.text, at.article.language), ` = ${integer(one.value)} ${clean(one.unit)}`], [toTarget(`point:${one.point}`), one.speaker ? [", told by ", toTarget(`actor:${one.speaker}`)] : ", by nobody named"]))) : null;
}

function deadlines({ deadlines: rows, dates }) {
  at.deadlines.say(`n = ${some(rows.length, "deadline")}, ${some(dates.length, "other date")}`);
  if (!rows.length && !dates.length) return null;
  return make("ol.rows.found", rows.map(one => row("deadline", one, [quoted("b", one.phrase, at.article.language), ` → ${due(one.due)}, ${clean(one.status)}`],
    [one.setBy ? ["set by ", toTarget(`actor:${one.setBy}`)] : "nobody named as setting it", one.bound ? [" for ", toTarget(`actor:${one.bound}`)] : null, one.points.map(point => [", ", toTarget(`point:${point}`)])])),
  dates.map(one => row("date", one, [quoted("b", one.phrase, at.article.language), one.from ? ` → ${clean(one.from)}${one.to && one.to !== one.from ? ` to ${clean(one.to)}` : ""}` : ""], [one.kind === "term" ? "a term of the plan" : "an event"])));
}

function stances({ stances: rows }) {
  at.stances.say(`attributed statements · n = ${integer(rows.length)}`);
  return rows.length ? make("ol.rows.found", rows.map(one => {
    const [sign, words] = STANCES[one.stance] ?? STANCES.unknown;
    return row("stance", one, [toTarget(`actor:${one.actor}`), " ", make(`b.stance.s-${STANCES[one.stance] ? one.stance : "unknown"}`, `${sign} ${words}`), " ", toTarget(`point:${one.point}`), quoted("q", one.text, at.article.language)],
      [one.by ? ["told by ", /^[a-z0-9-]+$/u.test(one.by) ? toTarget(`actor:${one.by}`) : clean(one.by)] : "told by the actor"]);
  })) : null;
}

const speaker = one => (one.speaker ? nameOf(`actor:${one.speaker}`) : clean(one.name ?? "somebody not named"));

function quotes({ quotes: rows }) {
  at.quotes.say(`words attributed to somebody · n = ${integer(rows.length)}`);
  return rows.length ? make("ol.rows.found", rows.map(one => row("quote", one, [one.speaker ? toTarget(`actor:${one.speaker}`) : make("span", speaker(one)), quoted("q", one.text, at.article.language)], one.points.flatMap((point, i) => [i ? ", " : "", toTarget(`point:${point}`)])))) : null;
}

start({ build, refresh, ranged: false, unit: false, dossier: () => (at.article ? { dossier: at.article.dossier, version: at.article.dossierVersion } : null) });
