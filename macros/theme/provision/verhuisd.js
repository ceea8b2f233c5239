// Leads an old address to the new one, with its anchor. Without JavaScript the page's links do.
import { readFragment } from "./fragment.js";

const targets = JSON.parse(document.body.dataset.naar ?? "{}");
const anchor = readFragment(location.hash);
const target = Object.hasOwn(targets, anchor) ? targets[anchor] : targets[""];
if (typeof target === "string") location.replace(target);
