// SPDX-License-Identifier: Apache-2.0
// Points and actors that are chosen on a page, to be compared. They last as long as the page does; what is compared is in the address.

import { $, make, link, button, attributes } from "./dom.js";
import { address, params } from "./view.js";
import { nameOf } from "./lists.js";

export const MOST = 5;
const TARGET = /^(point|actor):[^|/]+$/u;
const picked = new Set();

/** Chooses the row's target, or lets go of it. */
export function pick(row) {
  const target = row?.dataset.row;
  if (!TARGET.test(target ?? "")) return;
  const full = picked.size >= MOST && !picked.has(target);
  if (!full && !picked.delete(target)) picked.add(target);
  show(full ? `Five are chosen already: let go of one first.` : "");
}

/** To the page that draws them side by side: what is chosen, else what the page or the row is about. */
export function compare() {
  if (document.documentElement.dataset.page === "compare") return;
  location.assign(address({ s: picked.size ? [...picked] : here() }, "/compare"));
}

function here() {
  const { page } = document.documentElement.dataset;
  const row = document.activeElement?.closest("[data-row]")?.dataset.row ?? "";
  if (TARGET.test(row)) return [row];
  return page === "point" || page === "actor" ? [`${page}:${decodeURIComponent(location.pathname.split("/").pop())}`] : params("s");
}

/** Shift and a click on a row's name choose it too. */
export function watch() {
  if (["point", "actor"].includes(document.documentElement.dataset.page)) beside();
  document.addEventListener("click", event => {
    const row = event.shiftKey && event.target.closest("#content [data-row] a")?.closest("[data-row]");
    if (!row || !TARGET.test(row.dataset.row)) return;
    event.preventDefault();
    pick(row);
  });
  new MutationObserver(paint).observe($("content"), { childList: true, subtree: true });
}

/** The same as the key, for those who have none. */
function beside() {
  const press = button("Compare", compare, "With other points and actors, on the same axes (c)");
  press.classList.add("quiet", "take");
  [...document.querySelectorAll(".take")].at(-1)?.after(press);
}

/** Rows come and go with each answer. */
function paint() {
  if (!picked.size && !document.querySelector(".picked")) return;
  for (const row of document.querySelectorAll("#content [data-row]")) row.classList.toggle("picked", picked.has(row.dataset.row));
}

function show(trouble) {
  paint();
  const bar = $("picked") ?? document.body.appendChild(attributes(make("aside"), { id: "picked", "aria-label": "Chosen for comparison" }));
  const words = attributes(make("span", trouble || `Chosen: ${[...picked].map(nameOf).join(", ")}. `), { role: "status" });
  const clear = button("Clear", () => {
    picked.clear();
    show("");
  });
  bar.hidden = picked.size === 0;
  bar.replaceChildren(words, " ", link(address({ s: [...picked] }, "/compare"), `Compare ${picked.size}`), " ", clear);
}
