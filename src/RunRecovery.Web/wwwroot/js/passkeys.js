// Buttons that ask the browser for a passkey and send its answer with their form. Where there is no script, or no passkeys, they stay hidden.
if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const button of document.querySelectorAll("button[data-passkey]")) {
    button.closest("[data-passkeys]").hidden = false;
    button.addEventListener("click", () => use(button));
  }
}

async function use(button) {
  const form = button.form;
  const said = button.closest("[data-passkeys]").querySelector("[role=alert]");
  const name = form.elements.Name;
  if (button.dataset.passkey === "create" && name && !name.reportValidity()) {
    return;
  }

  said.textContent = "";
  button.disabled = true;
  try {
    const options = await ask(button.dataset.question, name?.value ?? "", form.elements.__RequestVerificationToken.value);
    const credential = button.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.Credential.value = JSON.stringify(credential);
    form.action = button.dataset.send;
    form.submit();
  } catch (problem) {
    button.disabled = false;
    said.textContent = inWords(problem);
  }
}

async function ask(question, name, token) {
  const answer = await fetch(question, { method: "POST", body: new URLSearchParams({ Name: name }), headers: { RequestVerificationToken: token } });
  if (answer.ok) {
    return answer.json();
  }

  const isSaid = answer.headers.get("Content-Type")?.startsWith("text/plain");
  throw new Error(isSaid ? await answer.text() : "That did not work. Reload this page and try again.");
}

function inWords(problem) {
  switch (problem.name) {
    case "NotAllowedError":
      return "No passkey was used: it was cancelled, or it took too long.";
    case "InvalidStateError":
      return "This device has a passkey for your account already.";
    case "SecurityError":
      return "Passkeys work only at the blog's own address.";
    default:
      return problem.message;
  }
}
