// Cards, columns and paths of advice. Ids in comments are source ids of the evidence table.
import { C, PAD, INNER, W, chart, below, text, rect, line, circle, path, pill, tick, cross } from './style.mjs';

// evidence rows legs-up, cold-water, compression, foam-rolling, easy-days, sleep
export function heavyLegsThisWeek() {
  const cols = [
    ['Tonight', C.green, C.greenTint, [['Eat: carbs', 'and protein'], ['Feet up for', 'ten minutes'], ['Cool bath or', 'shower, if', 'you like'], ['Compression', 'socks on'], ['Early bed']]],
    ['Tomorrow', '#3D6E86', C.skyTint, [['Rest, or walk,', 'bike or water', '20–30 min'], ['Roll two', 'minutes', 'a muscle'], ['No hard', 'running']]],
    ['This week', '#8A5310', C.amberTint, [['No 2nd hard', 'run until legs', 'are ordinary'], ['One full', 'day off'], ['Eat as usual'], ['Three long', 'nights']]],
  ];
  const top = below(1, 1), gap = 10, cw = (W - 2 * 24 - 2 * gap) / 3, h = 452, body = [];
  cols.forEach(([name, colour, tint, items], i) => {
    const x = 24 + i * (cw + gap);
    body.push(rect(x, top, cw, h, tint, { r: 16 }), path(`M${x} ${top + 56}V${top + 16}a16 16 0 0 1 16 -16h${cw - 32}a16 16 0 0 1 16 16V${top + 56}Z`, { fill: colour }));
    body.push(text(x + 16, top + 37, name, { size: 24, weight: 750, fill: '#FFFFFF' }));
    const ix = x + cw - 28, iy = top + 28;
    if (i === 0) body.push(path(`M${ix + 7} ${iy + 7}A12 12 0 1 1 ${ix - 2} ${iy - 12}A9.5 9.5 0 0 0 ${ix + 7} ${iy + 7}Z`, { fill: '#FFFFFF' }));
    if (i === 1) body.push(circle(ix, iy, 6.5, '#FFFFFF'), Array.from({ length: 8 }, (_, k) => { const a = k * Math.PI / 4; return line(ix + 10 * Math.cos(a), iy + 10 * Math.sin(a), ix + 13 * Math.cos(a), iy + 13 * Math.sin(a), '#FFFFFF', 2.5); }).join(''));
    if (i === 2) body.push(Array.from({ length: 7 }, (_, k) => circle(ix - 9 + (k % 3) * 9, iy - 9 + Math.floor(k / 3) * 9, 3, '#FFFFFF')).join(''));
    let y = top + 90;
    items.forEach((lines, k) => {
      if (k) { body.push(line(x + 16, y - 34, x + cw - 16, y - 34, colour, 1.2, 'opacity="0.35"')); }
      body.push(text(x + 16, y, lines, { size: 20.5, lead: 1.22, weight: 500 }));
      y += (lines.length - 1) * 25 + 54;
    });
  });
  const fy = top + h + 14;
  body.push(rect(24, fy, W - 48, 86, C.lane, { r: 16 }), text(44, fy + 35, 'Day after tomorrow', { weight: 700 }), text(44, fy + 64, 'Easy 20–40 min, only if soreness is 3/10 or less.'));
  body.push(text(PAD, fy + 126, 'Heavy for 14 days or more? Ask a professional.', { size: 22, weight: 700, fill: C.red }));
  return chart({
    height: fy + 126 + 90, title: ['Heavy legs: what to do now'], sub: 'Nothing here is magic; sleep and food do most.', body,
    source: ['Our summary of the evidence. Soreness aids help a', 'little; sleep, food and training load matter more.'],
    desc: 'Three columns of advice for heavy legs: tonight, tomorrow and this week.',
  });
}

// our own grouping; evidence rows easy-days, eat-enough, iron-check, deload, sleep, immune-care
export function heavyLegsCheck() {
  const q = [
    [['One leg only: swollen, hot', 'or a sharp point?'], 'Yes: stop, get help', C.red],
    [['Sore to touch,', 'not only heavy?'], 'Sore: count the days', C.ink],
    [['Slept, eaten and drunk', 'as usual for two days?'], 'No: that comes first', C.ink],
    [['Morning pulse and', 'temperature normal?'], 'Fever: no running', C.red],
    [['Ten easy minutes: better', 'at the end than the start?'], 'Worse: stop and rest', C.ink],
    [['How long has it lasted?'], '', C.ink],
  ];
  const top = below(2, 0) + 6, step = 78, px = PAD + 24, body = [], endY = top + 5 * step + 24;
  [-10, 0, 10].forEach(o => body.push(line(px + o, top + 18, px + o, endY, '#D9A79B', 2.5)));
  q.forEach(([lines, out, colour], i) => {
    const y = top + 24 + i * step;
    body.push(circle(px, y, 23, C.red, C.paper, 4), text(px, y + 8, String(i + 1), { size: 24, weight: 750, fill: '#FFFFFF', anchor: 'middle' }));
    body.push(text(px + 42, lines.length > 1 ? y - 6 : y + 8, lines, { size: 21, weight: i === 5 ? 700 : 500 }));
    if (out) body.push(text(W - PAD, y + 8, out, { size: 19, weight: 700, fill: colour, anchor: 'end' }));
  });
  const sy = endY + 40, seg = [[3, '1–3 days', ['ordinary'], C.greenTint, C.green], [10, '4–13 days', ['a lighter week'], C.amberTint, '#8A5310'], [7, '14 days or more', ['a check-up'], C.redTint, C.red]];
  const ws = [150, 200, 218 - 0]; let x = PAD;
  seg.forEach(([, a, b, tint, colour], i) => {
    body.push(rect(x, sy, ws[i] - 8, 78, tint, { r: 14 }), text(x + 16, sy + 32, a, { size: 21, weight: 750, fill: colour }), text(x + 16, sy + 60, b, { size: 21 }));
    x += ws[i] + 4;
  });
  return chart({
    height: sy + 78 + 70, title: ['Heavy legs:', 'a five-minute check'], body,
    source: ['Our checklist. It is a guide, not a diagnosis.'],
    desc: 'Six questions as a path: one leg or both; sore or heavy; sleep, food, drink; pulse and temperature; ten easy minutes; how long. 1 to 3 days ordinary, 4 to 13 days lighter week, 14 days or more check-up.',
  });
}

// kim2012, hewbutler2015 + eah-dzsm2018, niosh-rhabdo, dvt-nhs, bsi-korea + kahanov2015, meeusen2013
export function redFlags() {
  const groups = [
    ['Emergency: call your local emergency number', C.red, C.redTint, [
      [['Chest pain, or fainting on a run'], ['Stop. Do not wait and see.']],
      [['Confusion or headache after much drinking'], ['Stop drinking water.']]]],
    ['Same day: get medical help', '#8A5310', C.amberTint, [
      [['Dark urine, like tea or cola'], ['Even if the muscles hurt less again.']],
      [['One calf swollen, warm or aching'], ['Breathless or chest pain as well: emergency.']]]],
    ['This week: see a clinician', '#3D6E86', C.skyTint, [
      [['Pain at one point on a bone'], ['No running until it has been looked at.']],
      [['Weeks of falling performance'], ['With bad sleep or low mood: sports doctor.']]]],
  ];
  groups[1][3][0][1] = ['Stop running. Ask for a creatine kinase test.'];
  let y = below(2, 0) + 4; const body = [];
  groups.forEach(([name, colour, tint, cards]) => {
    const h = 50 + cards.length * 70 + 6;
    body.push(rect(24, y, W - 48, h, tint, { r: 16 }), path(`M24 ${y + 44}V${y + 16}a16 16 0 0 1 16 -16H${W - 40}a16 16 0 0 1 16 16V${y + 44}Z`, { fill: colour }));
    body.push(text(44, y + 31, name, { size: 23, weight: 750, fill: '#FFFFFF' }));
    cards.forEach(([a, b], i) => {
      const cy = y + 80 + i * 70;
      if (i) body.push(line(44, cy - 31, W - 44, cy - 31, colour, 1.2, 'opacity="0.35"'));
      body.push(text(44, cy, a, { size: 22, weight: 700 }), text(44, cy + 28, b, { size: 20 }));
    });
    y += h + 14;
  });
  return chart({
    height: y + 92, title: ['When it is not', 'just tired legs'], body,
    source: ['NIOSH; Kim 2012; Hew-Butler 2015; Kahanov 2015;', 'Meeusen 2013; NHS wording on clots. Not a diagnosis.'],
    desc: 'Warning signs by urgency: emergency, same day, this week.',
  });
}

// the five grades and their rows in ../../recovery/evidence.json
export function evidenceLadder() {
  const rungs = [
    ['Strong', C.green, '#FFFFFF', 'several good trials or expert statements agree', 'carbohydrate, drinking to thirst'],
    ['Moderate', '#3D6E86', '#FFFFFF', 'trials, or sound physiology, with limits', 'sleep, cold water, walking on'],
    ['Mixed', C.amber, C.ink, 'trials disagree', 'compression socks, tart cherry'],
    ['Weak', '#DAD5C8', C.ink, 'little trial evidence, or next to no effect', 'stretching, strides, legs up'],
  ];
  const top = below(2, 0) + 12, step = 112, body = [], lx = PAD + 8, rx = PAD + 92, bottom = top + rungs.length * step;
  [lx, rx].forEach(x => [-5, 0, 5].forEach(o => body.push(line(x + o, top - 6, x + o, bottom - 6, '#C9C1AE', 2))));
  rungs.forEach(([name, colour, ink, means, eg], i) => {
    const y = top + 10 + i * step;
    body.push(rect(lx - 14, y + 26, rx - lx + 28, 20, colour, { r: 10 }));
    body.push(pill(PAD + 126, y, name, colour, ink), text(PAD + 126, y + 62, means, { size: 20.5 }), text(PAD + 126, y + 88, eg, { size: 20, fill: C.muted }));
  });
  const hy = bottom + 16;
  body.push(rect(24, hy, W - 48, 112, C.redTint, { r: 16 }), cross(PAD + 50, hy + 54, C.red, 2.2));
  body.push(pill(PAD + 126, hy + 14, 'Harmful', C.red), text(PAD + 126, hy + 74, 'likely to do net harm in this setting', { size: 20.5 }), text(PAD + 126, hy + 99, 'ibuprofen around a long race', { size: 20, fill: C.muted }));
  return chart({
    height: hy + 112 + 92, title: ['How sure are we?', 'The evidence ladder'], body,
    source: ['RunRecovery’s five grades with examples. A grade says', 'how good the evidence is, not how big the effect.'],
    desc: 'Five grades: strong, moderate, mixed, weak and, off the ladder, harmful, with their meaning and examples.',
  });
}

export const charts = {
  'heavy-legs-this-week': heavyLegsThisWeek, 'heavy-legs-check': heavyLegsCheck, 'red-flags': redFlags, 'evidence-ladder': evidenceLadder,
};
