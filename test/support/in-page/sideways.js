/** Tables that reach beyond the edge of their block, so that a reader has to scroll them; not the ledger of figures, which is closed. */
(() =>
  [...document.querySelectorAll('.block .scroll')]
    .filter((region) => region.scrollWidth > region.clientWidth + 1)
    .map((region) => `${region.closest('[id]')?.id} is ${region.scrollWidth} px in ${region.clientWidth}`))();
