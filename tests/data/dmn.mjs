// Walk every path of a tree with a DMN engine of others: node dmn.mjs FILE. Prints JSON: how many, their digest, the advice.
// The engine reads DMN 1.1, whose tables are those of 1.3 under another name. What it said once is remembered; where no answer can be
// closed by what was said before, it is asked without that. Standard input: {start, aspects, answers, closable, outcomes}.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import engine from "@hbtgmbh/dmn-eval-js";

const { start, aspects, answers, closable, outcomes } = JSON.parse(readFileSync(0, "utf8"));
const xml = readFileSync(process.argv[2], "utf8").replaceAll(
  "https://www.omg.org/spec/DMN/20191111/MODEL/",
  "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
);
const { decisionTable } = engine;
const decisions = await decisionTable.parseDmnXml(xml);
const nothing = Object.fromEntries(aspects.map((name) => [name, ""]));
const known = new Map();

function next(context) {
  const key = JSON.stringify(context);
  if (!known.has(key)) known.set(key, decisionTable.evaluateDecision("volgende", decisions, context));
  return known.get(key);
}

const hash = createHash("sha256");
let count = 0;
function follow(question, said, path) {
  if (!(question in answers)) {
    count += 1;
    hash.update(`${[...path, question].join(">")}\n`);
    return;
  }
  for (const answer of answers[question]) {
    const found = next({ vraag: question, antwoord: answer, ...(closable.includes(question) ? said : nothing) });
    if (found.naar === "niet-aangeboden") continue;
    const now = { ...said };
    for (const name of Object.keys(said)) now[name] = found[`zegt_${name}`] || said[name];
    follow(found.naar, now, [...path, `${question}=${answer}`]);
  }
}

follow(start, nothing, []);
const advice = (uitkomst) => decisionTable.evaluateDecision("advies", decisions, { uitkomst });
console.log(JSON.stringify({ count, hash: hash.digest("hex"), asked: known.size, advice: outcomes.map(advice) }));
