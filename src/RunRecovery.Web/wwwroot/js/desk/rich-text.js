// What a web page or a word processor puts on the clipboard, as Markdown.
import TurndownService from "../vendor/turndown.js";
import { tables, strikethrough } from "../vendor/turndown-plugin-gfm.js";

const turndown = new TurndownService({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced", emDelimiter: "*" });
turndown.use([tables, strikethrough]);
turndown.remove(["style", "script", "meta", "title", "head", "noscript", "template", "svg"]);
// Word marks emphasis by style, and Google Docs wraps everything in a bold that is none.
turndown.addRule("not-bold", { filter: node => node.nodeName === "B" && node.style.fontWeight === "normal", replacement: content => content });
turndown.addRule("bold-by-style", { filter: node => node.nodeName === "SPAN" && /^(bold|[6-9]00)$/.test(node.style.fontWeight) && node.textContent.trim() !== "", replacement: content => `**${content}**` });
turndown.addRule("italic-by-style", { filter: node => node.nodeName === "SPAN" && node.style.fontStyle === "italic" && !/^(bold|[6-9]00)$/.test(node.style.fontWeight) && node.textContent.trim() !== "", replacement: content => `*${content}*` });
// A picture on somebody else's server or inside the clipboard is not ours to show.
turndown.addRule("pictures", { filter: "img", replacement: (_, node) => /^https?:/.test(node.getAttribute("src") ?? "") ? `[${node.alt || "picture"}](${node.src})` : "" });

// Empty: nothing but plain text, which the browser pastes by itself.
export function toMarkdown(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  if (!page.body.querySelector("a[href], b, strong, i, em, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre, code, del, s, [style*='font-weight'], [style*='font-style']")) {
    return "";
  }

  // The title of a post is its one heading of level 1.
  for (const heading of page.body.querySelectorAll("h1")) {
    const lower = page.createElement("h2");
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }

  return turndown.turndown(page.body).replace(/\u00a0/g, " ");
}
