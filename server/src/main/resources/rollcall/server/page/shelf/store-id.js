/** Names a store as the server does: City|State, with a bar in a name written %7C, so that names stay apart. */
export const storeId = ({ city, state }) => `${escape(city)}|${escape(state)}`;

/** The store of an id; whatever somebody may have written into the address, it is some store. */
export function storeOf(id) {
  const [city, state = ""] = id.split("|").map(unescape);
  return { city, state };
}

export const storeName = ({ city, state }) => (state === "" ? city : `${city}, ${state}`);

const escape = (name) => name.replaceAll("%", "%25").replaceAll("|", "%7C");
const unescape = (name) => name.replaceAll("%7C", "|").replaceAll("%25", "%");
