// What this browser keeps of texts that the server does not have yet. One entry a window, so that two windows never overwrite each other.
const PREFIX = "runrecovery:writing:";
const GONE = 1000; // milliseconds after which a window that still holds its lock counts as open: one that is just reloaded lets go a little late

export class Storage {
  #account;

  constructor(account) {
    this.#account = account;
  }

  // Other windows see by this lock that the one which writes here is still open.
  async hold(window) {
    await this.#lock(window);
  }

  put(window, entry) {
    try {
      localStorage.setItem(this.#key(window), JSON.stringify(entry));
    } catch (full) {
      // What is older than the text would come back as if it were the text.
      this.remove(window);
      throw full;
    }
  }

  remove(window) {
    try {
      localStorage.removeItem(this.#key(window));
    } catch {
      // A browser that keeps nothing has nothing to remove.
    }
  }

  // Entries whose windows are gone, the newest first. Whoever gets one is the only one.
  async left(isWanted) {
    const found = [];
    for (const [window, entry] of this.#entries().filter(([, entry]) => isWanted(entry))) {
      if (await this.#lock(window)) {
        // Read again: another window may have brought it back while this one waited.
        const now = this.#read(this.#key(window));
        if (now) {
          found.push({ ...now, window });
        }
      }
    }

    return found.sort((a, b) => b.at - a.at);
  }

  // Held until the page is gone. Only pages from safe origins have locks; elsewhere every window counts as gone.
  #lock(window) {
    return !navigator.locks ? true : new Promise(resolve => navigator.locks
      .request(PREFIX + window, { signal: AbortSignal.timeout(GONE) }, () => {
        resolve(true);
        return new Promise(() => {});
      })
      .catch(() => resolve(false)));
  }

  #entries() {
    try {
      const start = this.#key("");
      return Object.keys(localStorage).filter(key => key.startsWith(start)).map(key => [key.slice(start.length), this.#read(key)]).filter(([, entry]) => entry);
    } catch {
      return [];
    }
  }

  #read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  #key(window) {
    return `${PREFIX}${this.#account}:${window}`;
  }
}
