/** What a copy of the whole first table puts on the clipboard. */
(() => {
  const table = document.querySelector('.block.table table');
  const range = document.createRange();
  range.selectNodeContents(table);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  const clipboardData = new DataTransfer();
  dispatchEvent(new ClipboardEvent('copy', { clipboardData, cancelable: true }));
  return clipboardData.getData('text/plain');
})();
