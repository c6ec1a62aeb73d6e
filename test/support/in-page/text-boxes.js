// Where text is on the page, in CSS pixels: one box a line of each text node that is shown.
(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.data.trim().length < 2) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { x, y, width, height } of range.getClientRects()) {
      if (width > 3 && height > 3) boxes.push({ text: node.data.trim(), x, y: y + scrollY, width, height });
    }
  }
  return boxes;
})();
