// The oldest engines that the scripts are for (doc/engines.md: the table, and why): what these do not know may be used only where the
// script looks first whether it is there. tsc looks at the language's own functions (`lib` in jsconfig.json), this at the
// browser's and at the syntax. tests/build/test_oldest_engines.py runs it.
import compat from "eslint-plugin-compat";

const TREES = ["safari 15.4", "ios_saf 15.4", "chrome 93", "firefox 92"];
const PYTHON = ["safari 16.0", "ios_saf 16.0", "chrome 95", "firefox 114"];

/** Syntax of ECMAScript 2022 that an engine of that year did not have: it stops a whole file. */
const SYNTAX = [
  { selector: "StaticBlock", message: "Safari knows static blocks from 16.4." },
  { selector: "Literal[regex.pattern=/\\(\\?<[=!]/]", message: "Safari knows lookbehind from 16.4." },
];

/** @param {string[]} files @param {string[]} targets @param {string[]} looked what the scripts use only where it is there */
const scripts = (files, targets, looked) => ({
  files,
  plugins: { compat },
  rules: { "compat/compat": "error", "no-restricted-syntax": ["error", ...SYNTAX] },
  languageOptions: { ecmaVersion: 2022, sourceType: "module" },
  settings: { targets, polyfills: looked },
});

export default [
  scripts(["**/*.js"], TREES, ["navigator.connection", "navigator.locks"]),
  scripts(["**/runtime/worker.js", "**/runtime/edition_worker.js", "**/runtime/pythonbegin.js"], PYTHON, []),
];
