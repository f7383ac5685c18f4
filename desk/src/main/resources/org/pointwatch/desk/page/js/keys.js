// SPDX-License-Identifier: Apache-2.0
// Keys. Those of one letter can be switched off, for people who dictate.

import { $, make, button, attributes } from "./dom.js";
import { address, choice, go, nextRange, shift, zoomOut } from "./view.js";
import { compare, pick, watch } from "./pick.js";

const PLACES = { o: "/", m: "/matrix", c: "/compare", d: "/deadlines", a: "/alerts", s: "/sources", p: "/dossier", b: "/brief" };
const HELP = [
  ["?", "these keys"], ["/", "search sentences and titles"], ["j  k", "next, previous row"], ["Enter", "open the row"],
  ["o", "the row’s article, or the page’s, at its outlet"], ["x", "choose the row’s point or actor, or let go of it; Shift and click do the same"], ["c", "compare what is chosen"], ["g o", "overview"], ["g m", "matrix"], ["g c", "compare"], ["g d", "deadlines"], ["g a", "alerts"], ["g s", "sources"],
  ["g p", "dossier"], ["g b", "brief"], ["[  ]", "earlier, later range"], ["t", "next range"], ["z", "zoom out"], ["u", "next unit"], ["p", "pause, resume"], ["d", "theme"], ["Esc", "close"],
];
const OFF = "pointwatch-keys-off";

let going = 0;
let acts = null;

const off = () => {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
};

export function listen(given) {
  acts = given;
  watch();
  $("keys").addEventListener("click", help);
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, dialog")) return;
    if (off()) return;
    if (press(event.key)) event.preventDefault();
  });
}

function press(key) {
  if (Date.now() - going < 1_500 && PLACES[key]) {
    location.assign(address({}, PLACES[key]));
    return true;
  }
  going = key === "g" ? Date.now() : 0;
  const act = ACTS[key];
  act?.();
  return Boolean(act) || key === "g";
}

const ACTS = {
  "?": help,
  "/": () => ($("filter-q") ?? $("q")).focus(),
  j: () => step(1),
  k: () => step(-1),
  o: () => [document.activeElement?.closest("[data-row]"), $("heading")].map(place => place?.querySelector('a[rel~="noopener"]')).find(Boolean)?.click(),
  x: () => pick(document.activeElement?.closest("[data-row]")),
  c: compare,
  p: () => acts.pause(),
  d: () => acts.theme(),
  t: () => acts.page.ranged && nextRange(),
  z: () => acts.page.ranged && zoomOut(),
  u: () => {
    const units = ["stories", "articles", "outlets"];
    const next = units[(units.indexOf(choice("unit", units)) + 1) % units.length];
    go({ unit: next === units[0] ? null : next });
  },
  "[": () => acts.page.ranged && shift(-1),
  "]": () => acts.page.ranged && shift(1),
};

/** Moves from row to row; a row's first link takes the focus, so that Enter opens it. */
function step(by) {
  const rows = [...document.querySelectorAll("#content [data-row]")].filter(row => row.getClientRects().length);
  const now = rows.indexOf(document.activeElement?.closest("[data-row]"));
  const row = rows[now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, now + by))];
  const to = row?.querySelector("[data-open]") ?? row?.querySelector("a, button, summary");
  to?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

function help() {
  const dialog = $("help") ?? build();
  if (!dialog.open) dialog.showModal();
}

function build() {
  const list = make("dl.keys", HELP.map(([key, words]) => make("div", make("dt", key.split("  ").flatMap(k => [make("kbd", k), " "])), make("dd", words))));
  const box = attributes(make("input"), { type: "checkbox", id: "keys-off" });
  box.checked = off();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(OFF, box.checked ? "1" : "0");
    } catch {
      // storage is refused: the keys stay
    }
  });
  const close = button("Close", () => dialog.close());
  const dialog = attributes(make("dialog", make("h2", "Keys"), list, make("label", box, " Switch the keys off"), close), { id: "help", "aria-label": "Keys" });
  document.body.append(dialog);
  return dialog;
}
