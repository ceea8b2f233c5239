// What a reader copies is the text, without the soft hyphens that say where a long word may break.

const SOFT_HYPHENS = /\u00ad/g;

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  const text = String(selection);
  if (!event.clipboardData || !selection?.rangeCount || !text.includes("\u00ad")) return;
  const copy = document.createElement("div");
  for (let at = 0; at < selection.rangeCount; at++) copy.append(selection.getRangeAt(at).cloneContents());
  event.clipboardData.setData("text/plain", text.replace(SOFT_HYPHENS, ""));
  event.clipboardData.setData("text/html", copy.innerHTML.replace(SOFT_HYPHENS, ""));
  event.preventDefault();
});

export {};
