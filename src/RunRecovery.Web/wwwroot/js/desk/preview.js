// The text as readers will see it, beside the one that is being written, by the server's own renderer.
const PAUSE = 150;

export function showPreview(form, pane) {
  let timer = null;
  let isAsking = false;
  let isOld = false;

  // One at a time: what is typed meanwhile is shown next.
  const show = async () => {
    isOld = isAsking;
    if (isAsking) {
      return;
    }

    isAsking = true;
    try {
      const id = form.dataset.post ? `?id=${form.dataset.post}` : "";
      const answer = await fetch(form.dataset.preview + id, { method: "POST", body: new FormData(form), headers: { Accept: "text/html;fragment" }, redirect: "manual" });
      if (answer.ok) {
        // Made safe by the renderer, as on the readers' pages.
        pane.innerHTML = await answer.text();
        pane.hidden = false;
        pane.dispatchEvent(new Event("shown"));
      }
    } catch {
      // Offline: the last one stays.
    } finally {
      isAsking = false;
    }

    if (isOld) {
      show();
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
