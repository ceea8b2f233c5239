// What a page starts once it is shown: keeping the site, telling of versions, copying without soft hyphens, unfolding all at once, the menu by keys.
// Who chose other colours than the device has gets the header's in the browser's bar too: the theme keeps a note of it that counts
// once those for the device are gone. None is needed to read, so none competes with the text for a slow line.

const start = () =>
  Promise.all([import("./menu.js"), import("./offline.js"), import("./versie.js"), import("./kopieren.js"), import("./vouw.js")]);

if (document.querySelector('meta[name="theme-color"]:not([media])')) {
  for (const device of document.querySelectorAll('meta[name="theme-color"][media]')) device.remove();
}

if (document.readyState === "complete") void start();
else addEventListener("load", () => void start(), { once: true });
