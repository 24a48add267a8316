// Files that are pasted, dropped or chosen are uploaded, and rich text becomes Markdown.
import { upload } from "../uploads.js";
import { toMarkdown, isText } from "./rich-text.js";
import { insert, replace } from "./inserting.js";

export function takeIn(form, text) {
  const list = form.querySelector("[data-uploads]");
  const chooser = Object.assign(document.createElement("input"), { type: "file", multiple: true, hidden: true });
  form.after(chooser);

  // One after the other, so that they stand in the text in their order and one question is asked at a time.
  let last = Promise.resolve();
  let waiting = 0;
  const take = files => {
    for (const file of files) {
      waiting++;
      last = last.then(() => takeOne(text, list, file, () => take([file]))).finally(() => waiting--);
    }
  };

  text.addEventListener("choose-files", () => chooser.click());
  chooser.addEventListener("change", () => {
    take([...chooser.files]);
    chooser.value = "";
  });

  text.addEventListener("paste", event => {
    const files = [...event.clipboardData.files];
    const html = event.clipboardData.getData("text/html");
    // A word processor sends a picture of the text along with the text.
    if (files.length > 0 && !isText(html)) {
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

  // A file that is on its way does not arrive when the page is left.
  window.addEventListener("beforeunload", event => waiting > 0 && event.preventDefault());
}

async function takeOne(text, list, file, again) {
  const place = placeFor(text, file);
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
    replace(text, `${place}\n\n`, "") || replace(text, place, "");
    row.replaceChildren(`${file.name}: ${problem.message} `, button("Try again", () => {
      row.remove();
      again();
    }), " ", button("Dismiss", () => {
      row.remove();
      text.focus();
    }));
    row.className = "problem";
  }
}

// Names itself, and no other place in the text: clipboards call every picture the same.
function placeFor(text, file) {
  const name = file.name.replace(/[[\]\\]/g, "");
  for (let number = 1; ; number++) {
    const place = `![Uploading ${name}${number === 1 ? "" : `, ${number}`} …]()`;
    if (!text.value.includes(place)) {
      return place;
    }
  }
}

function button(words, act) {
  const element = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: words });
  element.addEventListener("click", act);
  return element;
}

function askForAlt(stored) {
  const dialog = document.querySelector("[data-alt]");
  const field = dialog.querySelector("input");
  field.value = "";
  dialog.querySelector("img")?.remove();
  const picture = Object.assign(document.createElement("img"), { src: stored.address, alt: "" });
  dialog.querySelector(".field").before(picture);
  const writing = document.activeElement;
  const [start, end] = [writing.selectionStart ?? null, writing.selectionEnd];
  dialog.showModal();
  field.focus();
  return new Promise(resolve => dialog.addEventListener("close", () => {
    // The browser gives the focus back, but not the cursor.
    writing.focus();
    if (start !== null) {
      writing.setSelectionRange(start, end);
    }

    resolve(field.value.trim());
  }, { once: true }));
}
