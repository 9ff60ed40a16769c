/** The server's answers, or an error that says what is wrong. */
async function get(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== "" && value != null);
  const answer = await fetch(`${path}?${new URLSearchParams(given)}`);
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? `The server answered ${answer.status}.`);
  }
  return answer.json();
}

export const cities = async () => (await get("/api/cities")).cities;
export const incidents = () => get("/api/incidents");
export const last = (minutes, city) => get("/api/presence/last", { minutes, city });
export const series = (from, to, city) =>
  get("/api/presence", { step: "1m", from: from.toISOString(), to: to.toISOString(), city });
