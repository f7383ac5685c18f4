// SPDX-License-Identifier: Apache-2.0
// Lines for a dossier's gold files, as `pointwatch dossier score` reads them: what a reader would find where a rule went wrong.

import { lines } from "./marked.js";

const GAP = 2; // a line without a title: two newlines stand before its text
const bare = target => target.slice(target.indexOf(":") + 1);
const inside = (one, place) => one.start >= place.start && one.end <= place.end;

/** The sentence around a place, else its paragraph; null where neither is kept. */
function passage(article, place) {
  const told = article.marks.find(mark => mark.sentence && typeof mark.sentenceStart === "number"
    && mark.sentenceStart <= place.start && mark.sentenceStart + mark.sentence.length >= place.end);
  if (told) return { start: told.sentenceStart, end: told.sentenceStart + told.sentence.length, text: told.sentence };
  if (!article.text || !place.placed) return null;
  const whole = `${article.text.title}\n\n${article.text.words}`;
  const line = lines(whole).find(({ from, to }) => from <= place.start && to >= place.end);
  return line ? { start: line.from, end: line.to, text: whole.slice(line.from, line.to) } : null;
}

const head = (article, place) => ({ id: `${article.article.slice(0, 12)}-${place.start}`, ...(article.language ? { language: article.language } : {}), published: article.at });

const LISTS = {
  figure: { option: "--figures", of: article => ({ figures: article.figures }), field: (one, at) => ({ point: one.point, value: one.value, unit: one.unit, text: one.text, speaker: one.speaker, start: one.start - at, end: one.end - at }) },
  quote: { option: "--quotes", of: article => ({ quotes: article.quotes }), field: (one, at) => ({ speaker: one.speaker, name: one.name, text: one.text, start: one.start - at, end: one.end - at }) },
  deadline: { option: "--deadlines", scope: "sentence", of: article => ({ deadlines: article.deadlines, dates: article.dates }), field: one => ("status" in one ? { phrase: one.phrase, due: one.due, status: one.status } : { phrase: one.phrase, kind: one.kind }) },
  stance: { option: "--stances", of: article => ({ stances: article.stances }), field: one => ({ actor: one.actor, point: one.point, stance: one.stance }) },
};

/**
 * What the line would be without this one: whoever reports it puts in its place what is right.
 *
 * @param kind mark, figure, quote, deadline (dates too) or stance
 * @returns {line, option} or null where no words are kept to report
 */
export function gold(article, kind, wrong) {
  if (kind === "mark") return ofMark(article, wrong);
  const { option, scope, of, field } = LISTS[kind];
  const around = passage(article, wrong);
  if (!around) return null;
  const found = Object.entries(of(article)).map(([name, all]) => [name, all.filter(one => one !== wrong && inside(one, around)).map(one => field(one, around.start - GAP))]);
  return { option, line: JSON.stringify({ ...head(article, wrong), ...(scope ? { scope } : {}), text: around.text, ...Object.fromEntries(found) }) };
}

function ofMark(article, wrong) {
  if (!wrong.sentence) return null;
  const here = article.marks.filter(mark => mark.sentenceNo === wrong.sentenceNo && mark.sentence === wrong.sentence && mark.target !== wrong.target);
  const ids = kind => [...new Set(here.filter(mark => mark.target.startsWith(`${kind}:`)).map(mark => bare(mark.target)))];
  return { option: "", line: JSON.stringify({ ...head(article, wrong), scope: "sentence", text: wrong.sentence, points: ids("point"), actors: ids("actor") }) };
}
