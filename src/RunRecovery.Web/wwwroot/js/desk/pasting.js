// Files that are pasted, dropped or chosen are uploaded, and rich text becomes Markdown.
import { upload } from "../uploads.js";
import { toMarkdown } from "./rich-text.js";
import { insert, replace } from "./inserting.js";

export function takeIn(form, text) {
  const list = form.querySelector("[data-uploads]");
  const chooser = Object.assign(document.createElement("input"), { type: "file", multiple: true, hidden: true });
  form.after(chooser);

  const take = async files => {
    for (const file of files) {
      await takeOne(text, list, file);
    }
  };

  text.addEventListener("choose-files", () => chooser.click());
  chooser.addEventListener("change", () => take([...chooser.files]).finally(() => chooser.value = ""));

  text.addEventListener("paste", event => {
    const files = [...event.clipboardData.files];
    const html = event.clipboardData.getData("text/html");
    // A word processor sends a picture of the text along with the text.
    if (files.length > 0 && !event.clipboardData.getData("text/plain")) {
      event.preventDefault();
      take(files);
    } else if (html) {
      const markdown = toMarkdown(html);
      if (markdown) {
        event.preventDefault();
        insert(text, markdown);
      }
    }
  });

  text.addEventListener("dragover", event => event.dataTransfer.types.includes("Files") && event.preventDefault());
  text.addEventListener("drop", event => {
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault();
      take([...event.dataTransfer.files]);
    }
  });
}

async function takeOne(text, list, file) {
  const place = `![Uploading ${file.name.replace(/[[\]]/g, "")} …]()`;
  const isAtLineStart = /(^|\n)$/.test(text.value.slice(0, text.selectionStart));
  insert(text, `${isAtLineStart ? "" : "\n\n"}${place}\n\n`);
  const row = document.createElement("li");
  const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 });
  bar.setAttribute("aria-label", `Uploading ${file.name}`);
  row.append(file.name, " ", bar);
  list.append(row);
  try {
    const stored = await upload(file, part => bar.value = part);
    const alt = stored.kind === "picture" && !stored.alt ? await askForAlt(stored) : stored.alt ?? "";
    const markdown = stored.kind === "picture" ? `![${alt.replace(/([[\]\\])/g, "\\$1")}](${stored.address})` : stored.markdown;
    if (!replace(text, place, markdown)) {
      insert(text, markdown);
    }

    row.remove();
  } catch (problem) {
    replace(text, `${place}\n\n`, "");
    row.replaceChildren(`${file.name}: ${problem.message} `);
    row.className = "problem";
    const again = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "Dismiss" });
    again.addEventListener("click", () => row.remove());
    row.append(again);
  }
}

function askForAlt(stored) {
  const dialog = document.querySelector("[data-alt]");
  const field = dialog.querySelector("input");
  field.value = "";
  dialog.querySelector("img")?.remove();
  const picture = Object.assign(document.createElement("img"), { src: stored.address, alt: "" });
  dialog.querySelector(".field").before(picture);
  dialog.showModal();
  field.focus();
  return new Promise(resolve => dialog.addEventListener("close", () => resolve(field.value.trim()), { once: true }));
}
