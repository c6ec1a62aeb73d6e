/** Labels of visible charts that lie over one another, or beyond the block that their chart is in. */
(() => {
  const faults = [];
  for (const svg of document.querySelectorAll('svg.chart')) {
    const block = svg.closest('.block')?.getBoundingClientRect();
    if (block === undefined || svg.getBoundingClientRect().width === 0) continue;
    const labels = [...svg.querySelectorAll('text')]
      .map((label) => ({ text: label.textContent.trim(), box: label.getBoundingClientRect() }))
      .filter(({ text, box }) => text !== '' && box.width > 0);
    const chart = svg.closest('[id]')?.id;
    labels.forEach(({ text, box }, at) => {
      // A screen may round the widths of letters to whole pixels.
      const slack = 2 + 0.05 * box.width;
      if (box.left < block.left - slack || box.right > block.right + slack)
        faults.push(
          `${chart}: “${text}” reaches ${Math.round(Math.max(block.left - box.left, box.right - block.right))} px beyond its block`,
        );
      for (const other of labels.slice(at + 1)) {
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        // A line of text is higher than its letters.
        const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (width > 1 && height > 0.4 * Math.min(box.height, other.box.height))
          faults.push(`${chart}: “${text}” and “${other.text}”`);
      }
    });
  }
  return faults.slice(0, 5);
})();
