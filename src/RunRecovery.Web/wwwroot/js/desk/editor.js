// Makes the working form nicer: each part is a module of its own, and without any of them the form still saves.
import { Keeping } from "./keeping.js";
import { showPreview } from "./preview.js";
import { addToolbar } from "./toolbar.js";
import { countWords } from "./counting.js";
import { takeIn } from "./pasting.js";
import { completeWords } from "./completing.js";
import { scrollInStep } from "./scrolling.js";
import { grow } from "./growing.js";

const form = document.querySelector("form.writing");
const text = form.elements["Form.Markdown"];
const preview = form.querySelector("[data-preview]");

const keeping = new Keeping(form);
showPreview(form, preview);
grow(text);
scrollInStep(text, preview);
addToolbar(form, text, () => keeping.save());
// From the title on to the text, not to publishing.
form.elements["Form.Title"].addEventListener("keydown", event => {
  if (event.key === "Enter" && !event.isComposing) {
    event.preventDefault();
    text.focus();
  }
});
countWords(text, form.querySelector("[data-count]"));
takeIn(form, text);
for (const field of form.querySelectorAll("input[data-words]")) {
  completeWords(field);
}
await keeping.begin();
