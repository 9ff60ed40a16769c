/** An answer that says no. */
export class Refused extends Error {
  constructor(status, detail) {
    super(detail ?? `The server answered ${status}.`);
    this.status = status;
  }
}

async function ask(path, options) {
  const answer = await fetch(path, options);
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Refused(answer.status, problem.detail);
  }
  return answer;
}

function query(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== "" && value != null);
  return `${path}?${new URLSearchParams(given)}`;
}

const get = async (path, parameters = {}) => (await ask(query(path, parameters))).json();

export const cities = async () => (await get("/api/cities")).cities;
export const incidents = () => get("/api/incidents");
export const last = (minutes, city) => get("/api/presence/last", { minutes, city });
export const changes = (minutes, city) => get("/api/presence/changes", { minutes, city });

/** The points of the steps that begin between two moments, in epoch milliseconds and both inclusive. */
export const series = ({ from, to, step }, city) =>
  get("/api/presence", { step, from: new Date(from).toISOString(), to: new Date(to).toISOString(), city });

export const stores = () => get("/api/stores");

/** The shelves of a store, the worst first: so many at most, and how many there are. */
export async function shelves({ city, state }, limit) {
  const answer = await ask(query("/api/shelves", { city, state, order: "worst", limit }));
  return { shelves: await answer.json(), total: Number(answer.headers.get("X-Total")) };
}

/**
 * A page of alerts, newest first.
 *
 * @param filter the parameters `state`, `kind` and `q`
 * @param page `limit`, `before`, and whether to count the `total` of all pages
 * @returns them, what `before` is for the next page (or null), and the total if it was asked for (otherwise null)
 */
export async function alerts(filter, { limit, before, total = false }) {
  const answer = await ask(query("/api/alerts", { ...filter, limit, before, total: total || null }));
  const counted = answer.headers.get("X-Total");
  return {
    alerts: await answer.json(),
    next: answer.headers.get("X-Next"),
    total: counted === null ? null : Number(counted),
  };
}

/** The alert as it is after somebody has seen to it. */
export async function acknowledge(id, comment, token) {
  const answer = await ask(`/api/alerts/${encodeURIComponent(id)}/acknowledge`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ comment }),
  });
  return answer.json();
}
