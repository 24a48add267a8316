// Rasterises icon.svg and draws the social preview. Argument: the folder to write to.
import { readFileSync, writeFileSync, mkdirSync, copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
process.env.SCALE = '1';
const { C, FONT } = await import('./style.mjs');
const { browser, setPage, compress } = await import('./raster.mjs');

const here = dirname(fileURLToPath(import.meta.url)), out = process.argv[2];
if (!out) throw new Error('usage: node draw-icon.mjs FOLDER');
mkdirSync(out, { recursive: true });
const svg = readFileSync(join(here, 'icon.svg'), 'utf8');
const { page, close } = await browser();

async function icon(size, file, square) {
  // Home-screen icons are cut to shape by the phone: give them the colour to the corners.
  const drawing = (square ? svg.replace('rx="14" ', '') : svg).replace('width="64" height="64" role', `width="${size}" height="${size}" role`);
  await setPage(page, drawing, size, size);
  await page.screenshot({ path: join(out, file), omitBackground: !square });
  return readFileSync(join(out, file));
}
copyFileSync(join(here, 'icon.svg'), join(out, 'icon.svg'));
const small = [[16, await icon(16, 'favicon-16.png')], [32, await icon(32, 'favicon-32.png')]];
for (const [size, file, square] of [[180, 'apple-touch-icon-180.png', true], [192, 'icon-192.png'], [512, 'icon-512.png']]) { await icon(size, file, square); compress(join(out, file)); }

// favicon.ico: a directory of the two small PNGs
const head = Buffer.alloc(6 + 16 * small.length); head.writeUInt16LE(1, 2); head.writeUInt16LE(small.length, 4);
let offset = head.length;
small.forEach(([size, png], i) => {
  const o = 6 + 16 * i;
  head[o] = size; head[o + 1] = size; head.writeUInt16LE(1, o + 4); head.writeUInt16LE(32, o + 6); head.writeUInt32LE(png.length, o + 8); head.writeUInt32LE(offset, o + 12);
  offset += png.length;
});
writeFileSync(join(out, 'favicon.ico'), Buffer.concat([head, ...small.map(([, png]) => png)]));

// Social preview, 1200x630: six lanes round a bend.
const social = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630" font-family="'${FONT}', sans-serif">
<rect width="1200" height="630" fill="${C.paper}"/>
${[0, 1, 2, 3, 4, 5].map(i => `<path d="M${-20} ${470 + i * 30}H${820}C${960 + i * 26} ${470 + i * 30} ${1010 + i * 34} ${360 + i * 14} ${1010 + i * 34} 260V-20" fill="none" stroke="${[C.red, C.red, C.amber, C.amber, C.green, C.green][i]}" stroke-width="14"/>`).join('')}
<text x="76" y="228" font-size="118" font-weight="800" fill="${C.ink}">RunRecovery</text>
<text x="80" y="304" font-size="43" font-weight="450" fill="${C.muted}">Recovery after a race or a hard run</text>
</svg>`;
await setPage(page, social, 1200, 630);
await page.screenshot({ path: join(out, 'social.png') });
compress(join(out, 'social.png'));
await close();
