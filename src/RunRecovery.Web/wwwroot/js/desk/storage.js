// What this browser keeps of texts that the server does not have yet. One entry a window, so that two windows never overwrite each other.
const PREFIX = "runrecovery:writing:";

export class Storage {
  #account;
  #held;

  constructor(account) {
    this.#account = account;
  }

  // Other windows see by this lock that the one which writes here is still open.
  hold(window) {
    if (!navigator.locks || this.#held === window) {
      return;
    }

    this.#held = window;
    navigator.locks.request(PREFIX + window, () => new Promise(() => {}));
  }

  put(window, entry) {
    localStorage.setItem(this.#key(window), JSON.stringify(entry));
  }

  remove(window) {
    localStorage.removeItem(this.#key(window));
  }

  // Entries for a post (null: for new ones) whose windows are gone, the newest first.
  async left(post) {
    const open = navigator.locks ? new Set((await navigator.locks.query()).held.map(lock => lock.name)) : new Set();
    const found = [];
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (!key.startsWith(this.#key("")) || open.has(PREFIX + key.slice(this.#key("").length))) {
        continue;
      }

      try {
        const entry = JSON.parse(localStorage.getItem(key));
        if ((entry.post ?? null) === post) {
          found.push(entry);
        }
      } catch {
        localStorage.removeItem(key);
      }
    }

    return found.sort((a, b) => b.at - a.at);
  }

  #key(window) {
    return `${PREFIX}${this.#account}:${window}`;
  }
}
