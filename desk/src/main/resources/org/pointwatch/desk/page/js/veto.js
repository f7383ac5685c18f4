// SPDX-License-Identifier: Apache-2.0
// An analyst's veto: a tag that is wrong is taken out of an article, with all that is counted from it, and can be put back.

import { make, button, attributes, clean } from "./dom.js";
import { second } from "./words.js";
import { ask, tell } from "./ask.js";
import { keep, kept } from "./frame.js";
import { nameOf } from "./lists.js";

const NAME = "pointwatch-name";
const LOOKS = [1000, 2000, 4000, 8000, 15000]; // what was decided comes back through the topics and the database

function who() {
  const name = attributes(make("input"), { type: "text", maxlength: 100, autocomplete: "name", value: kept(NAME) });
  name.addEventListener("change", () => keep(NAME, name.value.trim()));
  return name;
}

/** A button that writes a decision; it says what became of it. */
function deciding(words, name, decision, done) {
  const said = attributes(make("small"), { role: "status" });
  const press = button(words, async () => {
    const by = name.value.trim();
    if (!by) {
      said.textContent = " Say who decides first.";
      name.focus();
      return;
    }
    press.disabled = true;
    try {
      await tell("/api/v1/overrides", { by, ...decision() });
      said.textContent = " Written. What is counted follows in a moment.";
      LOOKS.forEach(wait => setTimeout(done, wait));
    } catch (failure) {
      if (failure.status === undefined) throw failure;
      press.disabled = false;
      said.textContent = ` ${failure.message}`;
    }
  });
  return [press, said];
}

/** Fields by which somebody takes one tag out of an article. */
export function vetoing(article, target, done) {
  const name = who();
  const why = attributes(make("input"), { type: "text", maxlength: 1000 });
  const decision = () => ({ kind: "veto-tag", article, target, why: why.value.trim() });
  return make("div.veto", make("p", "Or take the tag out of this article, every mark of it: then nothing is counted from it. That is kept with your name, and can be taken back."),
    make("label", "Who decides", name), make("label", "Why", why), make("p", deciding(`Take out ${nameOf(target)}`, name, decision, done)));
}

/** What was taken out of an article, asked for when somebody opens it: decisions stand on a topic. */
export function takenOut(article, done) {
  const details = make("details.wrong", make("summary", "taken out by hand"));
  details.dataset.key = "taken-out";
  details.addEventListener("toggle", async () => {
    if (!details.open || details.children.length > 1) return;
    const shown = details.appendChild(make("div.report", make("p", "…")));
    try {
      const { rows } = await ask("/api/v1/overrides");
      shown.replaceChildren(...listed(rows.filter(row => row.kind === "veto-tag" && row.subject === article), done));
    } catch (failure) {
      if (failure.status === undefined) throw failure;
      shown.replaceChildren(make("p.failed", failure.message));
    }
  });
  return details;
}

function listed(rows, done) {
  if (!rows.length) return [make("p", "Nothing was taken out of this article.")];
  const name = who();
  return [make("p", make("label", "Who decides ", name)), make("ul.rows", rows.map(row => make("li", make("b", nameOf(row.tag)), ` by ${clean(row.by)}, `, second(row.at), row.why ? `: ${clean(row.why)}` : "", " ",
    deciding(`Put back ${nameOf(row.tag)}`, name, () => ({ kind: "allow-tag", article: row.subject, target: row.tag }), done))))];
}
