/* Tells a figure's record where it stands, and lets the arrow keys walk from figure to figure. */
(() => {
  const tell = document.getElementById('tell');
  if (!tell.showPopover) return;
  let opener = null;

  const heads = [...document.querySelectorAll('.records thead th')].map((head) => head.textContent);
  const record = (link) => document.getElementById(decodeURI(link.hash.slice(1)))?.closest('.records tr') ?? null;

  function element(name, text, className = '') {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  /* Inputs that are figures of this page lead on to their own records. */
  function inputs(text) {
    const cell = document.createElement('dd');
    text.split(', ').forEach((id, index) => {
      if (index > 0) cell.append(', ');
      if (!document.getElementById(id)?.closest('.records')) return cell.append(id);
      const link = element('a', id);
      link.href = `#${encodeURI(id)}`;
      return cell.append(link);
    });
    return cell;
  }

  function fill(row, link) {
    const cells = [...row.cells].map((cell) => cell.textContent.trim());
    const method = cells[heads.indexOf('Method')];
    const definition = document.getElementById(`method-${method.replaceAll(/\s+/g, '-')}`)?.querySelector('dd');
    const list = document.createElement('dl');
    heads.forEach((head, index) => {
      if (cells[index] === '') return;
      list.append(element('dt', head), head === 'Inputs' ? inputs(cells[index]) : element('dd', cells[index]));
    });
    const shelf = document.body.dataset.archive;
    const past = element('a', 'History of this figure', 'past');
    if (shelf) past.href = `${shelf}figure.html#id=${encodeURIComponent(row.id)}`;
    const close = element('button', 'Close', 'close');
    close.type = 'button';
    close.addEventListener('click', () => tell.hidePopover());
    tell.replaceChildren(
      ...(tell.contains(link) ? [] : [element('p', link.textContent, 'shown')]),
      ...(definition ? [element('p', definition.textContent, 'definition')] : []),
      list,
      ...(shelf ? [past] : []),
      close,
    );
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
    const row = link && record(link);
    if (!row) return;
    event.preventDefault();
    if (!tell.contains(link)) opener = link;
    fill(row, link);
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
