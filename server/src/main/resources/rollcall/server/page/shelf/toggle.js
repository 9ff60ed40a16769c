import { recall, remember } from "../remembered.js";

/** A button that says whether something is on, off, or can't be, and remembers what was chosen. */
export class Toggle {
  #button;
  #name;
  #states;

  /**
   * @param button its id is the name under which the choice is remembered
   * @param states what it says, by state: `on`, `off`, and others
   * @param press called when it is pressed, with whether it is on
   */
  constructor(button, states, press) {
    this.#button = button;
    this.#name = button.id;
    this.#states = states;
    button.addEventListener("click", () => press(this.state === "on"));
    this.show(this.wasOn ? "on" : "off");
  }

  /** Whether it was on when it was last pressed, on this visit or an earlier one. */
  get wasOn() {
    return recall(this.#name) === "on";
  }

  get state() {
    return this.#button.dataset.state;
  }

  choose(state) {
    remember(this.#name, state);
    this.show(state);
  }

  show(state) {
    this.#button.dataset.state = state;
    this.#button.querySelector(".word").textContent = this.#states[state];
  }
}
