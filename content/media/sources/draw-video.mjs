// Renders after-a-marathon.html frame by frame to ../video/after-a-marathon.{mp4,webm,png}. 1280x720, 25 frames a second, 40 s.
// With arguments: only writes single frames, e.g. `node draw-video.mjs FOLDER 2 12.5 39`.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync, mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
process.env.SCALE = '1';
const { browser, fontFace, compress } = await import('./raster.mjs');

const FPS = 25, SECONDS = 40, POSTER = 26.6;
const here = dirname(fileURLToPath(import.meta.url)), out = join(here, '..', 'video'), name = 'after-a-marathon';
const [folder, ...times] = process.argv.slice(2);

const { page, close } = await browser();
await page.setViewportSize({ width: 1280, height: 720 });
await page.addInitScript('window.driven = true');
await page.goto('about:blank');
await page.setContent(readFileSync(join(here, `${name}.html`), 'utf8').replace('<style>', `<style>${fontFace()}`).replace('<script>', '<script>window.driven = true;'));
await page.evaluate(() => Promise.all([...[450, 600, 700, 800].map(w => document.fonts.load(`${w} 40px 'Atkinson Hyperlegible Next'`)), document.fonts.ready]));
const frame = async (t, options) => { await page.evaluate(s => draw(s), t); return page.screenshot(options); };

if (folder) {
  mkdirSync(folder, { recursive: true });
  for (const t of times) await frame(Number(t), { path: join(folder, `${t}.png`) });
} else {
  mkdirSync(out, { recursive: true });
  const poster = join(out, `${name}.png`);
  await page.evaluate(t => draw(t, true), POSTER); await page.screenshot({ path: poster }); compress(poster);
  // A lossless intermediate, so that both outputs come from the same frames.
  const raw = join(process.env.WORK ?? '.', `${name}.mkv`);
  const encode = (args, input = 'ignore') => {
    const child = spawn('ffmpeg', ['-v', 'error', '-y', ...args], { stdio: [input, 'inherit', 'inherit'] });
    return { stdin: child.stdin, ended: new Promise((ok, no) => child.on('close', c => c ? no(new Error('ffmpeg ' + c)) : ok())) };
  };
  const sink = encode(['-f', 'image2pipe', '-framerate', String(FPS), '-c:v', 'png', '-i', '-', '-c:v', 'libx264', '-qp', '0', '-preset', 'ultrafast', '-threads', '1', raw], 'pipe');
  for (let i = 0; i < FPS * SECONDS; i++) {
    const png = await frame(i / FPS, { type: 'png' });
    if (!sink.stdin.write(png)) await new Promise(ok => sink.stdin.once('drain', ok));
    if (i % 100 === 0) console.log(`frame ${i}`);
  }
  sink.stdin.end(); await sink.ended;
  const colour = ['-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-an', '-threads', '1'];
  await encode(['-i', raw, ...colour, '-c:v', 'libx264', '-crf', '22', '-preset', 'slow', '-tune', 'animation', '-movflags', '+faststart', join(out, `${name}.mp4`)]).ended;
  await encode(['-i', raw, ...colour, '-c:v', 'libvpx-vp9', '-crf', '34', '-b:v', '0', '-deadline', 'good', '-cpu-used', '3', join(out, `${name}.webm`)]).ended;
  for (const e of ['mp4', 'webm', 'png']) console.log(`${name}.${e}: ${Math.round(statSync(join(out, `${name}.${e}`)).size / 1024)} KB`);
}
await close();
