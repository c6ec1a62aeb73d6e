/* Tells a figure's record where it stands, and lets the arrow keys walk from figure to figure. */
(() => {
  const tell = document.getElementById('tell');
  if (!tell.showPopover) return;
  let opener = null;

  const record = (link) => {
    const id = decodeURIComponent(link.hash.slice(1));
    return document.getElementById(id)?.closest('.record') ?? null;
  };

  function fill(entry) {
    const copy = entry.cloneNode(true);
    copy.removeAttribute('id');
    const method = copy.querySelector('a.method');
    const definition = method && document.getElementById(decodeURIComponent(method.hash.slice(1)));
    if (definition) {
      const words = document.createElement('p');
      words.className = 'definition';
      words.textContent = definition.querySelector('dd').firstChild.textContent.trim();
      copy.querySelector('.id').after(words);
    }
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.textContent = 'Close';
    close.addEventListener('click', () => tell.hidePopover());
    tell.replaceChildren(copy, close);
  }

  function place(link) {
    const at = link.getBoundingClientRect();
    const { width, height } = tell.getBoundingClientRect();
    const below = at.bottom + 8 + height < innerHeight;
    const left = Math.max(12, Math.min(at.left, document.documentElement.clientWidth - width - 12));
    const top = below ? at.bottom + 8 : Math.max(12, at.top - height - 8);
    tell.style.left = `${left}px`;
    tell.style.top = `${top}px`;
  }

  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const entry = link && !link.closest('.record:not(#tell *)') && record(link);
    if (!entry) return;
    event.preventDefault();
    if (!tell.contains(link)) opener = link;
    fill(entry);
    if (!tell.matches(':popover-open')) tell.showPopover();
    place(opener);
    tell.focus();
  });

  tell.addEventListener('toggle', (event) => {
    if (event.newState === 'closed' && (document.activeElement === document.body || tell.contains(document.activeElement))) {
      opener?.focus({ preventScroll: true });
    }
  });

  for (const group of document.querySelectorAll('[data-figures]')) {
    const links = [...group.querySelectorAll('a.f')];
    links.forEach((link, index) => {
      link.setAttribute('aria-haspopup', 'dialog');
      link.tabIndex = index === 0 ? 0 : -1;
    });
    group.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const from = links.indexOf(document.activeElement);
      const next = links[from + step];
      if (from < 0 || !next) return;
      event.preventDefault();
      links[from].tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    });
  }
})();
