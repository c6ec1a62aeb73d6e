(() => {
  const overlaps = [];
  for (const table of document.querySelectorAll('table')) {
    if (table.closest('details:not([open])') !== null) continue;
    // A head that only a screen reader meets covers nothing.
    const isSeen = (cell) => getComputedStyle(cell.closest('thead') ?? cell).clipPath === 'none';
    const cells = [...table.querySelectorAll('th, td')]
      .filter(isSeen)
      .flatMap((cell) => [...cell.getClientRects()].map((box) => ({ cell, box })));
    // By their upper edge, so that only cells beside each other are compared.
    cells.sort((a, b) => a.box.top - b.box.top);
    cells.forEach(({ cell, box }, at) => {
      for (let next = at + 1; next < cells.length && cells[next].box.top < box.bottom - 2; next += 1) {
        const other = cells[next];
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const height = Math.min(box.bottom, other.box.bottom) - other.box.top;
        if (other.cell !== cell && width > 2 && height > 2)
          overlaps.push(
            `${table.closest('[id]')?.id}: “${cell.textContent.trim()}” and “${other.cell.textContent.trim()}”`,
          );
      }
    });
  }
  return overlaps.slice(0, 5);
})();
