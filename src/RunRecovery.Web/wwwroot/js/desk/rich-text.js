// What a web page or a word processor puts on the clipboard, as Markdown.
import TurndownService from "../vendor/turndown.js";
import { tables, strikethrough } from "../vendor/turndown-plugin-gfm.js";

const turndown = new TurndownService({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced", emDelimiter: "*" });
turndown.use([tables, strikethrough]);
turndown.remove(["style", "script", "meta", "title", "head", "noscript", "template", "svg", "iframe", "object", "form", "button", "select", "textarea"]);
// Word marks emphasis by style, and Google Docs wraps everything in a bold that is none.
const isBold = node => /^(bold|[6-9]00)$/.test(node.style.fontWeight);
turndown.addRule("not-bold", { filter: node => node.nodeName === "B" && node.style.fontWeight === "normal", replacement: content => content });
turndown.addRule("bold-by-style", { filter: node => node.nodeName === "SPAN" && isBold(node) && node.textContent.trim() !== "" && !node.closest("h1, h2, h3, h4, h5, h6"), replacement: content => `**${content}**` });
turndown.addRule("italic-by-style", { filter: node => node.nodeName === "SPAN" && node.style.fontStyle === "italic" && !isBold(node) && node.textContent.trim() !== "", replacement: content => `*${content}*` });
// A picture on somebody else's server or inside the clipboard is not ours to show.
turndown.addRule("pictures", { filter: "img", replacement: (_, node) => /^https?:/.test(node.getAttribute("src") ?? "") ? `[${node.alt || "picture"}](${node.src})` : "" });
// A link that leads nowhere from here, or is none.
turndown.addRule("no-links", { filter: node => node.nodeName === "A" && !/^(https?:|mailto:|\/(?!\/))/i.test((node.getAttribute("href") ?? "").trim()), replacement: content => content });

// Whether there is more in it than pictures.
export function isText(html) {
  return parse(html).textContent.trim() !== "";
}

// Empty: nothing but plain text, which the browser pastes by itself.
export function toMarkdown(html) {
  const body = parse(html);
  if (!body.querySelector("a[href], b, strong, i, em, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre, code, del, s, [style*='font-weight'], [style*='font-style'], [style*='mso-list']")) {
    return "";
  }

  // The title of a post is its one heading of level 1.
  body.querySelectorAll("h1").forEach(heading => rename(heading, "h2"));
  listsOfWord(body);
  return turndown.turndown(body).replace(/\u00a0/g, " ");
}

// Nothing in it is run, loaded or shown.
function parse(html) {
  return new DOMParser().parseFromString(html, "text/html").body;
}

// Word has no lists, but paragraphs that begin with what looks like a mark of one.
function listsOfWord(body) {
  for (const paragraph of body.querySelectorAll("p[style*='mso-list']")) {
    const mark = paragraph.querySelector("[style*='mso-list']");
    const kind = /[\p{L}\p{N}]/u.test((mark?.textContent ?? "").replace(/^\s*o\s*$/, "")) ? "OL" : "UL";
    mark?.remove();
    const before = paragraph.previousElementSibling;
    const list = before?.nodeName === kind && before.hasAttribute("data-word") ? before : paragraph.ownerDocument.createElement(kind);
    list.setAttribute("data-word", "");
    if (list !== before) {
      paragraph.before(list);
    }

    list.append(paragraph);
    rename(paragraph, "li");
  }
}

function rename(element, name) {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}
