// SPDX-License-Identifier: Apache-2.0
// A panel: a title that says what is shown, a line with units and n, ways to take the numbers along, and a state for every case.

import { $, make, link, swap, attributes } from "./dom.js";
import { csv } from "./ask.js";

let made = 0;

/** Keeps what was shown when a new answer is not to be had, and says so. */
export class Panel {
  constructor(parent, title, classes = "") {
    const id = `panel-${++made}`;
    this.heading = attributes(make("h2", title), { id });
    this.note = make("p.note");
    this.links = make("p.links");
    this.tools = make("div.tools");
    this.body = make("div.body", make("p.wait", "Asking …"));
    this.section = make(`section.panel${classes}`, make("header", make("div", this.heading, this.note), this.tools, this.links), this.body);
    this.section.setAttribute("aria-labelledby", id);
    parent.append(this.section);
    this.shown = null;
    this.turn = 0;
  }

  get width() {
    return Math.max(240, this.body.clientWidth - 2);
  }

  title(words) {
    this.heading.textContent = words;
    return this;
  }

  /** @param words units and n */
  say(...words) {
    this.note.replaceChildren(...words);
    return this;
  }

  /** A link to the same rows as a file. */
  file(path, query) {
    const a = link(csv(path, query), "CSV");
    a.setAttribute("download", "");
    a.setAttribute("aria-label", `${this.heading.textContent}: CSV`);
    this.links.replaceChildren(a);
    return this;
  }

  also(...links) {
    for (const a of links) this.links.append(" ", a);
    return this;
  }

  /** Chart, list or table out of an answer; `draw` gives nodes, or null where there is nothing to show. */
  async fill(answer, draw, nothing = "Nothing in this range.") {
    const turn = ++this.turn;
    try {
      const got = await answer;
      if (turn !== this.turn) return;
      if (troubled.delete(this)) {
        this.hide(false);
        tellTroubles();
      }
      if (this.reading() || !this.differs(got)) return;
      const nodes = draw(got);
      const some = nodes && [nodes].flat().length > 0;
      swap(this.body, some ? nodes : make("p.nothing", nothing));
      this.section.classList.remove("stale");
      this.shown = some;
    } catch (failure) {
      if (turn !== this.turn) return;
      if (failure.status === undefined) throw failure;
      this.fail(failure);
    }
  }

  /** Nothing is taken from under somebody who marks a text in order to copy it. */
  reading() {
    const chosen = getSelection();
    return this.shown && !chosen.isCollapsed && this.body.contains(chosen.anchorNode);
  }

  hide(shared) {
    this.section.hidden = shared;
  }

  differs(got) {
    const now = location.search + this.width + JSON.stringify(got, (name, value) => (name === "asOf" ? undefined : value));
    const other = now !== this.drawn || this.section.classList.contains("stale");
    this.drawn = now;
    return other;
  }

  fail(failure) {
    this.section.classList.add("stale");
    const words = make("p.failed", failure.message);
    if (this.shown) {
      this.body.querySelector(":scope > .failed")?.remove();
      this.body.prepend(words);
    } else {
      this.body.replaceChildren(words);
      troubled.set(this, failure.message);
      tellTroubles();
    }
  }
}

/** Panels that never had anything to show, and why. */
const troubled = new Map();

/** One reason for several of them is told once, above them all, with what is missing. */
function tellTroubles() {
  const reasons = [...new Set(troubled.values())].map(words => [words, [...troubled].filter(([, other]) => other === words).map(([panel]) => panel)]);
  const shared = reasons.filter(([, panels]) => panels.length > 1);
  for (const [, panels] of reasons) panels.forEach(panel => panel.hide(panels.length > 1));
  const box = $("trouble") ?? attributes(make("div"), { id: "trouble", role: "alert" });
  if (!box.isConnected) $("content").before(box);
  box.replaceChildren(...shared.map(([words, panels]) => make("p.notice.warn", `${words} `, make("small", `Not shown: ${panels.map(panel => panel.heading.textContent).join(", ")}.`))));
}

/** A table in a box that scrolls by itself where it is too wide. */
export function table(caption, heads, rows, classes = "") {
  const head = make("tr", heads.map(([words, css]) => attributes(make(css ? `th.${css}` : "th", words), { scope: "col" })));
  const body = make("table", make("caption.unseen", caption), make("thead", head), make("tbody", rows));
  if (classes) body.className = classes;
  const box = attributes(make("div.wide", body), { tabindex: "0", role: "region", "aria-label": `${caption}, table` });
  box.dataset.scroll = caption;
  return box;
}

/** The numbers behind a chart, for those who cannot or would rather not look at it. */
export function behind(caption, heads, rows) {
  const details = make("details.behind", make("summary", "Table"), table(caption, heads, rows));
  details.dataset.key = `table-${caption}`;
  return details;
}

export const columns = (parent, classes = "") => parent.appendChild(make(`div.columns${classes}`));
export const heading = words => ($("heading").textContent = words);
