// Leads an old address to the new one, with its anchor. Without JavaScript the page's links do.
import { fragment, own, parsed, textOr } from "./invoer.js";

const targets = parsed(document.body.dataset.naar);
const target = textOr(own(targets, fragment()) ?? own(targets, ""), "");
if (target) location.replace(target);
