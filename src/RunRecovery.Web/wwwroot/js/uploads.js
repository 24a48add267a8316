// Sends one file to the desk. The editor and the media page use it.

/** As many bytes as the server takes; it looks again. */
const MAX_PICTURE_BYTES = 26214400;
const MAX_BYTES = 209715200;

const ADDRESS = "/admin/media/upload";

const PROBLEMS = {
  0: "the connection was lost. Nothing was stored; try again.",
  400: "the server did not understand the upload. Reload this page and try again.",
  401: "you are signed out. Sign in in another tab, then try again.",
  403: "your role does not include uploading.",
  413: "the file is too large.",
  507: "the server could not store the file.",
};

const MB = (bytes) => Math.round(bytes / 1024 / 1024 * 10) / 10;

/**
 * Resolves to { id, path, address, name, kind, width, height, alt, markdown }; rejects with an Error whose message is for the author.
 * @param {File} file
 * @param {(share: number) => void} [onProgress] Told how much is sent, from 0 to 1.
 * @param {{ alt?: string, signal?: AbortSignal }} [options]
 */
export function upload(file, onProgress = () => {}, { alt, signal } = {}) {
  const limit = file.type.startsWith("image/") ? MAX_PICTURE_BYTES : MAX_BYTES;
  if (file.size > limit) {
    return Promise.reject(new Error(`the file has ${MB(file.size)} MB; at most ${MB(limit)} MB are allowed.`));
  }

  const form = new FormData();
  if (alt) {
    form.append("alt", alt);
  }

  form.append("file", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (problem) => reject(new Error(problem));
    request.open("POST", ADDRESS);
    request.responseType = "json";
    request.setRequestHeader("RequestVerificationToken", document.querySelector("input[name=__RequestVerificationToken]")?.value ?? "");
    request.upload.addEventListener("progress", (event) => event.lengthComputable && onProgress(event.loaded / event.total));
    request.addEventListener("load", () => request.status < 300 && request.response?.markdown
      ? resolve(request.response)
      : fail(request.response?.problem ?? PROBLEMS[request.status] ?? "the upload failed."));
    request.addEventListener("error", () => fail(PROBLEMS[0]));
    request.addEventListener("abort", () => fail("the upload was stopped."));
    signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
