// What is printed is printed whole: what is folded in it unfolds for the paper, and folds again, also in browsers whose styles
// cannot unfold. The sheet of a talk stays as the reader left it.

/** @param {HTMLElement} element the tree's */
export function unfoldOnPaper(element) {
  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];
  addEventListener("beforeprint", () => {
    const printed = element.dataset.stand === "begin" ? ".boom-tekst" : ".boom-knoop"; // as tree/paper.css shows
    const folds = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (element.querySelectorAll(`${printed}, ${printed} details`))];
    unfolded = folds.filter((fold) => fold.open === false && !fold.classList.contains("gesprek-vouw"));
    for (const fold of unfolded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of unfolded) fold.open = false;
    unfolded = [];
  });
}
