/** Colours of the page's light scheme; mail programs know no variables, and most no style sheet. */
const [ink, body, muted, accent, rule, negative, warn] = [
  '#14171c',
  '#2b3038',
  '#5a626e',
  '#0b4f8a',
  '#d8dce2',
  '#96271f',
  '#8a5a00',
];

const size = (font: number, line: number) => `font-size:${font}px;line-height:${line}px`;

/** Styles by name, written into the elements themselves; the template's style sheet turns them dark where it may. */
export const styles = {
  family: 'font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Helvetica,Arial,sans-serif',
  name: `${size(13, 18)};font-weight:bold;letter-spacing:.06em;text-transform:uppercase;color:${ink}`,
  date: `${size(13, 18)};padding-left:12px;white-space:nowrap;color:${muted}`,
  strip: `padding:0 0 12px;${size(12, 18)};color:${muted}`,
  banner: `padding:10px 14px;background:#fff3d6;border-left:4px solid #e6b54a;${size(14, 20)};color:${warn}`,
  verdict: `margin:4px 0 14px;${size(24, 30)};font-weight:bold;color:${ink}`,
  text: `margin:0 0 10px;${size(15, 22)};color:${body}`,
  head: `margin:26px 0 8px;${size(13, 18)};font-weight:bold;color:${accent}`,
  key: `padding:10px 12px 10px 0;border-bottom:1px solid ${rule}`,
  label: `${size(12, 16)};color:${muted}`,
  value: `${size(20, 26)};font-weight:bold;color:${ink}`,
  below: `${size(12, 16)};color:${muted}`,
  mark: `font-size:11px;font-weight:normal;color:${warn}`,
  column: `${size(11, 16)};font-weight:normal;color:${muted};padding:4px 0 4px 5px;border-bottom:2px solid ${ink}`,
  row: `${size(12, 18)};font-weight:normal;color:${body};padding:7px 4px 7px 0;border-bottom:1px solid ${rule}`,
  cell: `${size(12, 18)};color:${body};padding:7px 0 7px 5px;border-bottom:1px solid ${rule};white-space:nowrap`,
  negative: `color:${negative}`,
  frame: `padding:10px 12px;background:#ffffff;border:1px solid ${rule}`,
  image: 'display:block;width:100%;height:auto;border:0',
  button: `display:inline-block;padding:10px 18px;${size(15, 20)};font-weight:bold;color:#ffffff;text-decoration:none`,
  small: `margin:0 0 6px;${size(12, 18)};color:${muted}`,
  rule: `border-top:5px solid ${accent};padding:10px 0 4px`,
  keys: `margin-top:14px;border-top:2px solid ${ink}`,
  accent,
  ink,
} as const;
