/** Colours and font of the page as the reader sees them. */
(async () => {
  document.body.getBoundingClientRect(); // Fonts are asked for when they are laid out.
  await document.fonts.ready;
  const { backgroundColor, color, fontFamily } = getComputedStyle(document.body);
  const faces = [...document.fonts];
  return {
    backgroundColor,
    color,
    fontFamily,
    inter: ['400', '600'].every((weight) => document.fonts.check(`${weight} 16px Inter`)),
    loaded: faces.filter((face) => face.status === 'loaded').length,
    failed: faces.filter((face) => face.status === 'error').length,
  };
})();
