/** What each visible drawing holds: its marks that have an extent, and its text alternative. */
(() => {
  const extent = (mark) => {
    const { width, height } = mark.getBBox();
    return width + height > 0;
  };
  const alternative = (svg) => {
    const ids = svg.getAttribute('aria-labelledby')?.split(' ') ?? [];
    return (
      svg.getAttribute('aria-label') ??
      ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
    );
  };
  return [...document.querySelectorAll('svg')]
    .filter((svg) => svg.getBoundingClientRect().width > 0)
    .map((svg) => ({
      id: svg.closest('[id]')?.id ?? '',
      chart: svg.matches('.chart'),
      role: svg.getAttribute('role'),
      marks: [...svg.querySelectorAll('path, rect, circle, line, polyline, polygon')].filter(extent).length,
      broken: /NaN|undefined|Infinity/.test(svg.outerHTML),
      alternative: alternative(svg).trim(),
    }));
})();
