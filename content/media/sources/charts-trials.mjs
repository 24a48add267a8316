// One trial or meta-analysis per chart. Ids in comments are source ids of the evidence table.
import { C, PAD, INNER, W, chart, below, text, rect, line, circle, path, bar, lane } from './style.mjs';

// roberts2019: crossover, nine endurance athletes, three nights
export function sleepTimeTrial() {
  const rows = [
    ['About 1.5 h more a night', 56.8, C.green, ['56.8 min', 'about 3% faster']],
    ['Usual sleep', 58.7, C.sky, ['58.7 min', '']],
    ['About 4.8 h a night', 60.4, C.red, ['60.4 min', 'about 3% slower']],
  ];
  const top = below(2, 1), step = 104, h = 46, X = m => PAD + INNER * m / 62, bottom = top + rows.length * step;
  const body = [];
  rows.forEach(([name, v, colour, [value, note]], i) => {
    const y = top + 40 + i * step;
    body.push(lane(PAD, y, INNER, h), bar(PAD, y, X(v) - PAD, h, colour), rect(PAD - 3, y - 4, 4, h + 8, C.ink));
    body.push(text(PAD, y - 12, name, { size: 22, weight: 650 }));
    if (note) body.push(text(W - PAD, y - 12, note, { size: 21, weight: 650, fill: colour, anchor: 'end' }));
    body.push(text(PAD + 18, y + 32, value, { size: 27, weight: 750, fill: i === 1 ? C.ink : '#FFFFFF' }));
  });
  rows.forEach((_, i) => body.push(path(`M${X(58.7)} ${top + 35 + i * step}v${h + 10}`, { stroke: i === 2 ? '#FFFFFF' : C.ink, sw: 2.5, extra: 'stroke-dasharray="1 7"' })));
  body.push([0, 15, 30, 45, 60].map(t => line(X(t), bottom, X(t), bottom + 7, C.muted) + text(X(t), bottom + 31, t ? String(t) : '0 min', { size: 20, fill: C.muted, anchor: t ? 'middle' : 'start' })).join(''));
  body.push(line(PAD, bottom, W - PAD, bottom, C.muted));
  return chart({
    height: bottom + 150, title: ['Three nights of sleep,', 'one time trial'], sub: 'Minutes for the time trial; shorter is faster', body,
    source: ['Roberts and others 2019, n = 9, crossover. Against short', 'sleep, usual sleep took 58.8 min. Dotted: usual sleep.'],
    desc: 'Time trial: 56.8 minutes after about 1.5 hours more sleep a night for three nights, 58.7 after usual sleep, 60.4 after about 4.8 hours a night.',
  });
}

// moore2022: meta-analysis, 52 studies (author list from memory, so not named)
export function coldWater24h() {
  const rows = [['Soreness', -0.89, 1], ['CK in the blood', -0.85, 1], ['Perceived recovery', 0.66, 1], ['Power', 0.22, 1], ['Strength', 0, 0]];
  const top = below(2, 1) + 6, step = 76, h = 30, mid = W / 2, unit = INNER / 2 / 1.0, bottom = top + rows.length * step + 8, X = v => mid + v * unit;
  const body = [-1, -.5, 0, .5, 1].map(t => line(X(t), top + 36, X(t), bottom, t ? C.line : C.ink, t ? 1.5 : 2.5)
    + text(X(t), bottom + 28, t === 0 ? '0' : (t < 0 ? '−' : '+') + Math.abs(t), { size: 20, fill: C.muted, anchor: t === -1 ? 'start' : t === 1 ? 'end' : 'middle' }));
  rows.forEach(([name, v], i) => {
    const y = top + 40 + i * step;
    body.push(rect(PAD, y - 32, INNER, 28, C.paper), rect(PAD, y, INNER, h, C.lane, { extra: 'fill-opacity="0.8"' }));
    body.push([-.5, .5].map(t => line(X(t), y, X(t), y + h, C.line)).join(''));
    if (v) body.push(bar(mid, y, X(v) - mid, h, C.green)); 
    body.push(line(mid, y - 4, mid, y + h + 4, C.ink, 2.5));
    if (!v) body.push(circle(mid, y + h / 2, 10, C.paper, C.muted, 4));
    body.push(text(PAD, y - 10, name, { size: 22, weight: 650 }));
    body.push(text(v < 0 ? mid + 14 : v > 0.5 ? mid - 14 : v ? X(v) + 14 : mid + 22, y + 23, v ? (v < 0 ? '−' : '+') + Math.abs(v).toFixed(2) : 'no change', { size: 22, weight: 700, fill: v ? C.green : C.muted, anchor: v > 0.5 ? 'end' : 'start' }));
  });
  body.push(text(PAD, bottom + 58, 'less than after rest', { size: 20, fill: C.ink, weight: 600 }), text(W - PAD, bottom + 58, 'more than after rest', { size: 20, fill: C.ink, weight: 600, anchor: 'end' }));
  return chart({
    height: bottom + 150, title: ['Cold water: the picture', '24 hours later'], sub: 'Effect size (SMD) compared with plain rest', body,
    source: ['Meta-analysis of 52 studies, Sports Med 2022.', 'Small trials; nobody can be blinded to cold.'],
    desc: 'Effect sizes of cold-water immersion at 24 hours: soreness -0.89, CK -0.85, perceived recovery +0.66, power +0.22, strength no change.',
  });
}

// armstrong2015
export function compressionMarathon() {
  const rows = [['Compression socks', 2.6, C.green], ['Placebo socks', -3.4, C.red]];
  const top = below(2, 2) + 4, step = 112, h = 50, mid = W / 2, unit = INNER / 2 / 4, bottom = top + rows.length * step + 4, X = v => mid + v * unit;
  const body = [-4, -2, 0, 2, 4].map(t => line(X(t), top + 40, X(t), bottom, t ? C.line : C.ink, t ? 1.5 : 2.5)
    + text(X(t), bottom + 28, t === 0 ? '0' : (t < 0 ? '−' : '+') + Math.abs(t) + '%', { size: 20, fill: C.muted, anchor: t === -4 ? 'start' : t === 4 ? 'end' : 'middle' }));
  rows.forEach(([name, v, colour], i) => {
    const y = top + 46 + i * step;
    body.push(rect(PAD, y - 36, INNER, 32, C.paper), rect(PAD, y, INNER, h, C.lane), [-2, 2].map(t => line(X(t), y, X(t), y + h, C.line)).join(''));
    body.push(bar(mid, y, X(v) - mid, h, colour), line(mid, y - 4, mid, y + h + 4, C.ink, 2.5), text(PAD, y - 12, name, { size: 22, weight: 650 }));
    body.push(text(v > 0 ? mid - 16 : mid + 16, y + 35, (v > 0 ? '+' : '−') + Math.abs(v) + '%', { size: 30, weight: 750, fill: colour, anchor: v > 0 ? 'end' : 'start' }));
  });
  body.push(text(PAD, bottom + 60, 'gave up sooner', { size: 20, weight: 600 }), text(W - PAD, bottom + 60, 'lasted longer', { size: 20, weight: 600, anchor: 'end' }));
  return chart({
    height: bottom + 152, title: ['Compression socks', 'after a marathon'], sub: ['Change in time to exhaustion on a treadmill,', 'two weeks after the race'], body,
    source: ['Armstrong and others 2015, randomised, n = 33,', 'p = 0.009. A second trial differs: our grade is mixed.'],
    desc: 'Change in treadmill time to exhaustion 14 days after a marathon: plus 2.6% with compression socks, minus 3.4% with placebo socks.',
  });
}

// lipman2017
export function ibuprofenKidney() {
  const top = below(2, 1) + 8, cell = 26, gap = INNER - 2 * 10 * cell;
  const body = [];
  const array = (x, hits, name, colour) => {
    body.push(text(x, top + 24, name, { size: 23, weight: 700 }));
    for (let i = 0; i < 100; i++) body.push(circle(x + 12 + (i % 10) * cell, top + 60 + Math.floor(i / 10) * cell, 9.5, i < hits ? colour : C.paper, i < hits ? colour : '#B9B3A3', i < hits ? 0 : 1.6));
    body.push(text(x, top + 60 + 10 * cell + 34, String(hits), { size: 46, weight: 800, fill: colour }), text(x + 64, top + 60 + 10 * cell + 30, 'of 100 runners', { size: 21 }));
  };
  array(PAD, 52, 'Ibuprofen', C.red);
  array(PAD + 10 * cell + gap, 34, 'Placebo', C.green);
  const fy = top + 60 + 10 * cell + 62;
  body.push(rect(PAD, fy, INNER, 56, C.redTint, { r: 14 }), text(W / 2, fy + 36, 'About one extra case for every 5.5 users', { size: 22, weight: 700, fill: C.red, anchor: 'middle' }));
  return chart({
    height: fy + 56 + 92, title: ['Kidney injury', 'after a 50-mile stage'], sub: 'Each filled dot: one runner in a hundred', body,
    source: ['Lipman and others 2017, randomised trial in', 'ultramarathons; percentages shown as dots.'],
    desc: 'Kidney injury in 52 of 100 runners with ibuprofen and 34 of 100 with placebo.',
  });
}

// comrades (authors from memory, so not named); factors: our planning rules
export function downhillComrades() {
  const top = below(2, 1) - 4, body = [], X = d => PAD + INNER * d / 8, h = 30;
  [['Muscle pain', 7, 'up to 7 days'], ['Muscle enzyme (CK)', 5, 'up to 5 days']].forEach(([name, v, note], i) => {
    const y = top + 40 + i * 72;
    body.push(text(PAD, y - 11, name, { size: 22, weight: 650 }), lane(PAD, y, INNER, h), bar(PAD, y, X(v) - PAD, h, C.red), rect(PAD - 3, y - 4, 4, h + 8, C.ink));
    body.push(text(X(v) - 16, y + 22, note, { size: 21, weight: 700, fill: '#FFFFFF', anchor: 'end' }));
  });
  const ay = top + 40 + 72 + h + 6;
  body.push([0, 2, 4, 6, 8].map(t => text(X(t), ay + 24, t ? String(t) : 'race', { size: 20, fill: C.muted, anchor: t === 0 ? 'start' : t === 8 ? 'end' : 'middle' })).join(''));
  body.push(text(PAD, ay + 66, 'The downhill race was worse on both.', { size: 22, weight: 700, fill: C.red }));
  const by = ay + 96;
  body.push(line(PAD, by, W - PAD, by, C.line, 2), text(PAD, by + 40, 'So we stretch the recovery days', { size: 23, weight: 700 }));
  const cw = INNER / 3, base = by + 136;
  [['flat', '× 1.00', 'M0 0H150', C.green], ['rolling', '× 1.10', 'M0 0C20 -2 25 -26 42 -26S62 0 78 0S98 -26 114 -26S135 -4 150 0', C.amber], ['downhill', '× 1.25', 'M0 -46C40 -44 50 -10 150 0', C.red]].forEach(([name, f, d, colour], i) => {
    const x = PAD + i * cw;
    body.push(`<g transform="translate(${x} ${base})">${path(d, { stroke: colour, sw: 6 })}${path(d, { stroke: colour, sw: 2, extra: 'transform="translate(0 9)" opacity="0.6"' })}</g>`);
    body.push(text(x, base + 44, name, { size: 21 }), text(x, base + 78, f, { size: 28, weight: 750 }));
  });
  return chart({
    height: base + 78 + 96, title: ['Downhill costs', 'extra days'], sub: 'Days above normal after about 90 km (Comrades)', body,
    source: ['Comrades study, 11 runners up and 11 down (abstract).', 'The three factors are our choice, not measured.'],
    desc: 'Comrades ultramarathon: muscle pain above normal up to 7 days, CK up to 5 days, downhill worse on both. Our factors: flat 1.00, rolling 1.10, downhill 1.25.',
  });
}

// martinez2021: 64 finishers randomised
export function jumpAfterMarathon() {
  const rows = [['Running, 40 min from 48 h on', 108, C.green], ['Rest', 101, C.sky]];
  const top = below(2, 2), step = 100, lo = 96, hi = 112, X = v => PAD + INNER * (v - lo) / (hi - lo), bottom = top + rows.length * step + 20;
  const body = [100, 104, 108, 112, 96].map(t => line(X(t), top + 20, X(t), bottom, t === 100 ? C.ink : C.line, t === 100 ? 2.5 : 1.5)
    + text(X(t), bottom + 28, t + '%', { size: 20, fill: C.muted, anchor: t === lo ? 'start' : t === hi ? 'end' : 'middle' }));
  rows.forEach(([name, v, colour], i) => {
    const y = top + 76 + i * step;
    body.push(rect(PAD - 2, y - 58, INNER + 4, 42, C.paper), text(PAD, y - 24, name, { size: 22, weight: 650 }));
    body.push([-8, 0, 8].map(o => line(PAD, y + o, W - PAD, y + o, C.line, 1.5)).join(''), line(X(100), y, X(v), y, colour, 6), circle(X(v), y, 15, colour));
    body.push(text(X(v) + 24, y + 9, v + '%', { size: 27, weight: 750, fill: i ? '#3D6E86' : colour, halo: C.paper }));
  });
  body.push(text(X(100) + 0, bottom + 56, 'baseline', { size: 20, weight: 600, anchor: 'middle' }));
  return chart({
    height: bottom + 148, title: ['Four days after a marathon:', 'the jump test'], sub: ['Squat jump at 96 hours, as a share of', 'each runner’s baseline'], body,
    source: ['Martínez-Navarro and others 2021, 64 finishers', 'randomised. Axis begins at 96%, so dots, not bars.'],
    desc: 'Squat jump 96 hours after a marathon: 108% of baseline with easy running, 101% with rest.',
  });
}

// bosak2009
export function fiveKAgain() {
  const rows = [['After 24 hours', 1189, 1199, '10 s slower', C.red], ['After 72 hours', 1174, 1170, 'no real difference', C.green]];
  const mmss = s => `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
  const top = below(2, 1), step = 128, lo = 1160, hi = 1210, X = v => PAD + INNER * (v - lo) / (hi - lo), bottom = top + rows.length * step + 14;
  const body = [1160, 1170, 1180, 1190, 1200, 1210].map(t => line(X(t), top + 50, X(t), bottom, C.line)
    + text(X(t), bottom + 28, mmss(t), { size: 20, fill: C.muted, anchor: t === lo ? 'start' : t === hi ? 'end' : 'middle' }));
  rows.forEach(([name, a, b, note, colour], i) => {
    const y = top + 92 + i * step;
    body.push(rect(PAD, y - 74, INNER, 34, C.paper), text(PAD, y - 50, name, { size: 22, weight: 700 }), text(W - PAD, y - 50, note, { size: 21, weight: 700, fill: colour, anchor: 'end' }));
    body.push([-9, 0, 9].map(o => line(PAD, y + o, W - PAD, y + o, C.line)).join(''), line(X(a), y, X(b), y, colour, 6));
    body.push(circle(X(a), y, 13, C.paper, C.ink, 4), circle(X(b), y, 15, colour));
    const right = b > a;
    body.push(text(X(a) + (right ? -24 : 24), y - 14, mmss(a), { size: 22, weight: 600, fill: C.muted, anchor: right ? 'end' : 'start' }));
    body.push(text(X(b) + (right ? 24 : -24), y - 14, mmss(b), { size: 24, weight: 750, fill: colour, anchor: right ? 'start' : 'end' }));
  });
  const ky = bottom + 66;
  body.push(circle(PAD + 13, ky - 7, 11, C.paper, C.ink, 4), text(PAD + 34, ky, 'first 5K'), circle(PAD + 163, ky - 7, 13, C.muted), text(PAD + 184, ky, 'second 5K after passive rest'));
  return chart({
    height: ky + 92, title: ['A 5K, and then', 'another 5K'], sub: 'Average time; further right is slower', body,
    source: ['Bosak and others 2009, n = 12 (24 h: p = 0.03).', 'The axis does not begin at zero, so dots, not bars.'],
    desc: 'Second 5K after 24 hours 19:59 against 19:49 for the first; after 72 hours 19:30 against 19:34.',
  });
}

export const charts = {
  'sleep-time-trial': sleepTimeTrial, 'cold-water-24h': coldWater24h, 'compression-marathon': compressionMarathon, 'ibuprofen-kidney': ibuprofenKidney,
  'downhill-comrades': downhillComrades, 'jump-after-marathon': jumpAfterMarathon, 'five-k-again': fiveKAgain,
};
