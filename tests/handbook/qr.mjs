// Read QR codes as a scanner does, with ZBar: node qr.mjs WIDTH FILE… of grey pixels, a line of JSON with what each held.
import { readFileSync } from "node:fs";
import { scanGrayBuffer } from "@undecaf/zbar-wasm";

const [width, ...files] = process.argv.slice(2);
for (const file of files) {
  const pixels = readFileSync(file);
  const buffer = pixels.buffer.slice(pixels.byteOffset, pixels.byteOffset + pixels.length);
  const found = await scanGrayBuffer(buffer, Number(width), pixels.length / Number(width));
  console.log(JSON.stringify(found.map((symbol) => [symbol.typeName, symbol.decode()])));
}
