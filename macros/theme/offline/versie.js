// Says on a page of an older version that there is a newer one. Only where versions stand side by side: two folders up
// from this file then stands versies.json. Elsewhere nothing is shown, and no other origin is asked.

import { rawFragment } from "./invoer.js";

const site = new URL("..", import.meta.url);
const own = site.pathname.split("/").at(-2) ?? "";

async function tell() {
  if (!/^v\d/.test(own)) return; // no version in the address: a site by itself
  const response = await fetch(new URL("../versies.json", site));
  if (!response.ok) return;
  /** @type {unknown} */
  const list = await response.json();
  if (!Array.isArray(list)) return;
  const newest = list.find((name) => typeof name === "string" && /^v[\d.]+$/.test(name));
  if (!newest || newest === own) return;
  const path = location.pathname.slice(site.pathname.length);
  const link = document.createElement("a");
  link.href = new URL(`../${newest}/${path}${rawFragment()}`, site).href;
  link.textContent = `Bekijk versie ${newest.slice(1)}`;
  const notice = document.createElement("p");
  notice.className = "oude-versie";
  notice.setAttribute("role", "status");
  notice.append(`Je leest versie ${own.slice(1)}. Er is een nieuwere. `, link, ".");
  document.querySelector("article")?.prepend(notice);
}

tell().catch(() => undefined); // no list: nothing is known, so nothing is said
