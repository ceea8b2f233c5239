// What this tab's history keeps of a walk is sealed, with a key that stands apart from it. A browser keeps old entries of a tab's
// history, also on its disk, where no page can remove them. “Wis alles” therefore throws away the key: then nobody can read any
// of them again. The key is a file of its own in the browser's cache storage, because a file can be removed and leaves no
// log; sessionStorage holds only which keys are this tab's. (doc/adr/0018-wiping-throws-the-key-away.md)

import { shelved, store, stored } from "./boominvoer.js";
import { count, own, parsed, textOr } from "./invoer.js";

const SITE = new URL("..", import.meta.url);
const SHELF = `antwoord-sleutels:${SITE.pathname}`; // other versions and other applications share the origin
const TAB = `antwoord-sleutel:${SITE.pathname}`;
const IDS = /^[0-9a-f]{32}(?: [0-9a-f]{32}){0,999}$/;
const STREAM = 262_144; // bytes that can be sealed before more must be made: some 500 steps
const BLOCK = 16; // bytes, of AES
const KEEP = 7 * 86_400_000; // milliseconds after which the key of a tab that was closed, or never shown again, is removed
const WHEN = "x-gemaakt";

/** @typedef {{sleutel: string, stap: string, begin: Uint8Array, vanaf: number, code: Uint8Array}} Sealed which key; which step of which
 * page; the start of the stream, the first block of it that was used, and the bytes */

/** @param {number} bytes @returns {Uint8Array<ArrayBuffer>} */
const random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));
/** @returns {string} */
const newId = () => [...random(16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
/** @param {string} id */
const addressOf = (id) => new URL(`antwoord-sleutel/${id}`, SITE).href;

/** The counter of AES-CTR: eight bytes by chance, and the number of the block. @param {Uint8Array} begin @param {number} block */
function counter(begin, block) {
  const bytes = new Uint8Array(BLOCK);
  bytes.set(begin.subarray(0, 8));
  new DataView(bytes.buffer).setUint32(12, block);
  return { name: "AES-CTR", counter: bytes, length: 64 };
}

/** @param {"encrypt" | "decrypt"} way @param {Uint8Array | undefined} key @param {Uint8Array} begin @param {number} block @param {Uint8Array} bytes */
async function cipher(way, key, begin, block, bytes) {
  const usable = await crypto.subtle.importKey("raw", /** @type {BufferSource} */ (key), "AES-CTR", false, [way]);
  return new Uint8Array(await crypto.subtle[way](counter(begin, block), usable, /** @type {BufferSource} */ (bytes)));
}

export class Vault {
  constructor() {
    /** Whether this browser has what it takes; without it the tab's history holds the answers as they are. */
    this.able = typeof globalThis.crypto?.subtle === "object" && "caches" in globalThis;
    /** What this page itself kept, by step: read at once. @type {Map<string, unknown>} */
    this.steps = new Map();
    this.page = this.able ? newId() : "";
    this.writing = Promise.resolve(true);
    /** Keys that this page threw away: the browser may still be busy with it. @type {Set<string>} */
    this.wiped = new Set();
    this.begin = new Uint8Array(8);
    this.used = 0;
    /** @type {(() => void)} told when what was kept before the stream was there can be kept again */
    this.refreshed = () => undefined;
    this.renew();
  }

  /** A key of its own, not kept anywhere yet. */
  renew() {
    this.remembered = false;
    /** @type {Uint8Array | null} */
    this.stream = null;
    this.preparing = false;
    if (!this.able) return;
    this.id = newId();
    this.bytes = random(32);
    void this.prepare();
  }

  /** Makes a stream to seal with: AES in counter mode over nothing, each byte of it used once. */
  async prepare() {
    if (this.preparing) return;
    this.preparing = true;
    const { id, bytes } = this;
    const begin = random(8);
    try {
      const stream = await cipher("encrypt", bytes, begin, 0, new Uint8Array(STREAM));
      if (id !== this.id) return; // wiped meanwhile, or this tab had a key
      Object.assign(this, { begin, stream, used: 0, preparing: false });
    } catch {
      this.able = false;
    }
    this.refreshed();
  }

  /** The key that an entry was sealed with; this page goes on with it, when it has kept nothing yet.
   * @param {string} id @returns {Promise<Uint8Array | null>} */
  async keyOf(id) {
    if (id === this.id) return this.bytes ?? null;
    const bytes = this.able && IDS.test(id) && !this.wiped.has(id) ? await shelved(SHELF, addressOf(id)) : null;
    if (bytes?.length !== 32) return null;
    if (this.remembered) return bytes;
    Object.assign(this, { id, bytes, remembered: true, stream: null, preparing: false });
    this.name();
    void this.prepare();
    return bytes;
  }

  /** @returns {string[]} the keys of this tab's pages */
  names() {
    return stored("sessionStorage", TAB, IDS)?.split(" ") ?? [];
  }

  /** Says that this page's key is one of this tab's. */
  name() {
    store("sessionStorage", TAB, [...new Set([...this.names(), this.id])].join(" "));
  }

  /** @param {unknown} value plain data @returns {unknown} the same, to keep where it may stay behind */
  seal(value) {
    if (!this.able) return value;
    const step = `${this.page}-${this.steps.size}`;
    this.steps.set(step, value);
    void this.remember();
    /** @type {Partial<Sealed>} */
    const sealed = { sleutel: this.id, stap: step };
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const from = Math.ceil(this.used / BLOCK) * BLOCK;
    if (!this.stream || from + bytes.length > STREAM) return sealed; // `refreshed` follows
    const stream = this.stream;
    const code = bytes.map((byte, index) => byte ^ stream[from + index]);
    Object.assign(sealed, { begin: this.begin, vanaf: from / BLOCK, code });
    this.used = from + bytes.length;
    if (this.used > STREAM / 2) void this.prepare();
    return sealed;
  }

  /** @param {unknown} entry @returns {boolean} whether it is something sealed */
  static isSealed(entry) {
    return typeof own(entry, "sleutel") === "string";
  }

  /** @param {unknown} entry something sealed @returns {unknown} what it holds, if this very page sealed it */
  read(entry) {
    return this.steps.get(textOr(own(entry, "stap"), ""));
  }

  /** @param {unknown} entry something sealed @returns {Promise<unknown>} what it holds; undefined once its key is gone */
  async open(entry) {
    const known = this.read(entry);
    if (known !== undefined) return known;
    const [begin, code] = [own(entry, "begin"), own(entry, "code")];
    const bytes = await this.keyOf(textOr(own(entry, "sleutel"), ""));
    if (!bytes || !(begin instanceof Uint8Array) || !(code instanceof Uint8Array)) return undefined;
    try {
      const plain = await cipher("decrypt", bytes, begin, count(own(entry, "vanaf"), STREAM / BLOCK), code);
      return parsed(new TextDecoder().decode(plain));
    } catch {
      return undefined;
    }
  }

  /** Whether nobody wiped what cannot be opened: the browser itself let go of the key, as WebKit does in a private window when a page is
   * loaded again, or it was removed after a week. @param {unknown} entry something sealed, that did not open */
  isLost(entry) {
    return this.names().includes(textOr(own(entry, "sleutel"), ""));
  }

  /** Another key, where the browser let go of this one, or a copy of this tab was wiped: what follows can be read again. */
  async replaceLost() {
    const { id = "" } = this;
    await this.writing;
    const there = await shelved(SHELF, addressOf(id));
    if (!there && this.able && id === this.id && this.names().includes(id)) this.renew(); // else someone wiped meanwhile
  }

  /** Keeps the key, once there is something to open with it; and removes those of tabs long gone. */
  remember() {
    if (this.remembered) {
      void this.replaceLost();
      return this.writing;
    }
    this.remembered = true;
    const { id, bytes } = this;
    this.name();
    this.writing = this.writing.then(async () => {
      try {
        const shelf = await caches.open(SHELF);
        await shelf.put(addressOf(id ?? ""), new Response(bytes, { headers: { [WHEN]: String(Date.now()) } }));
        for (const request of await shelf.keys()) {
          const made = Number((await shelf.match(request))?.headers.get(WHEN));
          if (request.url !== addressOf(this.id ?? "") && Math.abs(Date.now() - made) > KEEP) await shelf.delete(request);
        }
        return true;
      } catch {
        this.able = false; // no room, or forbidden: then as it is
        this.refreshed();
        return false;
      }
    });
    return this.writing;
  }

  /** Whether another page of this tab wiped everything, while this one stood ready to go back to. @returns {Promise<boolean>} */
  async isGone() {
    if (!this.able || !this.remembered || this.names().includes(this.id ?? "")) return false;
    await this.writing;
    return !(await shelved(SHELF, addressOf(this.id ?? "")));
  }

  /** Throws this tab's keys away. @returns {Promise<boolean>} whether nothing can be read any more; false: the tab must be closed */
  async wipe() {
    const { able } = this;
    const ids = [...new Set([...this.names(), ...(this.remembered ? [this.id ?? ""] : [])])];
    for (const id of [...ids, this.id ?? ""]) this.wiped.add(id);
    this.steps.clear();
    this.bytes?.fill(0);
    this.stream?.fill(0);
    const named = store("sessionStorage", TAB, null); // without it, other pages of this tab may have a key that is not known here
    this.renew();
    if (!able) return false;
    this.writing = this.writing.then(async () => {
      try {
        if (!ids.length) return named;
        const shelf = await caches.open(SHELF);
        for (const id of ids) await shelf.delete(addressOf(id));
        const left = await Promise.all(ids.map((id) => shelved(SHELF, addressOf(id))));
        return named && left.every((bytes) => bytes === null);
      } catch {
        return false;
      }
    });
    return this.writing;
  }
}
