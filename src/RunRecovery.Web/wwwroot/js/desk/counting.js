// Words and reading time, while they are written.
const WORDS_PER_MINUTE = 220;

export function countWords(text, place) {
  const count = () => {
    const words = text.value.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
    place.textContent = `${words.toLocaleString()} ${words === 1 ? "word" : "words"}, ${Math.max(1, Math.round(words / WORDS_PER_MINUTE))} min read`;
  };
  text.addEventListener("input", count);
  text.form.addEventListener("merged", count);
  count();
}
