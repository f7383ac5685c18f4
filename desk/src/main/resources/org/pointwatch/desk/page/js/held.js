// SPDX-License-Identifier: Apache-2.0
// Counts of targets over a range: from memory, and from the database where the range begins before what memory holds.

import { ask } from "./ask.js";
import { asOf } from "./view.js";
import { DAY } from "./words.js";

const HELD = 60 * DAY;

/** As /api/coverage answers, for a range of any age. */
export async function coverage(query) {
  const table = await ask("/api/coverage", query);
  const rows = [...table.totals, ...table.targets];
  if (!rows.length || Date.parse(query.from) >= asOf() - HELD) return table;
  const { targets } = await ask("/api/v1/series", { from: query.from, to: query.to, step: "day", target: rows.map(row => row.target) });
  const totals = new Map(targets.map(line => [line.target, line.total]));
  const older = row => ({ ...row, ...totals.get(row.target) });
  return { ...table, totals: table.totals.map(older), targets: table.targets.map(older) };
}
