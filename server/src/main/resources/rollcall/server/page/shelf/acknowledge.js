import * as api from "../api.js";

const UNAUTHORIZED = 401;

const element = (id) => document.getElementById(id);

/** Asks for a comment and tells the server that somebody has seen to an alert. */
export class AcknowledgeDialog {
  #dialog = element("acknowledge");
  #alert;
  #done;

  /** @param done called with the alert as the server has it then */
  constructor(done) {
    this.#done = done;
    element("cancel").addEventListener("click", () => this.#dialog.close());
    this.#dialog.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  get isOpen() {
    return this.#dialog.open;
  }

  open(alert) {
    this.#alert = alert;
    const act = alert.acknowledgedAt === null ? "Acknowledge" : "Comment on";
    element("acknowledge-title").textContent = `${act} product ${alert.product} in ${alert.city}, ${alert.state}`;
    element("comment").value = alert.comment ?? "";
    this.#trouble(null);
    this.#dialog.showModal();
  }

  async #send() {
    const send = this.#dialog.querySelector("[type=submit]");
    send.disabled = true;
    try {
      const now = await api.acknowledge(this.#alert.id, element("comment").value.trim(), element("token").value);
      this.#dialog.close();
      this.#done(now);
    } catch (failure) {
      element("token-label").hidden &&= failure.status !== UNAUTHORIZED;
      this.#trouble(failure.message);
    } finally {
      send.disabled = false;
    }
  }

  #trouble(message) {
    element("acknowledge-trouble").hidden = message === null;
    element("acknowledge-trouble").textContent = message ?? "";
  }
}
