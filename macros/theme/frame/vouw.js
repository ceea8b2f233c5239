// Long pages fold their parts; the theme unfolds what a link leads to, and all of them on paper. This adds a button that unfolds all,
// above the first fold.

const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.groep, details.rij-vouw"));

if (folds.length) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "vouw-alles";
  const all = () => [...folds].every((fold) => fold.open);
  const say = () => (button.textContent = all() ? "Vouw alles dicht" : "Vouw alles uit");
  button.addEventListener("click", () => {
    const open = !all();
    for (const fold of folds) fold.open = open;
    say();
  });
  say();
  folds[0].before(button);
}

export {};
