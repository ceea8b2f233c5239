// What a page starts once it is shown: keeping the site, telling of versions, copying without soft hyphens, unfolding all at once.
// None is needed to read, so none competes with the text for a slow line.

const start = () => Promise.all([import("./offline.js"), import("./versie.js"), import("./kopieren.js"), import("./vouw.js")]);

if (document.readyState === "complete") void start();
else addEventListener("load", () => void start(), { once: true });
