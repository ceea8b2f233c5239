// What a page starts once it is shown: keeping the site, and telling of versions. Neither is needed to read, so neither
// competes with the text for a slow line.

const start = () => Promise.all([import("./offline.js"), import("./versie.js")]);

if (document.readyState === "complete") void start();
else addEventListener("load", () => void start(), { once: true });
