// Brings a text to the server, and says in the author's words why it could not.
const PATIENCE = 10000; // milliseconds after which a request counts as lost

export class Unheard extends Error {
  constructor(message, { isPassing = true, link = null } = {}) {
    super(message);
    this.isPassing = isPassing;
    this.link = link;
  }
}

export class Server {
  #address;
  #account;

  constructor(form) {
    this.#address = form.dataset.keep;
    this.#account = Number(form.dataset.account);
  }

  // What the server made of it; without an answer to go on with an Unheard.
  async keep(data, post, isToSave = false) {
    const answer = await this.#send(data, post, isToSave);
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      throw new Unheard("You are signed out. Sign in in another window, then come back here: nothing is lost.", { link: { text: "Sign in", href: "/admin/sign-in" } });
    }

    if (answer.status >= 500) {
      throw new Unheard("The server has a problem.");
    }

    const said = await answer.json().catch(() => null);
    if (!answer.ok || !said) {
      throw new Unheard(said?.problems?.join(" ") ?? "The server does not take this text.", { isPassing: false });
    }

    return said;
  }

  async #send(data, post, isToSave) {
    const query = new URLSearchParams({ ...(post === null ? {} : { id: post }), ...(isToSave ? { save: "true" } : {}) });
    const post_ = () => this.#fetch(`${this.#address}?${query}`, { method: "POST", body: data });
    const answer = await post_();
    if (answer.status !== 400) {
      return answer;
    }

    // The form's token ended with its session.
    data.set("__RequestVerificationToken", await this.#newToken());
    return await post_();
  }

  async #newToken() {
    const answer = await this.#fetch(this.#address);
    if (!answer.ok) {
      throw new Unheard("You are signed out. Sign in in another window, then come back here: nothing is lost.", { link: { text: "Sign in", href: "/admin/sign-in" } });
    }

    const { token, account } = await answer.json();
    if (account !== this.#account) {
      throw new Unheard("Somebody else is signed in now. Sign in as yourself in another window, then come back here: nothing is lost.", { link: { text: "Sign in", href: "/admin/sign-in?again=true" } });
    }

    document.querySelectorAll("input[name=__RequestVerificationToken]").forEach(field => field.value = token);
    return token;
  }

  async #fetch(address, options = {}) {
    try {
      return await fetch(address, { ...options, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
    } catch {
      throw new Unheard(navigator.onLine ? "The server does not answer." : "You are offline.");
    }
  }
}
