// SPDX-License-Identifier: Apache-2.0
// Follows /api/stream. It tells that something changed, and how the desk does; pages then ask for what they show.

const RETRY_MS = 5_000; // where the browser gives up by itself (the desk refused the stream)
const LEAVE_MS = 10_000; // how long nobody looks before the stream is closed
const SILENT_MS = 40_000; // two beats and a half without a word: the line is dead though it looks open

/** The counts arrive first; the database that the lists come from may be some seconds behind. */
const ASK_AGAIN_MS = [400, 3_000, 9_000];
const SHORTEST_MS = 2_500;

export const line = { state: "connecting", paused: false, held: 0, lostAt: null, heardAt: Date.now(), source: null };
const hearers = { state: () => {}, change: () => {}, data: () => {} };

let timers = [];
let leaving = 0;
let asked = 0;

function changed() {
  if (line.paused) {
    line.held++;
    return;
  }
  timers.forEach(clearTimeout);
  const wait = Math.max(0, SHORTEST_MS - (Date.now() - asked));
  timers = ASK_AGAIN_MS.map(ms => setTimeout(tell, Math.max(ms, wait)));
}

function tell() {
  if (Date.now() - asked < ASK_AGAIN_MS[0]) return;
  asked = Date.now();
  hearers.change();
}

export function togglePause() {
  line.paused = !line.paused;
  if (!line.paused && line.held) {
    line.held = 0;
    asked = 0;
    changed();
  }
  hearers.state();
}

function heard() {
  line.heardAt = Date.now();
  line.lostAt = null;
}

function take(message, first) {
  heard();
  const event = JSON.parse(message.data);
  line.state = event.state;
  hearers.data(event, first);
  if (!first || line.known !== undefined && line.known !== event.asOf) changed();
  line.known = event.asOf;
  hearers.state();
}

function connect() {
  line.source?.close();
  line.heardAt = Date.now();
  const source = new EventSource("/api/stream");
  line.source = source;
  source.addEventListener("snapshot", message => take(message, true));
  source.addEventListener("update", message => take(message, false));
  source.addEventListener("beat", message => {
    heard();
    line.state = JSON.parse(message.data).state;
    hearers.state();
  });
  source.addEventListener("error", () => {
    line.lostAt ??= Date.now();
    hearers.state();
    if (source.readyState === EventSource.CLOSED) setTimeout(() => line.source === source && connect(), RETRY_MS);
  });
}

function leave() {
  line.source?.close();
  line.source = null;
}

/** A browser has six connections to a desk for all its tabs, and a stream takes one: those that nobody looks at give theirs back. */
function attend() {
  clearTimeout(leaving);
  if (document.hidden) {
    leaving = setTimeout(leave, LEAVE_MS);
  } else if (!line.source) {
    connect();
    changed();
  }
}

function watch() {
  if (!line.source) return;
  if (line.lostAt === null && Date.now() - line.heardAt > SILENT_MS) {
    line.lostAt = Date.now();
    connect();
  }
  if (line.lostAt !== null) hearers.state();
}

export function follow(acts) {
  Object.assign(hearers, acts);
  setInterval(watch, 1_000);
  document.addEventListener("visibilitychange", attend);
  // A page that the browser keeps in order to go back to it would keep its stream open as well.
  addEventListener("pagehide", leave);
  addEventListener("pageshow", event => event.persisted && attend());
  if (!document.hidden) connect();
}
