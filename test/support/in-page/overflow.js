/** Names what is wider than the window, or wider than itself; a region that scrolls by design may hold more. */
(() => {
  const width = document.documentElement.clientWidth;
  const faults = [];
  if (document.documentElement.scrollWidth > width)
    faults.push(`the document is ${document.documentElement.scrollWidth} px wide`);
  const name = (element) => element.id || element.className || element.tagName.toLowerCase();
  for (const block of document.querySelectorAll(
    '.block, .masthead, .lede, .keys > div, .section > header, figure, svg',
  )) {
    const { left, right, width: own } = block.getBoundingClientRect();
    if (own === 0) continue;
    const scrolled = block.closest('.scroll') !== null && !block.matches('.block');
    if (!scrolled && (left < -0.5 || right > width + 0.5))
      faults.push(`${name(block)} reaches from ${left} to ${right}`);
    if (
      block.scrollWidth > block.clientWidth + 1 &&
      block.clientWidth > 0 &&
      getComputedStyle(block).overflowX === 'visible'
    )
      faults.push(`${name(block)} holds ${block.scrollWidth} px in ${block.clientWidth}`);
  }
  return faults;
})();
