// Beside each address a button that copies it. Without script there is the link.
const said = document.querySelector(".copied");

for (const link of document.querySelectorAll("a[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy the address of the ${link.textContent.trim()}`);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.dataset.copy);
      said.textContent = `Copied: ${link.dataset.copy}`;
    } catch {
      said.textContent = `Your browser did not allow to copy. The address is ${link.dataset.copy}`;
    }
  });
  const pair = document.createElement("span");
  pair.className = "feed-pair";
  link.replaceWith(pair);
  pair.append(link, button);
}
