// Starts Python's worker before the rest of the page is read, from the head itself: behind the page's styles and
// modules it would start a quarter of a second later. assets/python.js takes it over, with what it has said by then.
// Each start leaves a mark first. Where two are left from before, it does not start: assets/python.js looks why.
// It also asks a browser that can (rel=expect) to draw the page once the tree stands in it whole, not three times while
// it comes; and shows the first question with that first drawing: the theme says that there are scripts only at its end.
// With a link's answers it is another question or an advice that comes first: until then nothing is shown (tree/walk.css).
// A browser below the oldest that the page's scripts are for (doc/engines.md) gets the tree as text, and is told so; so does one to
// which these scripts did not come, or came as something else, by the time that the page is loaded.
if ("noModule" in HTMLScriptElement.prototype && Object.hasOwn && Array.prototype.at) {
  const FOLDER = "";
  self.pythonBegin = {
    folder: FOLDER,
    heard: [],
    mark: "",
    modules: false,
    name: "rekenhulp-start:" + new URL(FOLDER, location.href).pathname,
    left() {
      try {
        return Object.keys(localStorage).filter((name) => name.startsWith(this.name));
      } catch (error) {
        return [];
      }
    },
    forget() {
      try {
        localStorage.removeItem(this.mark);
      } catch (error) {
        // forbidden: then there is no mark
      }
    },
    begin() {
      const begun = this;
      begun.heard = [];
      begun.mark = begun.name + Math.random();
      try {
        localStorage.setItem(begun.mark, "");
      } catch (error) {
        begun.mark = "";
      }
      const options = {
        get type() {
          begun.modules = true; // asked for: so this browser knows modules in workers
          return "module";
        },
      };
      try {
        const worker = new Worker(FOLDER + "worker.js", options);
        worker.onmessage = worker.onerror = (event) => begun.heard.push(event);
        begun.worker = worker;
      } catch (error) {
        begun.worker = null; // python.js tries again, and tells the reader why it fails
      }
    },
  };
  // Who leaves before the page's script has come did not crash.
  addEventListener("pagehide", () => self.pythonBegin.forget());
  document.documentElement.classList.add("boom-begon");
  if (location.hash.startsWith("#a=")) document.documentElement.classList.add("boom-wacht");
  if (typeof WebAssembly === "object" && typeof Worker === "function" && self.pythonBegin.left().length < 2) self.pythonBegin.begin();
  document.head.append(Object.assign(document.createElement("link"), { rel: "expect", href: "#boom", blocking: "render" }));
  addEventListener("load", () => {
    if (document.querySelector(".boom[data-loopt]")) return;
    document.documentElement.classList.add("boom-oud");
    document.documentElement.classList.remove("boom-wacht");
    if (self.pythonBegin.worker) self.pythonBegin.worker.terminate();
    self.pythonBegin.forget();
  });
} else document.documentElement.classList.add("boom-oud");
