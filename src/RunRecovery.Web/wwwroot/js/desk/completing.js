// Completes the last of several words in a field, from those the blog knows. Down leads into the offers, Escape back.
export function completeWords(field) {
  const known = [...document.getElementById(field.dataset.words).options].map(option => option.value);
  const list = document.createElement("ul");
  list.className = "word-choices";
  list.setAttribute("aria-label", "Known names");
  list.hidden = true;
  field.after(list);

  const last = () => field.value.slice(field.value.lastIndexOf(",") + 1).trim().toLowerCase();
  const chosen = () => field.value.split(",").map(word => word.trim().toLowerCase());

  const choose = name => {
    const kept = field.value.slice(0, field.value.lastIndexOf(",") + 1);
    field.value = `${kept}${kept ? " " : ""}${name.includes(",") ? `"${name}"` : name}, `;
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const offer = () => {
    const typed = last();
    const fitting = typed.length === 0 ? [] : known.filter(name => name.toLowerCase().includes(typed) && !chosen().includes(name.toLowerCase())).slice(0, 6);
    list.hidden = fitting.length === 0;
    list.replaceChildren(...fitting.map(name => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "quiet", textContent: name });
      button.addEventListener("click", () => choose(name));
      const item = document.createElement("li");
      item.append(button);
      return item;
    }));
  };

  field.addEventListener("input", offer);
  field.addEventListener("keydown", event => {
    if (event.key === "ArrowDown" && !list.hidden) {
      event.preventDefault();
      list.querySelector("button").focus();
    }
  });
  list.addEventListener("keydown", event => {
    const buttons = [...list.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step || event.key === "Escape") {
      event.preventDefault();
      (buttons[buttons.indexOf(document.activeElement) + step] ?? field).focus();
    }
  });
}
