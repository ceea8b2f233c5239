// Prints scripts (JSON: name to code) as TypeScript writes them without comments.
import { readFileSync } from "node:fs";
import ts from "typescript";

const compilerOptions = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, removeComments: true };
const scripts = Object.entries(JSON.parse(readFileSync(0, "utf8")));
console.log(JSON.stringify(scripts.map(([name, code]) => [name, ts.transpileModule(code, { compilerOptions }).outputText])));
