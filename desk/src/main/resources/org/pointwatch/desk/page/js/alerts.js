// SPDX-License-Identifier: Apache-2.0
// What was told and why; each can be acknowledged or muted, which the desk keeps.

import { make, link, button, attributes, clean } from "./dom.js";
import { kindWords, some, time } from "./words.js";
import { choice, go, param } from "./view.js";
import { ask, takeBack, tell } from "./ask.js";
import { Panel } from "./panel.js";
import { chooser, keep, kept, start } from "./frame.js";
import { alerts, arrive, withNames } from "./lists.js";

const KINDS = ["new-deadline", "deadline-moved", "deadline-softened", "deadline-denied", "deadline-near", "deadline-passed", "contested-figure", "surge", "silence", "tone-shift"];
const SHOWN = ["open", "all"];
const NAME = "pointwatch-name";
const at = { limit: location.hash ? 500 : 50 };

function build(content) {
  at.filter = content.appendChild(make("div.filters"));
  at.kind = attributes(make("select", new Option("any kind", ""), ...KINDS.map(kind => new Option(kindWords(kind), kind))), { "aria-label": "kind" });
  at.kind.addEventListener("change", () => go({ kind: at.kind.value || null }));
  at.name = attributes(make("input"), { type: "text", maxlength: 100, autocomplete: "name", value: kept(NAME) });
  at.name.addEventListener("change", () => keep(NAME, at.name.value.trim()));
  content.append(make("div.filters", make("label", "Marks are made by ", at.name), make("small", "kept with each mark; a mute holds for this kind about this target")));
  at.list = new Panel(content, "Alerts, the newest first");
  at.said = content.appendChild(attributes(make("p.unseen"), { role: "status" }));
  at.subscribe = new Panel(content, "Subscribe");
}

const wanted = () => ({ kind: param("kind") || null, point: param("point") || null, actor: param("actor") || null });

function refresh() {
  at.kind.value = param("kind");
  at.filter.replaceChildren(chooser("Shown", "status", SHOWN, { open: "not done", all: "all" }), at.kind);
  const query = { ...wanted(), limit: at.limit };
  at.list.file("/api/v1/alerts", query);
  at.list.fill(withNames(ask("/api/v1/alerts", query)), ({ rows, next }) => {
    const shown = choice("status", SHOWN) === "all" ? rows : rows.filter(row => !row.acknowledged && !row.muted);
    at.list.say(`why each was told, with its quotation · n = ${some(shown.length, "alert")}${rows.length > shown.length ? `, ${some(rows.length - shown.length, "more is", "more are")} done or muted` : ""}`);
    const list = alerts(shown, acts);
    if (location.hash && !at.gone) requestAnimationFrame(arrived);
    return list && [list, next ? button("More", more) : null];
  }, "Nothing of this kind was told, or all of it is done.");
  subscribe();
}

/** Once: feeds, mails and chats lead to one of them. */
function arrived() {
  at.gone = true;
  arrive();
}

function more() {
  at.limit = Math.min(500, at.limit + 100);
  refresh();
}

function acts(row) {
  const done = row.acknowledged ? [state("acknowledged", row.acknowledged), " ", act(row, "acknowledge", "Undo", takeBack)] : act(row, "acknowledge", "Acknowledge");
  const mute = row.muted ? [state("muted", row.muted), " ", act(row, "mute", "Unmute", takeBack)] : act(row, "mute", "Mute");
  return make("span.acts", done, " ", mute);
}

const state = (word, by) => make("small", word, typeof by === "object" && by.at ? [" ", time(by.at), by.by ? ` by ${clean(by.by)}` : ""] : "");

function act(row, verb, words, how = tell) {
  const press = button(words, async () => {
    const by = at.name.value.trim();
    if (!by) {
      at.said.textContent = "Say who makes the mark first.";
      at.name.focus();
      return;
    }
    press.disabled = true;
    try {
      await how(`/api/v1/alerts/${encodeURIComponent(row.id)}/${verb}`, { by });
      at.said.textContent = `${words}: done`;
      refresh();
    } catch (failure) {
      if (failure.status === undefined) throw failure;
      press.disabled = false;
      press.after(make("small.failed", ` ${failure.message}`));
    }
  });
  press.dataset.key = `${verb}-${row.id}`;
  press.setAttribute("aria-label", `${words}: ${kindWords(row.kind)}, ${clean(row.why)}`);
  return press;
}

function subscribe() {
  const words = new URLSearchParams(Object.entries(wanted()).filter(([, value]) => value));
  const tail = words.size ? `?${words}` : "";
  at.subscribe.say("for feed readers; this list with its filters");
  at.subscribe.fill(Promise.resolve(tail), () => make("p", link(`/alerts.atom${tail}`, "Atom"), " ", link(`/alerts.json${tail}`, "JSON Feed")));
}

start({ build, refresh, ranged: false, unit: false });
