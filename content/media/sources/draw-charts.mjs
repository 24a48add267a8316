// Draws every chart: NAME.svg beside this file and ../charts/NAME.png (1280 px wide). Arguments: names to draw (default all).
import { writeFileSync, mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { W } from './style.mjs';
import { browser, setPage, layoutFaults, compress } from './raster.mjs';
import * as marathon from './charts-time.mjs';
import * as trials from './charts-trials.mjs';
import * as guides from './charts-guides.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'charts');
const charts = { ...marathon.charts, ...trials.charts, ...guides.charts };
const wanted = process.argv.slice(2).length ? process.argv.slice(2) : Object.keys(charts);

mkdirSync(out, { recursive: true });
const { page, close } = await browser();
for (const name of wanted) {
  const { svg, height } = charts[name]();
  writeFileSync(join(here, `${name}.svg`), svg);
  await setPage(page, svg, W, height);
  const file = join(out, `${name}.png`);
  const faults = await layoutFaults(page);
  await page.screenshot({ path: file });
  compress(file);
  console.log(`${name}: ${W * 2}x${height * 2}, ${Math.round(statSync(file).size / 1024)} KB${faults.length ? '\n  ' + faults.join('\n  ') : ''}`);
}
await close();
