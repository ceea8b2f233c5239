// Joins a script with all that it imports at its start; what it imports later stays apart. Reads {begin, scripts: address to code} as
// JSON; prints {code, joined: the addresses of what went into it}.
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { build } from "esbuild";

const { begin, scripts } = JSON.parse(readFileSync(0, "utf8"));

const ours = {
  name: "ours",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
      if (kind === "dynamic-import") return { external: true };
      return { path: importer ? posix.join(posix.dirname(importer), path) : path, namespace: "ours" };
    });
    onLoad({ filter: /.*/, namespace: "ours" }, ({ path }) =>
      Object.hasOwn(scripts, path) ? { contents: scripts[path] } : { errors: [{ text: `${path} is not published` }] });
  },
};
const { outputFiles, metafile } = await build({
  entryPoints: [begin],
  plugins: [ours],
  bundle: true,
  format: "esm",
  charset: "utf8",
  legalComments: "none",
  minifyWhitespace: true,
  metafile: true,
  write: false,
  logLevel: "silent",
}).catch((error) => {
  console.error((error.errors ?? [{ text: error }]).map(({ text }) => text).join("\n"));
  process.exit(1);
});
const joined = Object.keys(metafile.inputs).map((path) => path.replace(/^ours:/, ""));
process.stdout.write(JSON.stringify({ code: outputFiles[0].text, joined }));
