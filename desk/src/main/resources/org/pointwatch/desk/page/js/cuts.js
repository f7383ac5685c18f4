// SPDX-License-Identifier: Apache-2.0
// What each copy of a story cut and each update changed: how many sentences, and on demand which, word by word.

import { make, attributes, clean, outward, quoted, swap, watched } from "./dom.js";
import { integer, some, span, time } from "./words.js";
import { storyPath } from "./view.js";
import { ask } from "./ask.js";

const PARTS = [["kept", "kept"], ["moved", "kept elsewhere"], ["changed", "in other words"], ["cut", "cut"], ["added", "added"]];

/** One row for each article but the original, in order of event time. */
export function cuts({ story, rows }, members) {
  const known = new Map(members.map(member => [member.article, member]));
  const all = wanted => rows.filter(wanted).map(row => item(story, row, known.get(row.article)));
  const same = all(untouched);
  if (!rows.length) return null;
  if (same.length <= FEW) return [make("ol.rows.cuts", all(() => true)), legend()];
  const rest = all(row => !untouched(row));
  return [rest.length ? make("ol.rows.cuts", rest) : null, folding(same), legend()].filter(Boolean);
}

/** More of them are folded: who carried a text as it was is one fact, not fifty. */
const FEW = 5;
const untouched = row => row.state === "compared" && row.relation === "copy" && !row.cut && !row.changed && !row.moved && !row.added;

function folding(items) {
  const details = make("details", make("summary", `${some(items.length, "copy", "copies")} kept all of it`), make("ol.rows.cuts", items));
  details.dataset.key = "untouched";
  return details;
}

const legend = () => make("p.legend", PARTS.map(([part, words]) => make("span.key", make(`i.c-${part}`), words)));

function item(story, row, member) {
  const update = row.relation === "update";
  const li = make("li", make("p.meta", time(member?.at), " ", make(`i.rel-${row.relation}`, clean(row.relation)), " ", member ? outward(member.url, row.outlet ?? "no outlet") : clean(row.outlet ?? "no outlet"),
    member?.lagSeconds ? make("small", ` ${span(member.lagSeconds * 1000)} later`) : null),
  make("p.sum", watched(make(row.state === "compared" ? "b" : "small", sums(row)), `${row.article}:cuts`), row.base === story ? null : make("small", " against its own version before")),
  row.state === "compared" ? bar(row) : null,
  row.state === "no-text" ? null : opened(story, row, update ? "What it changed" : "What it cut"));
  li.dataset.row = row.article;
  return li;
}

function sums(row) {
  if (row.state === "no-text") return "Its words are not kept: it, or what it follows, mentions nothing of the dossier, or was read by an older version.";
  if (row.state === "left-off") return "Not counted: there is too much text in this story to compare at once.";
  const left = !row.cut ? `cut none of ${some(row.sentences, "sentence")}` : row.whole ? `cut ${integer(row.cut)} of ${some(row.sentences, "sentence")}` : `${integer(row.cut)} of ${some(row.sentences, "sentence")} not found in what was read of it`;
  const more = [row.changed && `${integer(row.changed)} in other words`, row.moved && `${integer(row.moved)} elsewhere`, row.added && `added ${integer(row.added)}`].filter(Boolean);
  if (!row.cut && !more.length) return row.whole ? `kept all of ${some(row.sentences, "sentence")}` : `nothing is missing of ${some(row.sentences, "sentence")}`;
  return [left, ...more].join(", ");
}

/** Shares of the sentences; the row's words say the same. */
function bar(row) {
  const all = row.sentences + row.added;
  const strip = attributes(make("span.cutbar", PARTS.filter(([part]) => row[part]).map(([part]) => {
    const piece = make(`i.c-${part}`);
    piece.style.setProperty("--part", `${(100 * row[part]) / all}%`);
    return piece;
  })), { "aria-hidden": "true" });
  return strip;
}

/** The texts are asked for when somebody opens them, and again when something changed since. */
function opened(story, row, words) {
  const body = make("div.diff");
  const details = make("details", make("summary", words, make("span.unseen", ` – ${clean(row.outlet ?? "no outlet")}`)), body);
  details.dataset.key = `diff-${row.article}`;
  details.addEventListener("toggle", async () => {
    if (!details.open || body.childElementCount) return;
    body.replaceChildren(make("p.wait", "Asking …"));
    try {
      const diff = await ask(`/api/v1${storyPath(story)}/diff`, { article: row.article });
      swap(body, told(diff));
    } catch (failure) {
      if (failure.status === undefined) throw failure;
      body.replaceChildren(make("p.failed", failure.message));
    }
  });
  return details;
}

function told(diff) {
  const language = diff.after.language ?? diff.before.language;
  return [
    diff.whole ? null : make("p.partial", partial(diff)),
    make("p.headline", runs(diff.title, language, "b")),
    ...paragraphs(diff.sentences, language),
    diff.leftOff ? make("p.note", `${some(diff.leftOff, "more sentence")} are not compared.`) : null,
  ];
}

/** What seems to be missing may only not have been read, and that must stand in front. */
function partial({ before, after, leftOff }) {
  const read = side => (side.body === "full" ? "" : `Of ${clean(side.outlet ?? "one")} only what its feed gives was read${side.body === "refused" ? ": its page was refused" : ""}.`);
  const long = side => (side.truncated ? `The text of ${clean(side.outlet ?? "one")} was cut at 200,000 characters.` : "");
  const words = [read(before), read(after), long(before), long(after), leftOff ? "Only the first 1,000 sentences are compared." : ""].filter(Boolean);
  return `${words.join(" ")} What is struck out may stand in the article all the same.`;
}

const FOLDED = 3;

/** Sentences in a row that were kept are folded, all but the first and the last: they are where the eye finds its place. */
function paragraphs(sentences, language) {
  const out = [];
  let line = null;
  const put = (node, opens) => {
    if (!line || opens) out.push((line = make("p")));
    line.append(node, " ");
  };
  for (let i = 0; i < sentences.length;) {
    let end = i;
    while (end < sentences.length && sentences[end].kind === "kept") end++;
    if (end - i > FOLDED + 1) {
      put(sentence(sentences[i], language), sentences[i].opensParagraph);
      out.push(folded(sentences.slice(i + 1, end - 1), language));
      line = null;
      put(sentence(sentences[end - 1], language), true);
      i = end;
    } else {
      put(sentence(sentences[i], language), sentences[i].opensParagraph);
      i++;
    }
  }
  return out;
}

function folded(sentences, language) {
  const body = [];
  for (const one of sentences) {
    if (!body.length || one.opensParagraph) body.push(make("p"));
    body.at(-1).append(sentence(one, language), " ");
  }
  return make("details.kept", make("summary", `${some(sentences.length, "more sentence")} kept`), body);
}

const SPOKEN = { before: "cut: ", after: "added: ", moved: "moved here: " };

function sentence({ kind, words }, language) {
  if (kind === "changed") return make("span.changed-words", runs(words, language, "span"));
  const element = quoted(kind === "cut" ? "del" : kind === "added" ? "ins" : "span", words.map(run => run.text).join(" "), language);
  if (kind === "kept") return element;
  element.prepend(make("span.unseen", SPOKEN[kind === "cut" ? "before" : kind === "added" ? "after" : "moved"]));
  if (kind === "moved") element.className = "moved-words";
  element.append(make("span.unseen", " (end)"));
  return element;
}

/** Words of both texts as one line. */
export function runs(words, language, tag) {
  const line = quoted(tag, "", language);
  for (const { in: side, text } of words) {
    if (side === "both") line.append(`${clean(text)} `);
    else line.append(make(side === "before" ? "del" : "ins", make("span.unseen", SPOKEN[side]), clean(text), make("span.unseen", " (end)")), " ");
  }
  return line;
}
