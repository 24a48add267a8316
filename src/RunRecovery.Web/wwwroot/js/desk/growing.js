// As high as its text, where style sheets alone cannot say so.
export function grow(text) {
  if (CSS.supports("field-sizing", "content")) {
    return;
  }

  const fit = () => {
    const place = window.scrollY;
    text.style.height = "auto";
    text.style.height = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
    window.scrollTo(window.scrollX, place);
  };
  text.addEventListener("input", fit);
  text.form.addEventListener("merged", fit);
  window.addEventListener("resize", fit);
  fit();
}
