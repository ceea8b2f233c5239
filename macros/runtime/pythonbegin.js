// Starts Python's worker before the rest of the page is read, from the head itself: behind the page's styles and
// modules it would start a quarter of a second later. assets/python.js takes it over, with what it has said by then.
// It also asks a browser that can (rel=expect) to draw the page once the tree stands in it whole, not three times while
// it comes; and shows the first question with that first drawing: the theme says that there are scripts only at its end.
document.documentElement.classList.add("boom-begon");
self.pythonBegin = { folder: "FOLDER", heard: [] };
if (typeof WebAssembly === "object" && typeof Worker === "function") {
  try {
    const worker = new Worker("FOLDERworker.js", { type: "module" });
    worker.onmessage = worker.onerror = (event) => self.pythonBegin.heard.push(event);
    self.pythonBegin.worker = worker;
  } catch (error) {
    self.pythonBegin.worker = null; // python.js tries again, and tells the reader why it fails
  }
}
document.head.append(Object.assign(document.createElement("link"), { rel: "expect", href: "#boom", blocking: "render" }));
