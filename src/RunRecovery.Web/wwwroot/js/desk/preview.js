// The text as readers will see it, beside the one that is being written, by the server's own renderer.
const PAUSE = 150;

export function showPreview(form, pane) {
  let timer = null;
  let asking = null;

  const show = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const id = form.dataset.post ? `?id=${form.dataset.post}` : "";
      const answer = await fetch(form.dataset.preview + id, { method: "POST", body: new FormData(form), headers: { Accept: "text/html;fragment" }, signal: asking.signal, redirect: "manual" });
      if (answer.ok) {
        // Made safe by the renderer, as on the readers' pages.
        pane.innerHTML = await answer.text();
        pane.hidden = false;
        pane.dispatchEvent(new Event("shown"));
      }
    } catch {
      // Offline, or overtaken by the next keystroke: the last one stays.
    }
  };

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  };
  form.addEventListener("input", soon);
  form.addEventListener("merged", soon);
  show();
}
