// Keeps each keystroke in the browser's own storage at once, and on the server soon after.
import { Storage } from "./storage.js";

const PAUSE = 600; // milliseconds without a keystroke after which the text is sent
const LONGEST = 1500; // ... and at the latest, while somebody goes on typing
const PATIENCE = 10000; // after which a request counts as lost
const RETRY = 2000;

// Not written by the author, but what the form knows of the server.
const BOOKKEEPING = ["Form.Kind", "Form.Stamp", "Form.Start", "Form.CopyId", "Form.Window", "Form.Tick"];

export class Keeping {
  #form;
  #status;
  #storage;
  #post;
  #dirty = false;
  #sending = null;
  #pause = null;
  #latest = null;
  #retry = null;
  #ended = false;
  #wantsRevision = false;

  constructor(form) {
    this.#form = form;
    this.#status = form.querySelector("[data-status]");
    this.#post = form.dataset.post ? Number(form.dataset.post) : null;
    this.#storage = new Storage(form.dataset.account);
    this.#set("Form.Window", crypto.randomUUID());
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed());
    form.addEventListener("submit", event => this.#submit(event));
    window.addEventListener("online", () => this.#sendNow());
    window.addEventListener("focus", () => this.#sendNow());
    document.addEventListener("visibilitychange", () => this.#sendNow());
    window.addEventListener("beforeunload", event => this.#dirty && !this.#isStored() && event.preventDefault());
  }

  // What a closed window, or one that crashed, could not send is brought back.
  async begin() {
    const left = await this.#storage.left(this.#post);
    this.#storage.hold(this.#get("Form.Window"));
    const news = left.filter(entry => {
      const isHere = this.#isAsSent(Object.entries(entry.fields).filter(([name]) => !BOOKKEEPING.includes(name)));
      if (isHere) {
        this.#storage.remove(entry.fields["Form.Window"]);
      }

      return !isHere;
    });
    if (news.length > 0 && !this.#dirty) {
      this.#adopt(news.shift());
    }

    for (const entry of news) {
      await this.#sendAside(entry);
    }
  }

  changed() {
    this.#dirty = true;
    this.#store();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#sendNow(), PAUSE);
    this.#latest ??= setTimeout(() => this.#sendNow(), LONGEST);
  }

  // "Save": what is here becomes a revision to come back to.
  saveRevision() {
    this.#dirty = true;
    this.#wantsRevision = true;
    this.#sendNow();
  }

  #submit(event) {
    if (event.submitter?.hasAttribute("data-to-preview")) {
      return;
    }

    if (event.submitter?.hasAttribute("data-save")) {
      event.preventDefault();
      this.saveRevision();
      return;
    }

    // The form takes everything along; what is under way would arrive after it.
    this.#ended = true;
    this.#sending?.abort();
    this.#set("Form.Tick", Number(this.#get("Form.Tick")) + 1);
    this.#store();
  }

  async #sendNow() {
    clearTimeout(this.#pause);
    clearTimeout(this.#latest);
    clearTimeout(this.#retry);
    this.#latest = null;
    if (!this.#dirty || this.#sending || this.#ended) {
      return;
    }

    this.#sending = new AbortController();
    const timer = setTimeout(() => this.#sending?.abort(), PATIENCE);
    this.#set("Form.Tick", Number(this.#get("Form.Tick")) + 1);
    const sent = this.#fields();
    try {
      await this.#hear(await this.#post_(new FormData(this.#form), this.#sending.signal), sent);
    } catch {
      this.#say(navigator.onLine
        ? "The server does not answer. What you write is kept in this browser and sent as soon as it does."
        : "You are offline. What you write is kept in this browser and sent when you are back.", true);
      this.#again();
    } finally {
      clearTimeout(timer);
      this.#sending = null;
    }

    if (this.#dirty && !this.#ended && this.#retry === null) {
      this.#pause = setTimeout(() => this.#sendNow(), PAUSE);
    }
  }

  #post_(data, signal) {
    const query = new URLSearchParams();
    if (this.#post !== null) {
      query.set("id", this.#post);
    }

    if (this.#wantsRevision) {
      query.set("save", "true");
    }

    return fetch(`${this.#form.dataset.keep}?${query}`, { method: "POST", body: data, signal, redirect: "manual" });
  }

  async #hear(answer, sent) {
    this.#retry = null;
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      this.#say("You are signed out. Your text is kept in this browser. Sign in in another window, then come back here: nothing is lost.", true, { text: "Sign in", href: "/admin/sign-in" });
      return this.#again();
    }

    if (answer.status === 400) {
      await this.#newToken();
      return this.#again();
    }

    if (answer.status >= 500) {
      this.#say("The server has a problem. What you write is kept in this browser and sent again.", true);
      return this.#again();
    }

    const said = await answer.json();
    if (!answer.ok) {
      this.#say(`${said.problems.join(" ")} Your text is kept in this browser.`, true);
      return;
    }

    const before = this.#get("Form.Window");
    this.#become(said.post);
    this.#wantsRevision = false;
    const isAsSent = this.#isAsSent(sent);
    if (said.merged && !isAsSent) {
      // Typed on meanwhile: the next request says what this one brought, so that the server can merge again.
      this.#set("Form.Start", said.start);
      return;
    }

    if (said.merged) {
      this.#put(said.merged);
    }

    this.#set("Form.Stamp", said.stamp);
    this.#set("Form.CopyId", said.copy);
    this.#set("Form.Start", said.merged ? said.merged.start : said.start);
    this.#dirty = !isAsSent;
    if (this.#dirty) {
      this.#store();
    } else {
      this.#storage.remove(before);
    }

    if (said.result === "parted") {
      history.replaceState(null, "", `${said.edit}?copy=${said.copy}`);
      this.#say("Somebody else, or another window, changed the same lines. Both texts are kept, and you can go on writing.", true, { text: "Compare and decide", href: said.conflict });
    } else if (said.problems.length > 0) {
      this.#say(said.problems.join(" "), true);
    } else if (said.result === "saved") {
      this.#say("Saved as a revision.");
    } else if (said.result === "merged") {
      this.#say("Kept. Changes from elsewhere were merged into your text.");
    } else {
      this.#say(`Kept ${new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" })}`);
    }
  }

  // A post that began with this keystroke has an address now.
  #become(post) {
    if (this.#post !== null) {
      return;
    }

    this.#post = post;
    this.#form.dataset.post = post;
    this.#form.action = `/admin/posts/${post}`;
    history.replaceState(null, "", this.#form.action);
    this.#store();
  }

  // Takes the place of a window that is gone: under its name, so that the server knows its own earlier text again.
  #adopt(entry) {
    for (const [name, value] of Object.entries(entry.fields)) {
      const field = this.#field(name);
      if (field?.type === "checkbox") {
        field.checked = value === "true";
      } else if (field) {
        field.value = value;
      }
    }

    this.#storage.hold(this.#get("Form.Window"));
    this.#form.dispatchEvent(new Event("input", { bubbles: true }));
    this.#say("This browser had kept words that had not reached the server; they are back in the text.");
  }

  // Another window's words: they go to the server by themselves, to be merged or kept beside.
  async #sendAside(entry) {
    const data = new FormData(this.#form);
    for (const [name, value] of Object.entries(entry.fields)) {
      data.set(name, value);
    }

    try {
      const answer = await this.#post_(data);
      if (answer.ok) {
        this.#storage.remove(entry.fields["Form.Window"]);
      }
    } catch {
      // It stays where it is until the next time.
    }
  }

  async #newToken() {
    const answer = await fetch(this.#form.dataset.keep, { redirect: "manual" });
    if (answer.ok) {
      this.#set("__RequestVerificationToken", (await answer.json()).token);
    }
  }

  #again() {
    this.#retry = setTimeout(() => {
      this.#retry = null;
      this.#sendNow();
    }, RETRY);
  }

  #store() {
    try {
      this.#storage.put(this.#get("Form.Window"), { post: this.#post, at: Date.now(), fields: Object.fromEntries([...this.#fields(), ...BOOKKEEPING.map(name => [name, this.#get(name)])]) });
      this.#form.dataset.stored = "true";
    } catch {
      this.#form.dataset.stored = "false";
      this.#say("This browser cannot keep a text of this size itself; it is kept on the server only.", true);
    }
  }

  #isStored() {
    return this.#form.dataset.stored === "true";
  }

  // What the author wrote, by name; a box that is not ticked says so too.
  #fields() {
    return new Map([...this.#form.elements]
      .filter(field => field.name.startsWith("Form.") && !BOOKKEEPING.includes(field.name) && field.type !== "hidden")
      .map(field => [field.name, field.type === "checkbox" ? String(field.checked) : field.value]));
  }

  #isAsSent(sent) {
    const now = this.#fields();
    return [...sent].every(([name, value]) => now.get(name) === value);
  }

  // Merged fields, without moving the cursor away from its words.
  #put(merged) {
    for (const [name, value] of Object.entries(merged)) {
      const field = this.#field(`Form.${name[0].toUpperCase()}${name.slice(1)}`);
      if (!field || field.type === "hidden") {
        continue;
      }

      if (field.type === "checkbox") {
        field.checked = value;
      } else if (field.value !== (value ?? "")) {
        const [before, at] = [field.value, field.selectionStart];
        field.value = value ?? "";
        if (field === document.activeElement && at !== null) {
          const tail = before.slice(at);
          const place = field.value.endsWith(tail) ? field.value.length - tail.length : Math.min(at, field.value.length);
          field.setSelectionRange(place, place);
        }
      }
    }

    this.#form.dispatchEvent(new Event("merged"));
  }

  // A box to tick has a hidden field of its name beside it, for forms in which it is not ticked.
  #field(name) {
    const found = this.#form.elements[name];
    return found instanceof RadioNodeList ? [...found].find(field => field.type !== "hidden") : found;
  }

  #get(name) {
    return this.#field(name).value;
  }

  #set(name, value) {
    this.#field(name).value = value ?? "";
  }

  #say(words, isProblem = false, link = null) {
    this.#status.textContent = words;
    this.#status.classList.toggle("writing-problem", isProblem);
    if (link) {
      const anchor = document.createElement("a");
      Object.assign(anchor, { href: link.href, textContent: link.text, target: "_blank" });
      this.#status.append(" ", anchor);
    }
  }
}
