/** Keeps what happens while something is read, so that it can be put into what was read. At other times it keeps nothing. */
export class Meanwhile {
  #happened = null;

  /** Something has happened. */
  note(event) {
    this.#happened?.push(event);
  }

  /**
   * Reads something. If it is read again before that has ended, only the later reading gets what happens from then on: the
   * answer to the earlier one is of no interest any more.
   *
   * @returns what was read, and what happened since
   */
  async during(read) {
    const happened = (this.#happened = []);
    try {
      return [await read(), happened];
    } finally {
      this.#happened = this.#happened === happened ? null : this.#happened;
    }
  }
}
