(() => {
  const broken = [];
  for (const label of document.querySelectorAll(
    'h1, h2, h3, table:not(.small) tbody th, table:not(.small) tbody .hint',
  )) {
    if (label.closest('details:not([open])') !== null) continue;
    const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const word of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(`${label.closest('[id]')?.id}: ${word[0]}`);
      }
    }
  }
  return broken;
})();
