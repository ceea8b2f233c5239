// Leads an old address to the new one, with its anchor. Without JavaScript the page's links do.
const targets = JSON.parse(document.body.dataset.naar ?? "{}");
const anchor = decodeURIComponent(location.hash.slice(1));
const target = targets[anchor] ?? targets[""];
if (typeof target === "string") location.replace(target);
