// Uploads from the media page with a bar for each file. Without this script its form does the same, without bars.
import { upload } from "./uploads.js";

const form = document.querySelector("form[data-upload]");
const input = form.querySelector("input[type=file]");
const list = form.querySelector(".upload-list");
const button = form.querySelector("button");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  uploadAll([...input.files]);
});

for (const kind of ["dragover", "drop"]) {
  document.addEventListener(kind, (event) => {
    if (event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      form.classList.toggle("is-wanted", kind === "dragover");
      if (kind === "drop") {
        uploadAll([...event.dataTransfer.files]);
      }
    }
  });
}

document.addEventListener("dragleave", () => form.classList.remove("is-wanted"));

async function uploadAll(files) {
  button.disabled = true;
  list.replaceChildren();
  let failed = 0;
  for (const file of files) {
    failed += await show(file) ? 0 : 1;
  }

  button.disabled = false;
  form.reset();
  if (files.length > 0 && failed === 0) {
    location.assign(location.pathname);
  }
}

async function show(file) {
  const line = list.appendChild(document.createElement("li"));
  const name = line.appendChild(document.createElement("span"));
  const bar = line.appendChild(document.createElement("progress"));
  name.textContent = file.name;
  bar.setAttribute("aria-label", file.name);
  bar.max = 1;
  bar.value = 0;
  try {
    const stored = await upload(file, (share) => bar.value = share);
    const link = document.createElement("a");
    link.href = `/admin/media/${stored.id}`;
    link.textContent = stored.name;
    name.replaceChildren(link);
    bar.value = 1;
    return true;
  } catch (problem) {
    line.className = "problem";
    line.textContent = `${file.name}: ${problem.message}`;
    return false;
  }
}
