// An advice that is printed is printed whole: what is folded in it unfolds for the paper, and folds again. The sheet of a talk stays
// as the reader left it.

/** @param {HTMLElement} element the tree's */
export function unfoldOnPaper(element) {
  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];
  addEventListener("beforeprint", () => {
    const folds = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (element.querySelectorAll(".boom-knoop details:not([open])"))];
    unfolded = folds.filter((fold) => !fold.classList.contains("gesprek-vouw"));
    for (const fold of unfolded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of unfolded) fold.open = false;
    unfolded = [];
  });
}
