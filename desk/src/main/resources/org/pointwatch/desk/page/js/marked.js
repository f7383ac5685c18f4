// SPDX-License-Identifier: Apache-2.0
// A text with its marks, which may overlap: it is cut wherever one begins or ends. Offsets are UTF-16 units, as strings have them.

import { make, link, attributes, clean } from "./dom.js";

/** @param marks {start, end, …}; gives {start, end, marks} from one end to the other, without gaps */
export function pieces(from, to, marks) {
  const here = marks.filter(mark => mark.start < to && mark.end > from);
  const edges = [...new Set([from, to, ...here.flatMap(mark => [mark.start, mark.end])])].filter(at => at >= from && at <= to).sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => ({ start: edges[i], end, marks: here.filter(mark => mark.start <= edges[i] && mark.end >= end) }));
}

/** Where the lines that say something begin and end. */
export function lines(text) {
  let from = 0;
  const all = text.split("\n").map(line => ({ from, to: (from += line.length + 1) - 1 }));
  return all.filter(({ from, to }) => text.slice(from, to).trim());
}

/**
 * The lines of a text as paragraphs.
 *
 * @param marks {start, end, kind, words, id}: kind is a class, words say what it is, id names its row on the page
 */
export function paragraphs(text, marks) {
  return lines(text).map(({ from, to }) => make(from === 0 ? "p.headline" : "p", pieces(from, to, marks).map(piece => marked(text, piece))));
}

/** The shortest mark is the one that is meant; those around it show as lines below. */
function marked(text, { start, end, marks }) {
  const words = clean(text.slice(start, end));
  if (!marks.length) return words;
  const inner = marks.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
  const css = [...new Set(marks.map(mark => `m-${mark.kind}`))].join(".");
  const a = attributes(link(`#${inner.id}`, make("mark", words)), { title: marks.map(mark => mark.words).join("; "), class: `marked ${css.replaceAll(".", " ")}` });
  if (marks.some(mark => mark.start === start)) a.dataset.begins = marks.filter(mark => mark.start === start).map(mark => mark.id).join(" ");
  return a;
}
