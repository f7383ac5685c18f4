// SPDX-License-Identifier: Apache-2.0
// Taking a view along: its address, and a sentence that says what it showed, of which dossier, as of when.

import { $, make, button, attributes, clean } from "./dom.js";
import { choice, data, fixed, param, period } from "./view.js";
import { ask } from "./ask.js";

const SAID = ["scale", "colour", "sort", "q", "lang", "outlet", "group", "relation", "sentiment", "order", "status", "kind", "health", "point", "actor", "target", "marks", "pair"];

/** Two buttons at the state of the line, on every page. */
export function offer(page) {
  const said = attributes(make("span.unseen"), { role: "status" });
  const copyLink = button("Copy link", async () => {
    said.textContent = (await copied(location.href)) ? "The address is copied." : "The browser does not let it be copied: take it from its address bar.";
    copyLink.textContent = said.textContent.startsWith("The address") ? "Copied" : "Not copied";
    setTimeout(() => (copyLink.textContent = "Copy link"), 2_000);
  }, "The address of this view");
  const cite = button("Cite", () => show(page), "Cite this view: what it shows, of which dossier, as of when");
  [copyLink, cite].forEach(b => b.classList.add("quiet", "take"));
  cite.setAttribute("aria-haspopup", "dialog");
  $("pause").after(copyLink, cite, said);
}

/** Whether it is on the clipboard; without a safe connection browsers give it only what is marked. */
export async function copied(text, field = null) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.select();
    return Boolean(field && document.execCommand("copy"));
  }
}

function show(page) {
  const dialog = $("cite") ?? build();
  const field = dialog.querySelector("textarea");
  field.value = "Asking which dossier …";
  dialog.showModal();
  words(page).then(text => {
    field.value = text;
    field.select();
  });
}

function build() {
  const field = attributes(make("textarea"), { readonly: true, rows: 11, "aria-label": "Citation" });
  const said = attributes(make("p.note"), { role: "status" });
  const copy = button("Copy", async () => (said.textContent = (await copied(field.value, field)) ? "Copied." : "Marked: copy it with your keyboard."));
  const dialog = attributes(make("dialog", make("h2", "Cite this view"), make("p.note", "The address holds the time range still; counts may yet be corrected by late articles."), field, make("p.acts", copy, " ", button("Close", () => dialog.close())), said), { id: "cite", "aria-label": "Cite this view" });
  dialog.addEventListener("close", () => (said.textContent = ""));
  document.body.append(dialog);
  return dialog;
}

async function words(page) {
  const dossier = page.dossier?.() ?? (await ask("/api/v1/dossier").catch(() => null));
  const of = dossier?.dossier ? `dossier “${clean(dossier.title || dossier.dossier)}”${dossier.version ? `, version ${clean(dossier.version)}` : ""}` : "no dossier";
  const address = new URL(page.ranged ? fixed() : location.pathname + location.search, location.href).href;
  return [`“${clean($("heading").innerText)}”. Pointwatch, ${of}.`, counts(), view(page), `Data as of ${data.asOf ?? "–"}, looked at ${new Date().toISOString().slice(0, 19)}Z.`, address].filter(Boolean).join("\n");
}

/** What the page counts as it stands: its totals, else what its first panel says of itself. */
function counts() {
  const totals = [...document.querySelectorAll("#content dl.totals > div")].map(entry => [entry.querySelector("dd b"), entry.querySelector("dt")]).filter(pair => pair.every(Boolean));
  if (totals.length) return `${totals.map(([value, label]) => `${value.innerText} ${label.innerText}`).join(", ")}.`;
  return [...document.querySelectorAll("#content .panel")].map(panel => [panel.querySelector("h2"), panel.querySelector(".note")]).filter(([, note]) => note?.innerText.includes("n = ")).slice(0, 1)
    .map(([title, note]) => `${title.innerText}: ${note.innerText}.`).join("");
}

function view(page) {
  const told = SAID.filter(name => param(name)).map(name => `${name} ${clean(param(name))}`);
  if (page.unit) told.unshift(`unit ${choice("unit", ["stories", "articles", "outlets"])}`);
  if (page.ranged) {
    const { from, to } = period().ask;
    told.unshift(`event time from ${from} to ${to ?? new URL(fixed(), location.href).searchParams.get("to")}`);
  }
  return told.length ? `View: ${told.join("; ")}.` : "";
}
