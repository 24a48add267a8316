// Buttons and keys for the marks of Markdown.
import { insert } from "./inserting.js";

const around = (before, after, empty) => text => {
  const chosen = text.value.slice(text.selectionStart, text.selectionEnd) || empty;
  insert(text, before + chosen + after, [before.length, before.length + chosen.length]);
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
  { name: "Bold", sign: "B", key: "b", act: around("**", "**", "bold") },
  { name: "Italic", sign: "I", key: "i", act: around("*", "*", "italic") },
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
    element.textContent = button.sign;
    element.setAttribute("aria-label", button.name);
    element.title = button.key ? `${button.name} (${isApple ? "⌘" : "Ctrl"}${button.alt ? "+Alt" : ""}${button.shift ? "+Shift" : ""}+${button.key.toUpperCase()})` : button.name;
    element.addEventListener("click", () => {
      text.focus();
      button.act(text);
    });
    bar.append(element);
  }

  bar.hidden = false;
  walkByArrows(bar);
  form.addEventListener("keydown", event => {
    if (!(isApple ? event.metaKey : event.ctrlKey)) {
      return;
    }

    if (event.key.toLowerCase() === "s" && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      save();
      return;
    }

    const digit = event.code.startsWith("Digit") ? event.code.slice(5) : null;
    const button = event.target === text && BUTTONS.find(b => b.key && (b.key === event.key.toLowerCase() || b.key === digit) && !!b.shift === event.shiftKey && !!b.alt === event.altKey);
    if (button) {
      event.preventDefault();
      button.act(text);
    }
  });
}

// A toolbar is one stop for the Tab key.
function walkByArrows(bar) {
  const tools = [...bar.children];
  tools.forEach((tool, i) => tool.tabIndex = i === 0 ? 0 : -1);
  bar.addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const next = tools[(tools.indexOf(document.activeElement) + step + tools.length) % tools.length];
      tools.forEach(tool => tool.tabIndex = tool === next ? 0 : -1);
      next.focus();
    }
  });
}
