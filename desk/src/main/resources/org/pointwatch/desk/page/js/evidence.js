// SPDX-License-Identifier: Apache-2.0
// The sentences behind a number, in time order, with what matched marked; filters stand in the address.

import { make, link, button, attributes, clean, outward, quoted } from "./dom.js";
import { clockWords, signed, some, time } from "./words.js";
import { address, articlePath, asListed, choice, go, listed, param, period, storyPath } from "./view.js";
import { ask } from "./ask.js";
import { Panel } from "./panel.js";

const LIMIT = 50;
const SETTLED_MS = 600;
const RELATIONS = ["original", "copy", "update", "rewrite"];
const TONES = ["negative", "neutral", "positive"];
/** Words of the address, and what the API calls them; all but the first may have several values. */
const FILTERS = { q: "q", lang: "language", outlet: "outlet", group: "group", relation: "relation", sentiment: "sentiment" };
export const filtered = () => Object.keys(FILTERS).some(name => param(name));
const PATH = "/api/v1/evidence";

export class Evidence {
  /** @param target whose sentences; null for the whole plan */
  constructor(parent, target) {
    this.target = target;
    this.panel = new Panel(parent, "Evidence: the sentences that were counted", ".evidence");
    this.panel.section.id = "evidence";
    this.seen = { lang: new Set(), outlet: new Set(), group: new Set() };
    this.older = [];
    this.filters();
  }

  filters() {
    const search = attributes(make("input"), { id: "filter-q", type: "search", "aria-label": "Words in sentence or title", placeholder: "Words in sentence or title", maxlength: 200 });
    const form = make("form.filters", search, ...["lang", "outlet", "group"].map(name => this.select(name, [])),
      this.select("relation", RELATIONS), this.select("sentiment", TONES), this.order(),
      button("Clear", () => go({ ...Object.fromEntries(Object.keys(FILTERS).map(name => [name, null])), order: null })));
    attributes(form, { role: "search", "aria-label": "Filter the evidence" });
    form.addEventListener("submit", event => {
      event.preventDefault();
      go({ q: search.value.trim() || null });
    });
    form.addEventListener("change", event => {
      if (event.target.name) go({ [event.target.name]: event.target.value || null });
    });
    this.form = form;
    this.panel.section.querySelector("header").after(form);
  }

  order() {
    const select = make("select", new Option("newest first", ""), new Option("oldest first", "old"));
    return attributes(select, { name: "order", "aria-label": "order" });
  }

  select(name, words) {
    const label = FILTERS[name];
    const select = attributes(make("select", new Option(`any ${label}`, "")), { name, "aria-label": label });
    words.forEach(word => select.append(new Option(word, word)));
    return select;
  }

  /** What the address says, in the form; with values that were met so far. */
  follow() {
    this.form.querySelector("input").value = param("q");
    for (const select of this.form.querySelectorAll("select")) {
      const value = param(select.name);
      const known = new Set([...select.options].map(option => option.value));
      for (const word of [...(this.seen[select.name] ?? []), ...(value ? [value] : [])].sort()) {
        if (!known.has(word)) select.append(new Option(told(word), word));
        known.add(word);
      }
      select.value = value;
      select.classList.toggle("set", value !== "");
    }
  }

  /** The filters in words, so that a print or a picture of the page says what it shows. */
  restated() {
    const set = Object.keys(FILTERS).filter(name => param(name)).map(name => (name === "q" ? `words “${clean(param("q"))}”` : `${FILTERS[name]} ${told(param(name))}`));
    return set.length ? `only ${set.join("; ")} · ` : "";
  }

  query() {
    const words = { target: this.target, ...period().ask };
    for (const [name, asked] of Object.entries(FILTERS)) words[asked] = name === "q" ? param(name) : listed(name);
    words.order = choice("order", ["new", "old"]) === "old" ? "old" : null;
    return words;
  }

  refresh() {
    this.follow();
    const query = this.query();
    const key = JSON.stringify(query);
    if (key !== this.asked) this.older = [];
    this.asked = key;
    this.panel.file(PATH, query);
    const filled = this.panel.fill(ask(PATH, { ...query, limit: LIMIT }), page => this.draw(page, query), "No sentence fits. A longer range or fewer filters may have more.");
    if (!this.met) filled.then(() => this.meet());
    return filled;
  }

  /** A number that led here wants its list to be seen, once what stands above has its height. */
  meet() {
    this.met = true;
    const wanted = document.getElementById(location.hash.slice(1));
    if (wanted?.matches(".panel")) setTimeout(() => wanted.scrollIntoView(), SETTLED_MS);
  }

  draw(page, query) {
    const known = new Set(page.rows.map(row => row.article + row.target + row.sentence));
    const rows = [...page.rows, ...this.older.filter(row => !known.has(row.article + row.target + row.sentence))];
    rows.forEach(row => Object.entries(this.seen).forEach(([name, set]) => row[FILTERS[name]] && set.add(asListed(row[FILTERS[name]]))));
    this.follow();
    const next = this.older.length ? this.next : page.next;
    this.panel.say(`${this.restated()}n = ${some(rows.length, "sentence")}${next ? ", more to be had" : ""} · ${query.order ? "oldest" : "newest"} first by event time · ${period().words}`);
    if (!rows.length) return null;
    const list = make("ol.sentences", rows.map(row => sentence(row, this.target === null)));
    return [list, next && button("More", () => this.more(query, next))];
  }

  async more(query, cursor) {
    const page = await ask(PATH, { ...query, limit: LIMIT, cursor });
    this.older.push(...page.rows);
    this.next = page.next;
    this.panel.drawn = null;
    await this.refresh();
  }
}

/** Values as the address has them, for people. */
const told = words => clean(words.replace(/(^|,)!/gu, "$1not ").replace(/(?<!\\),/gu, ", ").replaceAll("\\,", ","));

export function sentence(row, named = false) {
  const meta = make("p.meta", time(row.at), " ", outlet(row), row.relation && row.relation !== "original" ? [" ", make("i", clean(row.relation))] : null, tone(row));
  const item = make("li", meta, quoted("q", row.sentence, row.language, row.match));
  const title = row.title && !row.inTitle ? quoted("cite", row.title, row.language) : null;
  const foot = make("p.foot", title, " ", opening(link(articlePath(row.article, row.target), "in the article"), row), " ", row.story ? link(address({}, storyPath(row.story)), "story") : null, " ", why(row, named));
  item.append(foot);
  item.dataset.row = row.article;
  return item;
}

function opening(a, row) {
  a.dataset.open = "";
  a.dataset.key = `article-${row.article}-${row.target}-${row.match?.[0]}`;
  return a;
}

export const outlet = row => make("span.outlet", outward(row.url, row.outlet ?? "no outlet"), row.group ? make("small", ` ${clean(row.group)}`) : null);

function tone(row) {
  const own = row.sentiment?.own;
  return typeof own === "number" ? attributes(make(`span.score.${own > 0.1 ? "more" : own < -0.1 ? "less" : "even"}`, ` ${signed(own)}`), { title: "sentiment of this article toward the target" }) : null;
}

/** Which rule found it, how surely, and by which clock. */
function why(row, named) {
  const details = make("details.why", make("summary", "why"), make("p",
    row.matched ? ["matched ", quoted("b", row.matched, row.language), ", "] : null, "rule ", make("code", clean(row.rule ?? "–")),
    typeof row.confidence === "number" ? `, confidence ${row.confidence.toFixed(2)}` : "", `; time: ${clockWords(row.clock)}`, named ? `; ${clean(row.target)}` : ""));
  details.dataset.key = `why-${row.article}-${row.target}-${row.match?.[0]}`;
  return details;
}

