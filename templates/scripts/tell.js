/* Shows a figure's record beside the figure, lets keys walk from figure to figure, and copies numbers as numbers. */
(() => {
  /* A sheet knows no true minus and no narrow spaces: what is copied has what a keyboard has. */
  addEventListener('copy', (event) => {
    const selection = getSelection();
    const at = selection.anchorNode;
    const table = (at?.nodeType === 1 ? at : at?.parentElement)?.closest('table');
    const inside = table && table.contains(selection.focusNode);
    const rows = inside ? [...table.rows].filter((row) => selection.containsNode(row, true)) : [];
    const copied = rows.length > 1 ? rows.map((row) => [...row.cells].map(cellText).join('\t')).join('\n') : selection.toString();
    event.clipboardData.setData('text/plain', ascii(copied));
    event.preventDefault();
  });

  function cellText(cell) {
    const kept = cell.cloneNode(true);
    for (const mark of kept.querySelectorAll('.mark, .hint, svg')) mark.remove();
    return kept.textContent.trim();
  }

  function ascii(text) {
    return text.replaceAll('\u2212', '-').replaceAll(/[\u202f\u00a0](?=%)/g, '').replaceAll(/(?<=\d)\u202f(?=\d)/g, '').replaceAll(/[\u202f\u00a0]/g, ' ');
  }

  /* The figures of a block: links in its words, and those that are a cell of a table. */
  const figures = 'a.f, td > a';

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

  /* Inputs that are figures of this page lead on to their own records, with their values and days. */
  function inputs(text) {
    const cell = document.createElement('dd');
    for (const id of text.split(', ')) {
      const line = document.createElement('span');
      const row = document.getElementById(id)?.closest('.records tr');
      if (row) {
        const link = element('a', id);
        link.href = `#${encodeURI(id)}`;
        const { Value, 'As of': day } = recordOf(row);
        line.append(link, ` ${Value}, ${day}`);
      } else line.textContent = id.replace(/^bars:/, 'prices of ').replace(/^macro:/, 'the series ');
      line.className = 'input';
      cell.append(line);
    }
    return cell;
  }

  /* What a row of the ledger says, by column; what it leaves out holds for most of them. */
  function recordOf(row) {
    const table = row.closest('table');
    const cells = [...row.cells].map((cell) => cell.textContent.trim());
    const usual = { Method: row.id.split('.', 1)[0], 'As of': table.dataset.asOf, State: 'fresh', Source: table.dataset.source };
    return Object.fromEntries(heads.map((head, index) => [head, cells[index] || usual[head] || '']));
  }

  /* Which number it is: the row and the column of its cell, or the label of its key. */
  function placeOf(link) {
    const cell = link.closest('td');
    if (!cell) return link.closest('.keys > div')?.querySelector('dt')?.textContent ?? '';
    const table = cell.closest('table');
    const label = cell.parentElement.querySelector('.label')?.textContent ?? '';
    return [label, table.querySelector('thead tr')?.cells[cell.cellIndex]?.textContent ?? ''].filter(Boolean).join(', ');
  }

  function fill(row, link) {
    const record = recordOf(row);
    const definition = document.getElementById(`method-${record.Method.replaceAll(/\s+/g, '-')}`)?.querySelector('dd');
    const list = document.createElement('dl');
    const technical = document.createElement('details');
    const numbers = document.createElement('dl');
    technical.append(element('summary', 'Technical'), numbers);
    const since = Object.entries(JSON.parse(row.closest('table').dataset.windows)).find(([window]) => row.id.split('.').includes(window));
    if (since && record['As of'] === row.closest('table').dataset.asOf) list.append(element('dt', 'Over'), element('dd', `${since[1]} to ${record['As of']}`));
    const prices = JSON.parse(row.closest('table').dataset.prices)[row.id];
    if (prices) list.append(element('dt', 'From'), element('dd', `${prices[0]} ÷ ${prices[1]} − 1, the earlier close less dividends since`));
    for (const [head, text] of Object.entries(record)) {
      if (text === '') continue;
      const into = ['Figure', 'Value', 'Unit', 'Method'].includes(head) ? numbers : list;
      into.append(element('dt', head), head === 'Inputs' ? inputs(text) : element('dd', text));
    }
    const shelf = document.body.dataset.archive;
    const past = element('a', 'History of this figure', 'past');
    if (shelf) past.href = `${shelf}figure.html#id=${encodeURIComponent(row.id)}`;
    const close = element('button', 'Close', 'close');
    close.type = 'button';
    close.addEventListener('click', () => tell.hidePopover());
    const copy = element('button', 'Copy link', 'close');
    copy.type = 'button';
    copy.addEventListener('click', () => {
      const address = new URL(addressOf(row), location.href).href;
      navigator.clipboard?.writeText(address).then(() => (copy.textContent = 'Copied'), () => (copy.textContent = address));
    });
    tell.replaceChildren(
      ...(tell.contains(link) ? [] : [element('p', link.textContent, 'shown'), element('p', placeOf(link))]),
      ...(definition ? [element('p', definition.textContent, 'definition')] : []),
      list,
      technical,
      ...(shelf ? [past] : []),
      close,
      copy,
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

  function open(link, row) {
    if (!tell.contains(link)) opener = link;
    fill(row, link);
    if (!tell.matches(':popover-open')) tell.showPopover();
    place(opener);
    tell.focus();
  }

  /* The address under which a record opens where its figure is first on the page. */
  const addressOf = (row) => `#f=${encodeURIComponent(row.id)}`;

  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const row = link && record(link);
    if (!row) return;
    event.preventDefault();
    open(link, row);
  });

  function openNamed() {
    const id = new URLSearchParams(location.hash.slice(1)).get('f');
    const row = id && document.getElementById(id)?.closest('.records tr');
    if (!row) return;
    const link = [...document.querySelectorAll(figures)].find((one) => record(one) === row);
    const folded = link?.closest('details:not([open])');
    if (folded) folded.open = true;
    (link ?? row).scrollIntoView({ block: 'center' });
    if (link) open(link, row);
    else location.replace(`#${encodeURI(id)}`);
  }
  addEventListener('hashchange', openNamed);
  openNamed();

  tell.addEventListener('toggle', (event) => {
    if (event.newState === 'closed' && (document.activeElement === document.body || tell.contains(document.activeElement))) {
      opener?.focus({ preventScroll: true });
    }
  });

  /* Who tabs out of the record is back where it was opened, not at the top of the page. */
  tell.addEventListener('focusout', (event) => {
    if (!tell.matches(':popover-open') || tell.contains(event.relatedTarget) || !document.hasFocus()) return;
    tell.hidePopover();
    if (event.relatedTarget === null || event.relatedTarget.matches('.skip')) opener?.focus({ preventScroll: true });
  });

  /* The figure that a key leads to: by column in a table, else by the order of reading. */
  function target(key, at, links) {
    const from = links.indexOf(at);
    const cell = at.closest('td');
    const row = cell?.closest('tr');
    if (key === 'ArrowRight') return links[from + 1];
    if (key === 'ArrowLeft') return links[from - 1];
    const own = row ? [...row.querySelectorAll(figures)] : links;
    if (key === 'Home') return own[0];
    if (key === 'End') return own.at(-1);
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
    const step = key === 'ArrowDown' ? 1 : -1;
    if (!row) return links[from + step];
    const rows = [...row.closest('table').rows];
    for (let next = rows.indexOf(row) + step; rows[next]; next += step) {
      const link = rows[next].cells[cell.cellIndex]?.querySelector(figures);
      if (link) return link;
    }
    return undefined;
  }

  for (const group of document.querySelectorAll('[data-figures]')) {
    const links = [...group.querySelectorAll(figures)];
    links.forEach((link, index) => {
      link.setAttribute('aria-haspopup', 'dialog');
      link.tabIndex = index === 0 ? 0 : -1;
    });
    group.addEventListener('keydown', (event) => {
      const at = document.activeElement;
      const next = links.includes(at) ? target(event.key, at, links) : undefined;
      if (!next) return;
      event.preventDefault();
      at.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    });
  }
})();
