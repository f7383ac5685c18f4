// SPDX-License-Identifier: Apache-2.0
// The page's only script: follows /api/stream and keeps two tables in step with it.
// Text that came from a feed is only ever set as textContent or as an attribute that cannot run.

const RETRY_MS = 5_000; // where the browser gives up by itself (the desk refused the stream)
const SILENT_MS = 40_000; // two beats and a half without a word: the line is dead though it looks open
const SUMMARY_MS = 20_000; // how often a screen reader hears of changes
const FEW = 5; // below this, a mean is not worth a gauge

const COUNTS = ["stories", "articles", "copies", "updates", "outlets"];
const HEADS = { stories: "Stories", articles: "Articles", copies: "Copies", updates: "Updates", outlets: "Outlets" };
const $ = id => document.getElementById(id);

const range = ["24h", "7d", "28d", "all"].find(r => r === new URLSearchParams(location.search).get("range")) ?? "all";
const integer = new Intl.NumberFormat("en");
const clock = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" });
const minute = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

const desk = { rows: new Map(), order: [], totals: [], heading: null, asOf: null, state: "connecting" };
const line = { paused: false, waiting: null, lostAt: null, heardAt: Date.now(), source: null };
const sorted = { points: null, actors: null }; // null is the dossier's own order
const touched = new Set(); // what changed since the last summary

// ---- small makers -------------------------------------------------------------------------------------------------

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/** Characters that steer the direction of text or are no text at all have no business on a page of numbers. */
const clean = text => String(text ?? "").replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, " ");

function webAddress(url) {
  try {
    const parsed = new URL(url);
    return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed : null;
  } catch {
    return null;
  }
}

function time(iso, format) {
  const element = make("time", "", format.format(new Date(iso)));
  element.dateTime = iso;
  element.title = iso.replace("T", " ").replace("Z", " UTC");
  return element;
}

// ---- cells --------------------------------------------------------------------------------------------------------

function toneCell(cell, voice) {
  cell.className = "tone";
  if (voice.mean === null) {
    cell.replaceChildren(make("span", "dash", "–"));
    cell.title = "nothing scored";
    return;
  }
  const sign = voice.mean > 0 ? "+" : voice.mean < 0 ? "−" : "";
  const value = make("span", "value", sign + Math.abs(voice.mean).toFixed(2));
  value.prepend(make("small", "", `n ${integer.format(voice.n)}`));
  const parts = [value];
  if (voice.n < FEW) {
    cell.classList.add("few");
  } else {
    const gauge = make("span", voice.mean < 0 ? "gauge neg" : "gauge");
    gauge.ariaHidden = "true";
    gauge.append(make("i"));
    gauge.firstChild.style.width = `${Math.abs(voice.mean) * 50}%`;
    parts.push(gauge);
  }
  cell.replaceChildren(...parts);
  cell.title = `${voice.negative} negative, ${voice.neutral} neutral, ${voice.positive} positive`;
}

function evidenceCells(evidence, source, last) {
  if (!last) {
    evidence.replaceChildren(make("span", "dash", "–"));
    source.replaceChildren();
    return;
  }
  const quote = make("q", "", clean(last.sentence));
  quote.dir = "auto";
  if (last.language) quote.lang = last.language;
  evidence.replaceChildren(quote);
  const outlet = make("bdi", "", clean(last.outlet));
  outlet.title = clean(last.outlet);
  const address = last.url && webAddress(last.url);
  if (address) {
    const link = make("a");
    link.href = address.href;
    link.rel = "noopener noreferrer nofollow";
    outlet.title = `${clean(last.outlet)} (${address.host})`;
    link.append(outlet);
    source.replaceChildren(link);
  } else {
    source.replaceChildren(outlet);
  }
  source.append(time(last.at, minute));
  if (last.relation && last.relation !== "original") source.append(" ", relation(last));
}

/** What the article is to its story; pressed, how the story went round. */
function relation(last) {
  const button = make("button", "relation", last.relation);
  button.type = "button";
  button.title = "How this story went round";
  button.addEventListener("click", () => tellStory(button, last.article), { once: true });
  return button;
}

async function tellStory(button, article) {
  const told = make("span", "relation");
  told.setAttribute("role", "status");
  button.after(" ", told);
  try {
    const answer = await fetch(`/api/v1/stories/${encodeURIComponent(article)}`);
    told.textContent = answer.ok ? storyWords((await answer.json()).lineage) : "no more is known of this story";
  } catch {
    told.textContent = "the desk does not answer";
  }
}

function storyWords(lineage) {
  const some = (n, one, many) => `${integer.format(n)} ${n === 1 ? one : many}`;
  return [
    `${some(lineage.copies, "copy", "copies")} in ${some(lineage.outlets, "outlet", "outlets")}`,
    lineage.outlet ? `first in ${clean(lineage.outlet)}` : "",
    lineage.agency ? `credited to ${clean(lineage.agency)}` : "",
  ].filter(Boolean).join(", ");
}

// ---- tables -------------------------------------------------------------------------------------------------------

const sections = {
  points: { kind: "point", name: "Points", label: "Point", numbered: true },
  actors: { kind: "actor", name: "Actors", label: "Actor", numbered: false },
};

function columns(section) {
  const counts = COUNTS.map(c => ({ css: "c-count", cell: "count " + c, head: HEADS[c], sort: c }));
  return [
    ...(section.numbered ? [{ css: "c-number", cell: "number", head: "No.", sort: null, sortable: true }] : []),
    { css: "c-title", cell: "title", span: section.numbered ? 1 : 2, head: section.label, sort: "title" },
    ...counts,
    { css: "c-tone", cell: "tone", head: "Sentiment", sort: "tone" },
    { css: "", cell: "evidence", head: "Last evidence" },
    { css: "c-source", cell: "source", head: "Outlet, time", sort: "last" },
  ];
}

function buildTable(id) {
  const section = sections[id];
  const table = $(id);
  table.setAttribute("role", "table"); // the phone layout changes display, which would take the semantics away
  const group = make("colgroup");
  const row = make("tr");
  for (const column of columns(section)) {
    if (column.span === 2) group.append(make("col", "c-number")); // so that both tables' columns stand in line
    group.append(make("col", column.css));
    const head = make("th", column.cell);
    head.colSpan = column.span ?? 1;
    head.scope = "col";
    if (column.sort !== undefined) {
      const button = make("button", "", column.head);
      button.type = "button";
      button.addEventListener("click", () => sortBy(id, column.sort));
      head.dataset.sort = column.sort ?? "";
      head.append(button);
    } else {
      head.append(make("span", "", column.head));
    }
    row.append(head);
  }
  const thead = make("thead");
  thead.append(row);
  table.replaceChildren(make("caption"), group, thead, make("tbody"));
  markSort(id);
}

function buildRow(section, target) {
  const tr = make("tr");
  tr.setAttribute("role", "row");
  tr.dataset.target = target;
  for (const column of columns(section)) {
    const cell = make(column.cell === "title" ? "th" : "td", column.cell);
    cell.setAttribute("role", column.cell === "title" ? "rowheader" : "cell");
    if (column.cell === "title") cell.scope = "row";
    cell.colSpan = column.span ?? 1;
    cell.dataset.label = column.head;
    tr.append(cell);
  }
  return tr;
}

function fillRow(tr, row, before) {
  const cell = name => tr.querySelector(":scope > ." + name);
  tr.classList.toggle("silent", row.articles === 0);
  cell("title").textContent = clean(row.title);
  cell("title").dir = "auto";
  if (cell("number")) cell("number").textContent = clean(row.number ?? "");
  for (const count of COUNTS) {
    const td = cell(count);
    td.textContent = row[count] === null ? "–" : integer.format(row[count]);
    if (before && before[count] !== row[count]) flash(td, `was ${before[count]}, now ${row[count]}`);
  }
  toneCell(cell("tone"), row.sentiment.own);
  if (!before || JSON.stringify(before.last) !== JSON.stringify(row.last)) {
    evidenceCells(cell("evidence"), cell("source"), row.last);
    if (before) flash(cell("evidence"));
  }
}

function flash(cell, words) {
  if (words) cell.title = words;
  cell.classList.remove("changed");
  void cell.offsetWidth; // restarts the animation
  cell.classList.add("changed");
}

const ORDERS = {
  title: (a, b) => a.title.localeCompare(b.title),
  tone: (a, b) => (b.sentiment.own.mean ?? -2) - (a.sentiment.own.mean ?? -2),
  last: (a, b) => (b.last?.at ?? "").localeCompare(a.last?.at ?? ""),
};

function rowsOf(id) {
  const rows = desk.order.map(t => desk.rows.get(t)).filter(r => r.kind === sections[id].kind);
  const by = sorted[id];
  if (by === null) return rows;
  return rows.sort(ORDERS[by] ?? ((a, b) => (b[by] ?? 0) - (a[by] ?? 0)));
}

function sortBy(id, by) {
  sorted[id] = sorted[id] === by ? null : by;
  markSort(id);
  arrange(id);
}

function markSort(id) {
  for (const head of $(id).querySelectorAll("thead th[data-sort]")) {
    const on = head.dataset.sort === (sorted[id] ?? "");
    if (on) head.setAttribute("aria-sort", ["", "title"].includes(head.dataset.sort) ? "ascending" : "descending");
    else head.removeAttribute("aria-sort");
  }
}

/** Puts rows in order, moving only those out of place, so that focus and highlights stay. */
function arrange(id) {
  const body = $(id).tBodies[0];
  const there = new Map([...body.rows].map(tr => [tr.dataset.target, tr]));
  const rows = rowsOf(id);
  const most = Math.max(1, ...rows.map(row => row.stories));
  rows.forEach((row, i) => {
    const tr = there.get(row.target);
    if (body.rows[i] !== tr) body.insertBefore(tr, body.rows[i] ?? null);
    tr.querySelector(".stories").style.setProperty("--part", `${(100 * row.stories) / most}%`);
  });
}

function buildAll(before) {
  for (const [id, section] of Object.entries(sections)) {
    const rows = desk.order.map(t => desk.rows.get(t)).filter(r => r.kind === section.kind);
    if (rows.length === 0) {
      $(id).replaceChildren();
      continue;
    }
    if (!$(id).tBodies[0]) buildTable(id);
    const body = $(id).tBodies[0];
    const there = new Map([...body.rows].map(tr => [tr.dataset.target, tr]));
    for (const row of rows) {
      const tr = there.get(row.target) ?? body.appendChild(buildRow(section, row.target));
      there.delete(row.target);
      fillRow(tr, row, before.get(row.target));
    }
    there.forEach(tr => tr.remove());
    arrange(id);
  }
}

// ---- what stands around the tables --------------------------------------------------------------------------------

function showHeading() {
  const title = clean(desk.heading?.title) || "No dossier yet";
  $("title").textContent = title;
  document.title = `${title} · Pointwatch`;
}

function showCaptions() {
  for (const [id, section] of Object.entries(sections)) {
    const caption = $(id).caption;
    if (!caption) continue;
    const rows = rowsOf(id);
    const covered = rows.filter(row => row.articles > 0).length;
    const numbering = section.numbered && desk.heading?.numbering ? `, numbered as in ${clean(desk.heading.numbering)}` : "";
    caption.replaceChildren(section.name + " ", make("small", "", `${covered} of ${rows.length} with coverage${numbering}`));
  }
}

function showTotals() {
  const plan = desk.totals.find(row => row.kind === "plan");
  const all = desk.totals.find(row => row.kind === "all");
  const entry = (label, value, css) => {
    const div = make("div", css);
    div.append(make("dt", "", label), make("dd", "", value === null ? "–" : integer.format(value)));
    return div;
  };
  const entries = plan ? COUNTS.map(count => entry(count, plan[count])) : [];
  if (all && desk.asOf) entries.push(entry("articles seen in all", all.articles, "of"));
  $("totals").replaceChildren(...entries);
}

function showAsOf() {
  if (!desk.asOf) return;
  const shown = time(desk.asOf, clock);
  shown.id = "asof";
  $("asof").replaceWith(shown);
}

const age = ms => {
  const s = Math.max(0, Math.floor(ms / 1000));
  const two = n => String(n).padStart(2, "0");
  return s < 3600 ? `${two(Math.floor(s / 60))}:${two(s % 60)}` : `${Math.floor(s / 3600)} h ${two(Math.floor((s % 3600) / 60))} min`;
};

function showState() {
  const lost = line.lostAt !== null;
  const page = document.body.classList;
  page.toggle("lost", lost);
  page.toggle("paused", !lost && line.paused);
  page.toggle("live", !lost && !line.paused && desk.state === "live");
  const waiting = line.waiting ? line.waiting.targets.size : 0;
  const words = lost ? ["not live", `last word ${age(Date.now() - line.heardAt)} ago`]
    : line.paused ? ["paused", waiting ? `${waiting} changed since` : "nothing new"]
    : { connecting: ["connecting", ""], live: ["live", ""], "catching-up": ["reading history", "numbers still grow"], starting: ["starting", "waiting for Kafka"], waiting: ["Kafka is away", "trying again"] }[desk.state] ?? [desk.state, ""];
  $("phase").textContent = words[0];
  $("detail").textContent = words[1];
  showNotice(lost);
}

function showNotice(lost) {
  const covered = [...desk.rows.values()].some(row => row.articles > 0);
  const words = lost ? "The desk does not answer. These are the last numbers it sent; the page goes on trying."
    : desk.heading === null ? "Asking the desk for its numbers …"
    : desk.rows.size === 0 ? "No data yet. Nothing was found on the topics: once a dossier is applied its points are listed here, and counts appear by themselves."
    : !covered ? (range === "all" ? "No article has mentioned a point or an actor yet. Counts appear here by themselves." : "Nothing in this range. A longer one may have more.")
    : "";
  $("notice").hidden = words === "";
  if ($("notice").textContent !== words) $("notice").textContent = words;
}

function speak() {
  if (touched.size === 0 || line.lostAt !== null) return;
  const count = kind => [...touched].filter(t => t.startsWith(kind)).length;
  $("summary").textContent = `${count("point:")} points and ${count("actor:")} actors changed; data to ${desk.asOf ? clock.format(new Date(desk.asOf)) : "now"}.`;
  touched.clear();
}

// ---- the stream ---------------------------------------------------------------------------------------------------

function apply(event, whole) {
  if (event.heading) desk.heading = event.heading;
  desk.asOf = event.asOf;
  desk.state = event.state;
  desk.totals = event.totals;
  const before = new Map(desk.rows);
  if (whole) {
    desk.order = event.targets.map(row => row.target);
    desk.rows = new Map();
  }
  for (const row of event.targets) {
    desk.rows.set(row.target, row);
    if (before.size > 0 && JSON.stringify(before.get(row.target)) !== JSON.stringify(row)) touched.add(row.target);
  }
  if (whole) {
    buildAll(before);
    showHeading();
  } else {
    for (const row of event.targets) {
      const tr = document.querySelector(`tr[data-target="${CSS.escape(row.target)}"]`);
      if (tr) fillRow(tr, row, before.get(row.target));
    }
    Object.keys(sections).filter(id => $(id).tBodies[0]).forEach(arrange);
  }
  showCaptions();
  showTotals();
  showAsOf();
  showState();
}

/** While paused, events are folded into one that is applied when the reader comes back. */
function hold(event, whole) {
  const held = line.waiting ?? { whole: false, targets: new Map(), order: null };
  if (whole) {
    held.targets = new Map();
    held.whole = true;
  }
  event.targets.forEach(row => held.targets.set(row.target, row));
  held.last = { ...held.last, ...event };
  line.waiting = held;
  showState();
}

function resume() {
  const held = line.waiting;
  line.waiting = null;
  if (held) apply({ ...held.last, targets: [...held.targets.values()] }, held.whole);
  showState();
}

function heard() {
  line.heardAt = Date.now();
  line.lostAt = null;
}

function connect() {
  line.source?.close();
  const source = new EventSource(`/api/stream?range=${range}`);
  line.source = source;
  const on = whole => message => {
    heard();
    const event = JSON.parse(message.data);
    if (line.paused) hold(event, whole);
    else apply(event, whole);
  };
  source.addEventListener("snapshot", on(true));
  source.addEventListener("update", on(false));
  source.addEventListener("beat", message => {
    heard();
    if (!line.paused) desk.state = JSON.parse(message.data).state;
    showState();
  });
  source.addEventListener("error", () => {
    line.lostAt ??= Date.now();
    showState();
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, RETRY_MS);
  });
}

function watchLine() {
  if (line.lostAt === null && Date.now() - line.heardAt > SILENT_MS) {
    line.lostAt = Date.now();
    connect();
  }
  if (line.lostAt !== null) showState();
}

function togglePause() {
  line.paused = !line.paused;
  $("pause").setAttribute("aria-pressed", String(line.paused));
  $("pause").textContent = line.paused ? "Resume" : "Pause";
  if (line.paused) showState();
  else resume();
}

document.querySelector(`.ranges a[href="?range=${range}"]`)?.setAttribute("aria-current", "true");
$("zone").textContent = Intl.DateTimeFormat().resolvedOptions().timeZone;
$("pause").addEventListener("click", togglePause);
document.addEventListener("animationend", event => event.target.classList?.remove("changed"));
setInterval(watchLine, 1_000);
setInterval(speak, SUMMARY_MS);
showState();
connect();
