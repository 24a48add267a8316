// Keeps each keystroke in the browser's own storage at once, and on the server soon after.
import { Storage } from "./storage.js";
import { Server, Unheard } from "./server.js";

const PAUSE = 600; // milliseconds without a keystroke after which the text is sent
const LONGEST = 1500; // ... and at the latest, while somebody goes on typing
const RETRY = 2000;

// Not written by the author, but what the form knows of the server.
const BOOKKEEPING = ["Form.Kind", "Form.Stamp", "Form.Start", "Form.CopyId", "Form.Window", "Form.Tick"];

export class Keeping {
  #form;
  #status;
  #storage;
  #server;
  #post;
  #agreed; // the fields that the server had last from here
  #isUnsent = false;
  #isSending = false;
  #isComposing = false;
  #isStored = true;
  #pause = null;
  #latest = null;
  #wish = null; // what is to be done as soon as everything is kept

  constructor(form) {
    this.#form = form;
    this.#status = form.querySelector("[data-status]");
    this.#post = form.dataset.post ? Number(form.dataset.post) : null;
    this.#storage = new Storage(form.dataset.account);
    this.#server = new Server(form);
    this.#set("Form.Window", newName());
    this.#agreed = this.#fields(field => field.type === "checkbox" ? String(field.defaultChecked) : field.defaultValue ?? ([...field.options].find(option => option.defaultSelected) ?? field.options[0]).value);
    // Old words that the browser puts back by itself after a reload would count as typed.
    form.autocomplete = "off";
    form.addEventListener("input", () => this.#changed());
    form.addEventListener("change", () => this.#changed());
    form.addEventListener("compositionstart", () => this.#isComposing = true);
    form.addEventListener("compositionend", () => this.#isComposing = false);
    form.addEventListener("submit", event => this.#submit(event));
    window.addEventListener("online", () => this.#send());
    window.addEventListener("focus", () => this.#send());
    document.addEventListener("visibilitychange", () => this.#send());
    window.addEventListener("beforeunload", event => this.#isUnsent && !this.#isStored && event.preventDefault());
  }

  // What a closed window, or one that crashed, could not send is brought back.
  async begin() {
    // Typed while the script was on its way.
    if (!this.#isHere(this.#agreed)) {
      this.#changed();
    }

    await this.#storage.hold(this.#get("Form.Window"));
    const kind = this.#get("Form.Kind");
    for (const entry of await this.#storage.left(entry => entry.post === this.#post && (entry.post !== null || entry.fields["Form.Kind"] === kind))) {
      await this.#bringBack(entry);
    }
  }

  // What is here becomes a revision to come back to.
  save() {
    this.#wish = { isToPublish: false };
    this.#send();
  }

  #submit(event) {
    if (event.submitter?.hasAttribute("data-to-preview")) {
      return;
    }

    // Who leaves takes everything along, or stays.
    event.preventDefault();
    this.#wish = { isToPublish: event.submitter?.value === "publish" };
    this.#send();
  }

  #changed() {
    this.#isUnsent = true;
    this.#store();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#send(), PAUSE);
    this.#latest ??= setTimeout(() => this.#send(), LONGEST);
  }

  async #send() {
    clearTimeout(this.#pause);
    clearTimeout(this.#latest);
    this.#latest = null;
    if (this.#isSending || !(this.#isUnsent || this.#wish)) {
      return;
    }

    this.#isSending = true;
    let next = PAUSE;
    try {
      if (this.#isUnsent) {
        await this.#keep();
      }

      if (this.#wish) {
        await this.#fulfil(this.#wish);
      }
    } catch (problem) {
      next = this.#explain(problem) ? RETRY : null;
    } finally {
      this.#isSending = false;
    }

    if ((this.#isUnsent || this.#wish) && next !== null) {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#send(), next);
    }
  }

  async #keep() {
    this.#count();
    const sent = this.#fields();
    const said = await this.#server.keep(new FormData(this.#form), this.#post);
    this.#become(said.post);
    this.#agree(said, sent);
    this.#tell(said);
  }

  // Saves what is agreed, not what was typed since: should the answer be lost, both still know what the next words follow.
  async #fulfil(wish) {
    if (this.#isBeside() || this.#post === null) {
      this.#wish = null;
      this.#say(this.#post === null ? "There is nothing to save yet." : "Kept beside the other version. Decide between the two before you publish.", true);
      return;
    }

    this.#count();
    const data = new FormData(this.#form);
    const sent = this.#agreed;
    sent.forEach((value, name) => data.set(name, value));
    const said = await this.#server.keep(data, this.#post, true);
    this.#agree(said, sent);
    this.#tell(said);
    if (this.#wish !== wish) {
      return;
    }

    this.#wish = wish.isToPublish && said.problems.length === 0 && this.#isUnsent ? wish : null;
    if (wish.isToPublish && said.problems.length === 0 && !this.#isUnsent) {
      location.assign(said.publish);
    }
  }

  // Each request has a number: what arrives late is known as older. Stored first, so that no number is used again after a crash.
  #count() {
    this.#set("Form.Tick", Number(this.#get("Form.Tick")) + 1);
    if (this.#isUnsent) {
      this.#store();
    }
  }

  #agree(said, sent) {
    const isAsSent = !this.#isComposing && this.#isHere(sent);
    this.#agreed = sent;
    this.#isUnsent = !isAsSent;
    this.#set("Form.CopyId", said.copy);
    if (said.merged && !isAsSent) {
      // Typed on meanwhile: the next request says what this one brought, so that the server can merge again.
      this.#set("Form.Start", said.start);
    } else {
      this.#set("Form.Stamp", said.stamp);
      this.#set("Form.Start", said.merged ? said.merged.start : said.start);
    }

    if (said.merged && isAsSent) {
      this.#put(new Map(Object.entries(said.merged).map(([name, value]) => [`Form.${name[0].toUpperCase()}${name.slice(1)}`, String(value ?? "")])));
      this.#agreed = this.#fields();
    }

    if (this.#isUnsent) {
      this.#store();
    } else {
      this.#storage.remove(this.#get("Form.Window"));
    }
  }

  #tell(said) {
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
      this.#say(`Kept ${new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" })}`, null);
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
  }

  // Sent under the name and with the next number of the window that is gone: so the server knows what it has already, and what is newer.
  async #bringBack(entry) {
    if (this.#isHere(new Map(Object.entries(entry.fields).filter(([name]) => !BOOKKEEPING.includes(name))))) {
      this.#storage.remove(entry.window);
      return;
    }

    const data = new FormData(this.#form);
    Object.entries(entry.fields).forEach(([name, value]) => data.set(name, value));
    data.set("Form.Window", navigator.locks ? entry.window : newName());
    data.set("Form.Tick", Number(entry.fields["Form.Tick"]) + 1);
    let said;
    try {
      said = await this.#server.keep(data, entry.post);
    } catch (problem) {
      if (this.#explain(problem)) {
        setTimeout(() => this.#bringBack(entry), RETRY);
      }

      return;
    }

    this.#storage.remove(entry.window);
    const isHere = (this.#post ?? said.post) === said.post && entry.isBeside === this.#isBeside() && said.result !== "parted";
    if (isHere && !this.#isUnsent && !this.#isSending) {
      this.#become(said.post);
      this.#put(new Map(Object.entries(entry.fields).filter(([name]) => !BOOKKEEPING.includes(name))));
      this.#agree(said, this.#fields());
      this.#say("This browser had kept words that had not reached the server; they are back in the text.", true);
    } else if (said.result === "parted" || this.#post === said.post) {
      this.#say("This browser had kept other words for this text. Both are kept.", true, { text: "Compare and decide", href: said.conflict });
    } else {
      this.#say("This browser had kept words of another text that had not reached the server.", true, { text: "Open it", href: said.edit });
    }
  }

  // True: it passes, and is worth another try.
  #explain(problem) {
    if (!(problem instanceof Unheard)) {
      throw problem;
    }

    this.#wish = this.#wish?.isToPublish ? null : this.#wish;
    this.#say(`${problem.message} ${this.#isStored ? "What you write is kept in this browser" : "Do not close this page"}${problem.isPassing ? ", and sent as soon as it can be." : "."}`, true, problem.link);
    return problem.isPassing;
  }

  #store() {
    try {
      this.#storage.put(this.#get("Form.Window"), {
        post: this.#post,
        isBeside: this.#isBeside(),
        at: Date.now(),
        fields: Object.fromEntries([...this.#fields(), ...BOOKKEEPING.map(name => [name, this.#get(name)])]),
      });
      this.#isStored = true;
    } catch {
      if (this.#isStored) {
        this.#say("This browser cannot keep a text of this size itself; it is kept on the server only.", true);
      }

      this.#isStored = false;
    }
  }

  #isBeside() {
    return new URLSearchParams(location.search).has("copy");
  }

  // What the author wrote, by name; a box that is not ticked says so too.
  #fields(valueOf = field => field.type === "checkbox" ? String(field.checked) : field.value) {
    return new Map([...this.#form.elements]
      .filter(field => field.name.startsWith("Form.") && field.type !== "hidden")
      .map(field => [field.name, valueOf(field)]));
  }

  #isHere(fields) {
    const here = this.#fields();
    return [...fields].every(([name, value]) => here.get(name) === value);
  }

  // Without moving the cursor away from its words.
  #put(fields) {
    for (const [name, value] of fields) {
      const field = this.#field(name);
      if (!field || field.type === "hidden") {
        continue;
      }

      if (field.type === "checkbox") {
        field.checked = value === "true";
      } else if (field.value !== value) {
        const [before, at] = [field.value, field.selectionStart];
        field.value = value;
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

  // Null: of no weight. It is not read out each time.
  #say(words, isProblem = false, link = null) {
    this.#status.ariaLive = isProblem === null ? "off" : "polite";
    this.#status.textContent = words;
    this.#status.classList.toggle("writing-problem", isProblem === true);
    if (link) {
      const anchor = document.createElement("a");
      Object.assign(anchor, { href: link.href, textContent: link.text, target: "_blank" });
      this.#status.append(" ", anchor);
    }
  }
}

// Also where the blog is read without encryption, in a network at home: there a browser has no randomUUID.
function newName() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
}
