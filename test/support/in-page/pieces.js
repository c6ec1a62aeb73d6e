/**
 * Everything that must not be split between sheets, as the run of words that it puts on paper: rows, charts with
 * their titles, headings with the first words under them. In print, words are in the order of the document.
 */
(() => {
  const visible = (element) => element.getClientRects().length > 0;
  const words = (element) => {
    const pieces = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent.closest('title, desc') === null && visible(parent)) pieces.push(walker.currentNode.data);
    }
    return pieces.join('');
  };
  const rows = [...document.querySelectorAll('tr')].map((row) => ({ kind: 'row', text: words(row) }));
  const charts = [...document.querySelectorAll('figure')].map((figure) => ({
    kind: 'chart',
    text: [figure.querySelector('figcaption'), ...figure.querySelectorAll('svg')]
      .filter(visible)
      .map(words)
      .join(''),
  }));
  const headings = [...document.querySelectorAll('.section > header')].map((header) => ({
    kind: 'heading',
    text:
      words(header) + (header.nextElementSibling ? words(header.nextElementSibling).trim().slice(0, 40) : ''),
  }));
  return [...rows, ...charts, ...headings].filter(({ text }) => text.trim() !== '');
})();
