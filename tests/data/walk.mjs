// All that a program needs to run a tree of /api/beslisbomen.json as the site does; its schema says what the fields mean.

/** The questions and outcomes of a tree by id. */
export const nodesOf = (tree) => new Map([...tree.vragen, ...tree.uitkomsten].map((node) => [node.id, node]));

/** Where the answers ([question, answer] in the order in which they were given) lead: the node, the answers that it offers, and
 * the earlier answer to confirm when something that it rests on was changed after it. */
export function walk(nodes, start, answers) {
  const given = new Map(answers);
  const moment = new Map(answers.map(([question], number) => [question, number]));
  const about = (question) => question.antwoorden.flatMap((answer) => answer.zegt ?? []).map((value) => value.split(":")[0]);
  const said = new Set();
  const route = [];
  const fits = (answer) => !(answer.nietNa ?? []).some((value) => said.has(value));
  let node = nodes.get(start);
  let earlier = "";
  while (node.antwoorden && given.has(node.id)) {
    const answer = node.antwoorden.find((one) => one.id === given.get(node.id));
    if (!answer || !fits(answer)) break;
    const rests = (node.steuntOp ?? []).filter((aspect) => aspect !== "twijfel");
    const later = route.filter((question) => moment.get(question.id) > moment.get(node.id));
    if (later.some((question) => about(question).some((aspect) => rests.includes(aspect)))) {
      earlier = answer.id;
      break;
    }
    route.push(node);
    (answer.zegt ?? []).forEach((value) => said.add(value));
    node = nodes.get(answer.naar);
  }
  return { node: node.id, offered: (node.antwoorden ?? []).filter(fits).map((answer) => answer.id), earlier };
}
