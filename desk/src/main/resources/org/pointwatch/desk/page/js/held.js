// SPDX-License-Identifier: Apache-2.0
// Counts of targets over a range: from memory, and from the database where the range begins before what memory holds.

import { ask } from "./ask.js";
import { asOf } from "./view.js";
import { DAY } from "./words.js";

const HELD = 60 * DAY;

/**
 * As /api/coverage answers, for a range of any age.
 *
 * @param part of each target, such as `/lang:uk`; nothing for all of it
 */
export async function coverage(query, part = "") {
  const table = await ask("/api/coverage", query);
  const rows = [...table.totals, ...table.targets];
  if (!rows.length || !part && Date.parse(query.from) >= asOf() - HELD) return table;
  const { targets } = await ask("/api/v1/series", { from: query.from, to: query.to, step: "day", target: rows.map(row => row.target + part) });
  const totals = new Map(targets.map(line => [line.target.slice(0, line.target.length - part.length), line.total]));
  const older = row => ({ ...row, ...totals.get(row.target) });
  return { ...table, totals: table.totals.map(older), targets: table.targets.map(older) };
}
