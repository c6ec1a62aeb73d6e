/** What a reader of the page meets that is meant for machines or operators, or that may break within a number. */
(() => {
  const patterns = [
    // Names of files, of settings and of series; dates as machines write them.
    /\b[\w/-]+\.(?:md|csv|json|ts)\b/g,
    /\b[A-Z]{2,}_[A-Z_]+\b/g,
    /\b(?:bars|macro|events|filings|holdings):\w+/g,
    /\b\d{4}-\d{2}-\d{2}\b/g,
    /\b(?:undefined|NaN|null)\b/g,
    /\){2,}|\({2,}/g,
    // An ordinary space, at which a line may break.
    /\d [%σ]/g,
  ];
  const words = [
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not read
    document.body.innerText,
    ...[...document.querySelectorAll('svg text')].map((text) => text.textContent),
  ].join('\n');
  return patterns.flatMap((pattern) => words.match(pattern) ?? []).slice(0, 8);
})();
