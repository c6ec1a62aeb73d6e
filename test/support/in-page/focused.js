/** The element that has the focus, and the dialog about a figure. */
(() => {
  const tell = document.getElementById('tell');
  const at = document.activeElement;
  return {
    figure: at?.matches('a.f, .block td > a') ? at.getAttribute('href') : null,
    inside: tell?.contains(at) ?? false,
    open: tell?.matches(':popover-open') ?? false,
    text: tell?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    fits: (() => {
      const { left, top, right, bottom } = tell.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    })(),
  };
})();
