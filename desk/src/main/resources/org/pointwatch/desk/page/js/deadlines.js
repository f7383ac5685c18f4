// SPDX-License-Identifier: Apache-2.0
// The ledger of deadlines: which are open, how each came to be what it is, and calendars to subscribe to.

import { make, link, attributes } from "./dom.js";
import { some } from "./words.js";
import { choice, data, go, param } from "./view.js";
import { ask } from "./ask.js";
import { Panel } from "./panel.js";
import { chooser, start } from "./frame.js";
import { isOpen, ledger, timeline } from "./deadline.js";
import { arrive, names, withNames } from "./lists.js";

const SHOWN = ["open", "all", "set", "repeated", "moved", "softened", "denied", "passed", "merged"];
const at = {};

function build(content) {
  at.filter = content.appendChild(make("div.filters"));
  at.picture = new Panel(content, "When each was first told, changed and due");
  at.list = new Panel(content, "Deadlines, the next first");
  at.subscribe = new Panel(content, "Subscribe");
}

const wanted = () => ({ point: param("point") || null, actor: param("actor") || null });

function refresh() {
  const word = choice("status", SHOWN);
  const query = { ...wanted(), status: SHOWN.slice(2).includes(word) ? word : null, limit: 200 };
  at.filter.replaceChildren(chooser("Status", "status", SHOWN), narrowed());
  const answer = withNames(ask("/api/v1/deadlines", query)).then(page => ({ asOf: page.asOf, minute: data.asOf, rows: page.rows.filter(row => word !== "open" || isOpen(row)) }));
  const nothing = word === "open" ? "No deadline is open." : "None of these.";
  at.picture.fill(answer, ({ rows }) => {
    at.picture.say(`a line a deadline, from first told to its day; dots: changes; upright line: how far the data reach · n = ${some(rows.length, "deadline")}`);
    return rows.length ? timeline(rows, at.picture.width) : null;
  }, nothing);
  at.list.file("/api/v1/deadlines", query).say("counted down by the data’s clock; each with its earliest best sentence");
  at.list.fill(answer, ({ rows }) => (rows.length ? ledger(rows) : null), nothing);
  if (location.hash && !at.gone) answer.then(() => requestAnimationFrame(found));
  subscribe(query);
}

function found() {
  at.gone = true;
  arrive();
}

function narrowed() {
  const parts = Object.entries(wanted()).filter(([, id]) => id).map(([kind, id]) => {
    const select = make("button", `${kind}: ${names.get(`${kind}:${id}`) ?? id} ✕`);
    attributes(select, { type: "button", "aria-label": `No longer only ${kind} ${id}` });
    select.addEventListener("click", () => go({ [kind]: null }));
    return select;
  });
  return make("span", parts);
}

function subscribe({ point, actor, status }) {
  const words = new URLSearchParams(Object.entries({ point, actor, status }).filter(([, value]) => value));
  const path = `/deadlines.ics${words.size ? `?${words}` : ""}`;
  const subscribed = link(path, new URL(path, location.href).href);
  at.subscribe.say("put this address into a calendar program; deadlines that move move there too");
  at.subscribe.fill(Promise.resolve({ path }), () => make("div", make("p", "This list, with its filters: ", subscribed),
    path === "/deadlines.ics" ? null : make("p", "Everything: ", link("/deadlines.ics", new URL("/deadlines.ics", location.href).href))));
}

start({ build, refresh, ranged: false, unit: false });
