// Long pages fold their parts; the theme unfolds what a link leads to, and all of them on paper. This adds a button that unfolds all,
// above the first fold; and it marks the folds that the reader opened himself, as paper leaves out some that only the theme opened.

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

addEventListener("click", ({ target }) => {
  const summary = target instanceof Element ? target.closest("summary") : null;
  const fold = summary?.parentElement;
  if (fold instanceof HTMLDetailsElement) fold.toggleAttribute("data-zelf-open", !fold.open); // the click still opens or shuts it
});

export {};
