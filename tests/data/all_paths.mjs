// Walk every path of every tree with walk.mjs, and the cases of a file: node all_paths.mjs TREES CASES. Prints JSON.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { nodesOf, walk } from "./walk.mjs";

const [trees, cases] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));

function every(tree) {
  const hash = createHash("sha256");
  const nodes = nodesOf(tree);
  let count = 0;
  const follow = (answers) => {
    const { node, offered } = walk(nodes, tree.start, answers);
    for (const answer of offered) follow([...answers, [node, answer]]);
    if (!offered.length) {
      count += 1;
      hash.update(`${answers.map((pair) => pair.join("=")).join(">")}>${node}\n`);
    }
  };
  follow([]);
  return { count, hash: hash.digest("hex") };
}

function lead([id, answers]) {
  const tree = trees.bomen.find((one) => one.id === id);
  return walk(nodesOf(tree), tree.start, answers);
}

const paths = Object.fromEntries(trees.bomen.map((one) => [one.id, every(one)]));
console.log(JSON.stringify({ paths, cases: cases.map(lead) }));
