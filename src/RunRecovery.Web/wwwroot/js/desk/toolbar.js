// Buttons and keys for the marks of Markdown.
import { insert } from "./inserting.js";

// A second time takes the marks away again; after the last marked word it leads out of them.
const around = (mark, empty) => text => {
  const [start, end] = [text.selectionStart, text.selectionEnd];
  const chosen = text.value.slice(start, end);
  const outside = text.value.slice(start - mark.length, start) === mark && text.value.slice(end, end + mark.length) === mark;
  if (outside && !(mark === "*" && text.value[start - 2] === "*")) {
    text.setSelectionRange(start - mark.length, end + mark.length);
    insert(text, chosen, [0, chosen.length]);
  } else if (start === end && text.value.slice(0, start).includes(mark) && text.value.slice(start, start + mark.length) === mark) {
    text.setSelectionRange(start + mark.length, start + mark.length);
  } else {
    insert(text, mark + (chosen || empty) + mark, [mark.length, mark.length + (chosen || empty).length]);
  }
};

const atLines = mark => text => {
  const start = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const next = text.value.indexOf("\n", text.selectionEnd);
  text.setSelectionRange(start, next < 0 ? text.value.length : next);
  const lines = text.value.slice(text.selectionStart, text.selectionEnd).split("\n");
  insert(text, lines.map((line, i) => (typeof mark === "function" ? mark(i) : mark) + line).join("\n"));
};

const link = text => {
  const chosen = text.value.slice(text.selectionStart, text.selectionEnd) || "words";
  insert(text, `[${chosen}](https://)`, [chosen.length + 3, chosen.length + 11]);
};

const BUTTONS = [
  { name: "Bold", sign: "B", key: "b", act: around("**", "bold") },
  { name: "Italic", sign: "I", key: "i", act: around("*", "italic") },
  { name: "Heading", sign: "H", key: "2", alt: true, act: atLines("## ") },
  { name: "Link", sign: "Link", key: "k", act: link },
  { name: "List", sign: "• List", key: "8", shift: true, act: atLines("- ") },
  { name: "Numbered list", sign: "1. List", key: "7", shift: true, act: atLines(i => `${i + 1}. `) },
  { name: "Quote", sign: "“ ”", key: "9", shift: true, act: atLines("> ") },
  { name: "Read more from here", sign: "Read more", act: text => insert(text, "\n\n<!--more-->\n\n") },
  { name: "Add a picture, a film or a file", sign: "Picture", act: text => text.dispatchEvent(new Event("choose-files")) },
];

export function addToolbar(form, text, save) {
  const bar = form.querySelector("[data-toolbar]");
  const isApple = /Mac|iP(hone|ad)/.test(navigator.platform);
  for (const button of BUTTONS) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "tool";
    element.append(sign(button));
    if (button.key) {
      element.setAttribute("aria-keyshortcuts", `${isApple ? "Meta" : "Control"}${button.alt ? "+Alt" : ""}${button.shift ? "+Shift" : ""}+${button.key.toUpperCase()}`);
    }

    element.title = button.key ? `${button.name} (${isApple ? "⌘" : "Ctrl"}${button.alt ? "+Alt" : ""}${button.shift ? "+Shift" : ""}+${button.key.toUpperCase()})` : button.name;
    element.addEventListener("click", () => {
      text.focus();
      button.act(text);
    });
    bar.append(element);
  }

  bar.hidden = false;
  walkByArrows(bar);
  // Wherever the focus is on the page: its text is what is saved.
  document.addEventListener("keydown", event => {
    // AltGr writes signs, and some browsers call it Ctrl and Alt.
    if (event.getModifierState("AltGraph") || !(isApple ? event.metaKey : event.ctrlKey)) {
      return;
    }

    if (event.key.toLowerCase() === "s" && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      save();
      return;
    }

    if (event.target !== text) {
      return;
    }

    const digit = event.code.startsWith("Digit") ? event.code.slice(5) : null;
    const button = BUTTONS.find(b => b.key && (b.key === event.key.toLowerCase() || b.key === digit) && !!b.shift === event.shiftKey && !!b.alt === event.altKey);
    if (button) {
      event.preventDefault();
      button.act(text);
    }
  });
}

// Drawn, and read out by its name.
function sign(button) {
  const [drawn, name] = [document.createElement("span"), document.createElement("span")];
  Object.assign(drawn, { textContent: button.sign, ariaHidden: "true" });
  Object.assign(name, { textContent: button.name, className: "hidden" });
  const both = document.createDocumentFragment();
  both.append(drawn, name);
  return both;
}

// A toolbar is one stop for the Tab key.
function walkByArrows(bar) {
  const tools = [...bar.children];
  tools.forEach((tool, i) => tool.tabIndex = i === 0 ? 0 : -1);
  bar.addEventListener("keydown", event => {
    const at = tools.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = tools[(to + tools.length) % tools.length];
      tools.forEach(tool => tool.tabIndex = tool === next ? 0 : -1);
      next.focus();
    }
  });
}
