import { Hub } from "./hub.js";

/** What all pages of a browser share: one stream of events. */
const hub = new Hub();
addEventListener("connect", ({ ports: [port] }) => hub.join(port));
