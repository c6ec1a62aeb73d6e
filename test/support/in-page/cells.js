/** Names every cell of a table whose words leave it, or that leaves its block. */
(() => {
  const faults = [];
  for (const cell of document.querySelectorAll('.block.table th, .block.table td')) {
    const [box] = cell.getClientRects();
    if (box === undefined || cell.textContent.trim() === '') continue;
    const block = cell.closest('.block').getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(cell);
    const words = [...range.getClientRects()];
    const [left, right] = [Math.min(...words.map((w) => w.left)), Math.max(...words.map((w) => w.right))];
    // What does not fit here goes on in the next column of the page, where its own box is.
    if (cell.getClientRects().length > 1) continue;
    // The letter of a footnote hangs beyond its number: it may take the space before the words of the next cell.
    const hangs = cell.querySelector(':scope > .mark') !== null && cell.nextElementSibling !== null;
    const space = hangs ? Number.parseFloat(getComputedStyle(cell.nextElementSibling).paddingLeft) : 0;
    if (left < box.left - 1 || right > box.right + space + 1)
      faults.push(`"${cell.textContent.trim()}" leaves its cell`);
    if (box.left < block.left - 1 || box.right > block.right + 1)
      faults.push(`"${cell.textContent.trim()}" leaves ${cell.closest('.block').id}`);
  }
  return faults;
})();
