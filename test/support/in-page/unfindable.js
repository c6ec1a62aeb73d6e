/** Words of the page that a browser's find does not come to: neither shown nor in a `details`, which it opens. */
(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    // A drawing for another width says what the one that is shown says; alternatives are for screen readers.
    if (data.trim() === '' || parentElement.closest('script, style, .canvas, .drawing > [hidden]') !== null)
      continue;
    const closed = parentElement.closest('details:not([open])');
    if (closed === null ? !parentElement.checkVisibility() : closed.firstElementChild?.tagName !== 'SUMMARY')
      faults.push(data.trim());
    if (getComputedStyle(parentElement).userSelect === 'none')
      faults.push(`not to be copied: ${data.trim()}`);
  }
  return faults.slice(0, 5);
})();
