// The preview shows the part that is being written: both are cut at their headings, and in between the place is reckoned.
export function scrollInStep(text, pane) {
  const mirror = document.createElement("div");
  mirror.className = "writing-mirror";
  mirror.setAttribute("aria-hidden", "true");
  text.after(mirror);

  // Where each heading begins, from the top of the text.
  const headingsOfText = () => {
    mirror.replaceChildren();
    let isCode = false;
    const marks = [];
    for (const line of text.value.split("\n")) {
      isCode = /^\s*(```|~~~)/.test(line) ? !isCode : isCode;
      const row = document.createElement("div");
      row.textContent = line || "\u200b";
      mirror.append(row);
      if (!isCode && /^#{1,6}\s/.test(line)) {
        marks.push(row);
      }
    }

    return marks.map(row => row.offsetTop);
  };

  const headingsOfPane = () => [...pane.querySelectorAll(".prose :is(h2, h3, h4, h5, h6)")].map(h => h.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop);

  let marks = null;
  const measure = () => {
    const [here, there] = [headingsOfText(), headingsOfPane()];
    const count = Math.min(here.length, there.length);
    marks = {
      from: [0, ...here.slice(0, count), text.scrollHeight],
      to: [0, ...there.slice(0, count), pane.scrollHeight],
    };
  };

  const follow = () => {
    if (pane.hidden || getComputedStyle(pane).overflowY === "visible") {
      return;
    }

    marks ?? measure();
    // What stands a third down the window is what is being read.
    const at = window.innerHeight / 3 - text.getBoundingClientRect().top;
    const i = Math.max(1, marks.from.findIndex((place, k) => k > 0 && place >= at));
    const part = Math.min(1, Math.max(0, (at - marks.from[i - 1]) / Math.max(1, marks.from[i] - marks.from[i - 1])));
    pane.scrollTop = marks.to[i - 1] + part * (marks.to[i] - marks.to[i - 1]) - pane.clientHeight / 3;
  };

  const again = () => {
    marks = null;
    follow();
  };
  // Pictures that arrive, and a window that turns, move what is below them.
  const sizes = new ResizeObserver(again);
  sizes.observe(text);
  pane.addEventListener("shown", () => {
    [...pane.children].forEach(child => sizes.observe(child));
    again();
  });
  window.addEventListener("scroll", follow, { passive: true });
  window.addEventListener("resize", again);
}
