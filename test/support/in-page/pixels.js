// Measures on a screenshot, which is given as a data address: contrast by WCAG 2.2, relative luminance of sRGB.
globalThis.pixelsOf = async (address) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  return (box, scale) =>
    context.getImageData(
      Math.floor(box.x * scale),
      Math.floor(box.y * scale),
      Math.max(1, Math.ceil(box.width * scale)),
      Math.max(1, Math.ceil(box.height * scale)),
    ).data;
};

globalThis.luminances = (data) => {
  const linear = Float64Array.from({ length: 256 }, (_, byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const found = new Float64Array(data.length / 4);
  for (let i = 0; i < found.length; i += 1) {
    found[i] =
      0.2126 * linear[data[4 * i]] + 0.7152 * linear[data[4 * i + 1]] + 0.0722 * linear[data[4 * i + 2]];
  }
  return found;
};

// The ground is the luminance that most pixels have; contrast is that of each pixel with it.
globalThis.contrastsIn = (data) => {
  const all = luminances(data);
  const counts = new Map();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [ground] = [...counts].sort(([, a], [, b]) => b - a)[0];
  return all.map((one) => (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05));
};

// The largest contrast in each box: what the core of a stroke has.
globalThis.textContrasts = async (address, boxes, scale) => {
  const cut = await pixelsOf(address);
  return boxes.map((box) => ({ text: box.text, contrast: Math.max(...contrastsIn(cut(box, scale))) }));
};

// Of the pixels of a chart that could be read before, the share that can be read in another picture of it.
globalThis.stillReadable = async (before, after, box, scale, least) => {
  const [was, is] = await Promise.all([pixelsOf(before), pixelsOf(after)]);
  const [old, now] = [contrastsIn(was(box, scale)), contrastsIn(is(box, scale))];
  let [read, kept] = [0, 0];
  old.forEach((contrast, at) => {
    if (contrast < least) return;
    read += 1;
    if (now[at] >= least) kept += 1;
  });
  return { read, kept };
};
