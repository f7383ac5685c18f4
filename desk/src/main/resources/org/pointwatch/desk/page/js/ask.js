// SPDX-License-Identifier: Apache-2.0
// Questions to the API. The same question asked twice at once is one.

const open = new Map();

function addressOf(path, words = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(words)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== "") query.append(name, one);
    }
  }
  const text = query.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
  return path + (text ? `?${text}` : "");
}

export const csv = (path, words) => addressOf(path, { ...words, format: "csv" });
export { addressOf };

/** Why an answer was not to be had, in words for a reader. */
export class NoAnswer extends Error {
  constructor(words, status) {
    super(words);
    this.status = status;
  }
}

async function fetched(address, options) {
  let answer;
  try {
    answer = await fetch(address, options);
  } catch {
    throw new NoAnswer("The desk does not answer. It is asked again by itself.", 0);
  }
  const type = answer.headers.get("Content-Type") ?? "";
  const body = type.includes("json") ? await answer.json().catch(() => null) : null;
  if (answer.ok && (body !== null || answer.status === 204)) return body;
  throw new NoAnswer(words(answer.status, body?.error), answer.status);
}

function words(status, error) {
  if (error) return error.charAt(0).toUpperCase() + error.slice(1) + (/[.!?]$/u.test(error) ? "" : ".");
  if (status === 404) return "This desk does not offer this.";
  if (status === 401 || status === 403) return "The desk wants a token for this.";
  if (status === 405) return "This desk is read-only: changes need its write token.";
  return `The desk answered ${status}.`;
}

export function ask(path, query) {
  const address = addressOf(path, query);
  if (!open.has(address)) {
    const answer = fetched(address, { headers: { Accept: "application/json" } }).finally(() => open.delete(address));
    answer.catch(() => null); // whoever asked hears of it; that nobody listens yet is no error of its own
    open.set(address, answer);
  }
  return open.get(address);
}

export const takeBack = (path, words) => fetched(addressOf(path, words), { method: "DELETE" });

export function tell(path, body) {
  return fetched(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body ?? {}) });
}
