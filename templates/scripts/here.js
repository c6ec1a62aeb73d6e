/* In an archive a briefing shows what came after it, from `../here.js`; anywhere else it requests nothing. */
(() => {
  const place = /\/reports\/(\d{4}-\d{2}-\d{2})\/r(\d+)\/briefing\.html$/.exec(location.pathname);
  if (!place) return;
  document.body.dataset.archive = '../../../';
  const months = 'January February March April May June July August September October November December'.split(' ');
  const named = (date) => `${months[date.slice(5, 7) - 1]} ${Number(date.slice(8))}, ${date.slice(0, 4)}`;

  function link(text, href) {
    const made = document.createElement('a');
    made.textContent = text;
    made.href = href;
    return made;
  }

  function bar({ previous, next }) {
    const made = document.createElement('nav');
    made.className = 'archive-bar';
    made.setAttribute('aria-label', 'Archive');
    const side = (date, text) => (date ? link(text(named(date)), `../../${date}/index.html`) : document.createElement('span'));
    made.append(side(previous, (date) => `‹ ${date}`), link('All sessions', '../../../index.html'), side(next, (date) => `${date} ›`));
    return made;
  }

  function superseded({ newest, why }) {
    const made = document.createElement('aside');
    made.className = 'marks';
    made.setAttribute('aria-label', 'Superseded');
    const name = document.createElement('strong');
    name.textContent = 'SUPERSEDED';
    made.append(name, ` by revision ${newest}: ${why}. `, link('Read that', `../r${newest}/briefing.html`), ', or ', link('compare both', `../../../compare.html#a=${place[1]}.${place[2]}&b=${place[1]}.${newest}`), '.');
    return made;
  }

  window.here = (of) => {
    const head = document.querySelector('.masthead');
    head.before(bar(of));
    if (of.newest > Number(place[2])) head.after(superseded(of));
  };
  const script = document.createElement('script');
  script.src = '../here.js';
  document.head.append(script);
})();
