/** Words of neighbouring cells, letters of footnotes among them, that stand closer than a space or over each other. */
(() => {
  const isSeen = (cell) => getComputedStyle(cell.closest('thead') ?? cell).clipPath === 'none';
  const lines = (cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      if (walker.currentNode.data.trim() === '') continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      found.push(...range.getClientRects());
    }
    return found.filter(({ width, height }) => width > 1 && height > 1);
  };
  const faults = [];
  for (const row of document.querySelectorAll('.block tr')) {
    const cells = [...row.cells]
      .filter(isSeen)
      .map((cell) => ({ text: cell.textContent.trim(), lines: lines(cell) }));
    cells.forEach((left, at) => {
      for (const right of cells.slice(at + 1))
        for (const a of left.lines)
          for (const b of right.lines) {
            const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right);
            if (height > 2 && gap < 2)
              faults.push(
                `${row.closest('[id]')?.id}: “${left.text}” and “${right.text}”, ${gap.toFixed(1)} px`,
              );
          }
    });
  }
  return [...new Set(faults)].slice(0, 5);
})();
