// Gives the reader a file that was made in the page, to keep where he likes; it goes nowhere else.

/** @param {string} name @param {BlobPart} content @param {string} type its media type */
export function saveFile(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
