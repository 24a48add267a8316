// House style and layout helpers shared by every chart. A chart is a list of SVG snippets in a 640-wide drawing.
export const W = 640;
export const PAD = 36;
export const INNER = W - 2 * PAD;
export const C = {
  paper: '#FFFDF8', ink: '#16262B', muted: '#55666B', line: '#DAD5C8',
  red: '#B8432F', green: '#1F5C55', amber: '#D98E32', sky: '#5B8FA8',
  // quiet tints of the four accents, for areas behind text
  redTint: '#F7E6E0', greenTint: '#E0EBE6', amberTint: '#FAEBD3', skyTint: '#E1ECF1', lane: '#F5F0E4',
};
export const FONT = 'Atkinson Hyperlegible Next';

const esc = s => String(s).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const n = v => Math.round(v * 100) / 100;

/** One or several lines of text; `x`,`y` is the first baseline. */
export function text(x, y, lines, { size = 21, weight = 400, fill = C.ink, anchor = 'start', lead = 1.26, halo = '' } = {}) {
  return [].concat(lines).map((line, i) =>
    `<text x="${n(x)}" y="${n(y + i * size * lead)}" font-size="${size}" font-weight="${weight}" fill="${fill}"`
    + (anchor === 'start' ? '' : ` text-anchor="${anchor}"`) + (halo ? ` stroke="${halo}" stroke-width="7" stroke-linejoin="round" paint-order="stroke"` : '') + `>${esc(line)}</text>`).join('\n');
}
export const rect = (x, y, w, h, fill, { r = 0, stroke = 'none', sw = 1, extra = '' } = {}) =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${r}" fill="${fill}"${stroke === 'none' ? '' : ` stroke="${stroke}" stroke-width="${sw}"`} ${extra}/>`;
export const line = (x1, y1, x2, y2, stroke = C.line, sw = 1.5, extra = '') =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${stroke}" stroke-width="${sw}" stroke-linecap="round" ${extra}/>`;
export const circle = (x, y, r, fill, stroke = 'none', sw = 0) =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${r}" fill="${fill}"${stroke === 'none' ? '' : ` stroke="${stroke}" stroke-width="${sw}"`}/>`;
export const path = (d, { fill = 'none', stroke = 'none', sw = 2, extra = '' } = {}) =>
  `<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${sw}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;
/** A bar that starts square at the start line and ends round, pointing right (w > 0) or left (w < 0). */
export function bar(x, y, w, h, fill, extra = '') {
  const r = Math.min(h / 2, Math.abs(w)), s = w < 0 ? -1 : 1, b = x + w - s * r;
  return `<path d="M${n(x)} ${n(y)}H${n(b)}A${n(r)} ${n(h / 2)} 0 0 ${s > 0 ? 1 : 0} ${n(b)} ${n(y + h)}H${n(x)}Z" fill="${fill}" ${extra}/>`;
}
/** A track lane: the ground a bar runs on. */
export const lane = (x, y, w, h) => rect(x, y, w, h, C.lane) + line(x, y, x + w, y) + line(x, y + h, x + w, y + h);
/** The mark of the house: three parallel lanes. */
export const lanesMark = (x, y, w = 54) => [0, 1, 2].map(i =>
  line(x, y + i * 7, x + w - i * 10, y + i * 7, [C.red, C.amber, C.green][i], 3.5)).join('');
export const pill = (x, y, label, fill, ink = '#FFFFFF', w = label.length * 11.2 + 30) =>
  rect(x, y, w, 36, fill, { r: 18 }) + text(x + w / 2, y + 25, label, { size: 21, weight: 700, fill: ink, anchor: 'middle' });
export const tick = (x, y, colour, s = 1) => path(`M${x - 8 * s} ${y}l${6 * s} ${6.5 * s}l${11 * s} ${-13 * s}`, { stroke: colour, sw: 4 * s });
export const cross = (x, y, colour, s = 1) => path(`M${x - 7 * s} ${y - 7 * s}l${14 * s} ${14 * s}m0 ${-14 * s}l${-14 * s} ${14 * s}`, { stroke: colour, sw: 4 * s });

/** The whole drawing: heading, body, source lines at the foot. Returns {svg, height}. */
export function chart({ height, title, sub = [], body, source, desc }) {
  title = [].concat(title); sub = [].concat(sub); source = [].concat(source);
  const parts = [rect(0, 0, W, height, C.paper), lanesMark(PAD, 30)];
  parts.push(text(PAD, 88, title, { size: 32, weight: 750, lead: 1.16 }));
  parts.push(text(PAD, 88 + (title.length - 1) * 37 + 34, sub, { size: 21, fill: C.muted }));
  parts.push(body);
  parts.push(text(PAD, height - 26 - (source.length - 1) * 24, source, { size: 19, fill: C.muted, lead: 24 / 19 }));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${height}" width="${W}" height="${height}" font-family="'${FONT}', 'Atkinson Hyperlegible', Verdana, sans-serif" role="img">\n`
    + `<title>${esc(title.join(' '))}</title>\n` + (desc ? `<desc>${esc(desc)}</desc>\n` : '') + parts.flat(9).join('\n') + '\n</svg>\n';
  return { svg, height };
}
/** First free y below heading and sub-heading. */
export const below = (titleLines, subLines) => 88 + (titleLines - 1) * 37 + subLines * 27 + 26;
