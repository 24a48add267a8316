// Turns SVG into PNG with Chromium. Run from a folder where playwright-core is installed; see README.md.
import { createRequire } from 'node:module';
import { existsSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { FONT } from './style.mjs';

const require = createRequire(join(process.cwd(), 'noop.js'));

/** @font-face rule with the font inside, from env FONT (a woff2) or the npm package in the working folder; '' when neither is there. */
export function fontFace() {
  let file = process.env.FONT;
  if (!file) try { file = require.resolve('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'); } catch { }
  if (!file || !existsSync(file)) { console.warn('No font found (set FONT to the woff2): using a fallback.'); return ''; }
  return `@font-face{font-family:'${FONT}';font-weight:200 800;src:url(data:font/woff2;base64,${readFileSync(file).toString('base64')}) format('woff2')}`;
}

export async function browser() {
  const { chromium } = require('playwright-core');
  const profile = mkdtempSync(join(tmpdir(), 'charts-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
    deviceScaleFactor: Number(process.env.SCALE ?? 2),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  return { page: await context.newPage(), close: async () => { await context.close(); rmSync(profile, { recursive: true, force: true }); } };
}

export async function setPage(page, inner, width, height) {
  await page.setViewportSize({ width, height });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${fontFace()} body{margin:0} svg{display:block}</style>${inner}`);
  await page.evaluate(() => document.fonts.ready);
}

/** Text that leaves the drawing or lies on other text; a drawing without such text gives []. */
export const layoutFaults = page => page.evaluate(() => {
  const svg = document.querySelector('svg').getBoundingClientRect();
  const all = [...document.querySelectorAll('svg text')].map(t => ({ s: t.textContent, b: t.getBoundingClientRect(), z: parseFloat(getComputedStyle(t).fontSize) }));
  const out = [];
  all.forEach((a, i) => {
    if (a.b.left < 18 || a.b.right > svg.width - 18 || a.b.bottom > svg.height - 4) out.push(`edge: ${a.s} (${Math.round(a.b.left)}..${Math.round(a.b.right)})`);
    if (a.z < 19) out.push(`small ${a.z}: ${a.s}`);
    all.slice(i + 1).forEach(c => {
      const w = Math.min(a.b.right, c.b.right) - Math.max(a.b.left, c.b.left), h = Math.min(a.b.bottom, c.b.bottom) - Math.max(a.b.top, c.b.top);
      if (w > 1 && h > 6) out.push(`overlap: ${a.s} / ${c.s}`);
    });
  });
  return out;
});

/** Fewer colours, smaller file; does nothing when pngquant is absent. */
export function compress(file) {
  try { execFileSync('pngquant', ['--force', '--skip-if-larger', '--strip', '--speed', '1', '--quality', '70-98', '64', '--output', file, file]); } catch { }
  try { execFileSync('optipng', ['-quiet', '-o2', file]); } catch { }
}
