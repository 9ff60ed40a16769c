import { Toggle } from "./toggle.js";

/** Pitches in Hz, when each begins and how long it rings, in seconds: a fifth upwards, softly. */
const NOTES = [
  { pitch: 587.33, begin: 0, length: 0.35 },
  { pitch: 880, begin: 0.13, length: 0.6 },
];
const LOUDNESS = 0.12;
const ATTACK = 0.012;
const SILENCE = 0.0001;

/** A short sound for new alerts, if somebody has asked for it. Browsers allow none before somebody has used the page. */
export class Chime {
  #toggle;
  #context = null;

  constructor(button) {
    this.#toggle = new Toggle(button, { on: "Sound is on", off: "Sound is off" }, (isOn) => this.#press(isOn));
    for (const gesture of ["pointerup", "keydown"]) {
      addEventListener(gesture, () => this.#wake(), { capture: true, passive: true });
    }
  }

  tell() {
    if (this.#toggle.state === "on" && this.#context?.state === "running") {
      this.#play();
    }
  }

  async #press(isOn) {
    this.#toggle.choose(isOn ? "off" : "on");
    if (isOn) {
      await this.#context?.suspend();
    } else {
      await this.#wake();
      this.tell(); // so that it is known what will be heard
    }
  }

  async #wake() {
    if (this.#toggle.state === "on" && (navigator.userActivation?.isActive ?? true)) {
      this.#context ??= new AudioContext();
      await this.#context.resume();
    }
  }

  #play() {
    const now = this.#context.currentTime;
    for (const { pitch, begin, length } of NOTES) {
      const gain = new GainNode(this.#context, { gain: SILENCE });
      gain.gain.setValueAtTime(SILENCE, now + begin);
      gain.gain.exponentialRampToValueAtTime(LOUDNESS, now + begin + ATTACK);
      gain.gain.exponentialRampToValueAtTime(SILENCE, now + begin + length);
      const note = new OscillatorNode(this.#context, { type: "sine", frequency: pitch });
      note.connect(gain).connect(this.#context.destination);
      note.start(now + begin);
      note.stop(now + begin + length);
    }
  }
}
