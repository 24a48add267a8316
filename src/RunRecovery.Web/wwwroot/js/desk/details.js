// Completes the names in the details of a post.
import { completeWords } from "./completing.js";

for (const field of document.querySelectorAll("input[data-words]")) {
  completeWords(field);
}
