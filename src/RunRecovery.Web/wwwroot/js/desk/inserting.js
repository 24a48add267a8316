// Changes to a text by a program, which the browser can undo like those by a person.
export function insert(text, words, select = null) {
  text.focus();
  change(text, words);
  if (select) {
    const end = text.selectionStart;
    text.setSelectionRange(end - words.length + select[0], end - words.length + select[1]);
  }
}

// Puts other words in the place of some that stand in the text, wherever the cursor is, also in another field.
export function replace(text, before, after) {
  const at = text.value.indexOf(before);
  if (at < 0) {
    return false;
  }

  const [start, end] = [text.selectionStart, text.selectionEnd];
  text.setSelectionRange(at, at + before.length);
  change(text, after);
  const shift = place => place <= at ? place : Math.max(at + after.length, place + after.length - before.length);
  text.setSelectionRange(shift(start), shift(end));
  return true;
}

function change(text, words) {
  // The browser's own command changes what has the focus.
  const isDone = document.activeElement === text && document.execCommand(words ? "insertText" : "delete", false, words);
  if (!isDone) {
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
