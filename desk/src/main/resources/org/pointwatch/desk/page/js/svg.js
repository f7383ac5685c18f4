// SPDX-License-Identifier: Apache-2.0
// The little that charts need: elements, linear scales and round ticks.

const SPACE = "http://www.w3.org/2000/svg";

export function s(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElementNS(SPACE, tag);
  if (classes.length) element.setAttribute("class", classes.join(" "));
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** A picture with a sentence that says what is to be seen. */
export function picture(width, height, words, ...children) {
  return s("svg.chart", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": words }, ...children);
}

export const linear = (d0, d1, r0, r1) => value => r0 + ((value - d0) / (d1 - d0 || 1)) * (r1 - r0);

/** Round numbers from 0 to at least the most. */
export function ticks(most, least = 1, about = 4) {
  if (most <= 0) return [0, 1];
  const raw = most / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max([1, 2, 5, 10].find(m => m * power >= raw) * power, least);
  const out = [];
  for (let i = 0; i * step < most + step; i++) out.push(Math.round(i * step * 1e6) / 1e6);
  return out;
}

export const title = words => s("title", {}, words);
