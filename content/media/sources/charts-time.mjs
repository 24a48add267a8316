// Charts with days, weeks or minutes along an axis. Ids in comments are source ids of the evidence table.
import { C, PAD, INNER, W, chart, below, text, rect, line, circle, path, bar, lane, tick } from './style.mjs';

const x0 = PAD, xw = INNER;
/** Vertical rules of a time axis with labels underneath. */
const axis = (ticks, max, top, bottom, label, left = x0, width = xw) => ticks.map(t => {
  const x = left + width * t / max;
  return line(x, top, x, bottom, C.line, 1.5) + text(x, bottom + 27, label(t), { size: 20, fill: C.muted, anchor: t === 0 ? 'start' : t === max ? 'end' : 'middle' });
}).join('');

// takayama2017, asp1999, bernatadell2019, warhol1985, marasoreness2021, maratightness
export function whatRecoversWhen() {
  const rows = [ // label, surely not back before, back by, note at the bar's end
    ['Heart marker (troponin)', 4, 4, '4 days'],          // bernatadell2019: 96 h
    ['Soreness', 4, 7, '4–7 days'],                       // marasoreness2021, maratightness, takayama2017
    ['Muscle enzyme (CK)', 6, 6, '6 days'],               // bernatadell2019: 144 h
    ['Leg fuel (glycogen)', 2, 7, 'low on day 2, fine on day 7'], // asp1999
    ['Aerobic fitness, economy', 7, 7, 'within 7 days'],  // takayama2017
    ['Blood markers LDH, CRP', 8, 8, '8 days'],           // bernatadell2019: 192 h
    ['Muscle fibres', 21, 28, '21–28 days'],              // warhol1985: 3-4 weeks
  ];
  const top = below(2, 1), step = 64, h = 26, bottom = top + rows.length * step, X = d => x0 + xw * d / 28;
  const body = [axis([0, 7, 14, 21, 28], 28, top + 30, bottom, t => t === 0 ? 'race' : `day ${t}`)];
  rows.forEach(([name, from, to, note], i) => {
    const y = top + i * step + 34, last = i === rows.length - 1, colour = last ? C.red : C.green;
    body.push(rect(x0, y, xw, h, C.lane, { extra: 'fill-opacity="0.75"' }), line(x0, y, x0 + xw, y), line(x0, y + h, x0 + xw, y + h));
    [7, 14, 21].forEach(t => body.push(line(X(t), y, X(t), y + h, C.line)));
    if (to > from) body.push(bar(x0, y, X(to) - x0, h, last ? '#DDA396' : '#8FB3AC'), rect(x0, y, X(from) - x0, h, colour));
    else body.push(bar(x0, y, X(to) - x0, h, colour));
    body.push(rect(x0 - 3, y - 4, 4, h + 8, C.ink));
    body.push(rect(x0, y - 28, name.length * 11, 24, C.paper), text(x0, y - 9, name, { size: 21, weight: 600 }));
    if (last) body.push(rect(W - PAD - 116, y - 28, 116, 24, C.paper), text(W - PAD, y - 9, note, { size: 21, weight: 700, fill: colour, anchor: 'end' }));
    else body.push(text(X(to) + 11, y + 20, note, { size: 20, weight: 600, fill: colour, halo: C.lane }));
  });
  return chart({
    height: bottom + 136, title: ['After a marathon,', 'what is back when?'], sub: 'Days until back to normal. Paler: it varies.', body,
    source: ['Small studies, 6 to 86 runners each: Bernat-Adell 2019,', 'Warhol 1985, and four more of 1999–2021.'],
    desc: 'Days after a marathon until back to normal: troponin 4, soreness 4 to 7, CK 6, glycogen by 7, aerobic fitness within 7, LDH and CRP 8, muscle fibres 21 to 28.',
  });
}

// thomas2016, noakes2007, orthosports (5-10 min walk, 15-20 min), hewbutler2015, eac2003
export function firstTwoHours() {
  const rows = [
    ['Keep walking', '5–10 minutes', 0, 10, C.red],
    ['Warm, dry clothes', 'as soon as you stop walking', 10, 25, C.amber],
    ['Drink to thirst', 'all along, no forcing', 0, 120, C.sky],
    ['First food, about 20 g protein', 'within two hours', 15, 120, C.green],
  ];
  const top = below(2, 1), step = 76, h = 28, bottom = top + 5 * step, X = m => x0 + xw * m / 120;
  const body = [axis([0, 30, 60, 90, 120], 120, top + 34, bottom, t => t === 0 ? 'finish' : t === 120 ? '2 hours' : `${t} min`)];
  const row = (i, name, note, draw) => {
    const y = top + i * step + 38;
    body.push(rect(x0, y, xw, h, C.lane), line(x0, y, x0 + xw, y), line(x0, y + h, x0 + xw, y + h), draw(y), rect(x0 - 3, y - 4, 4, h + 8, C.ink));
    body.push(rect(x0, y - 33, xw, 28, C.paper), text(x0, y - 11, name, { size: 22, weight: 650 }), text(W - PAD, y - 11, note, { size: 20, fill: C.muted, anchor: 'end' }));
  };
  rows.forEach(([name, note, a, b, colour], i) => row(i, name, note, y => a ? rect(X(a), y + 2, X(b) - X(a), h - 4, colour, { r: 12 }) : bar(x0, y, X(b) - x0, h, colour)));
  row(4, 'A proper meal', 'when your stomach agrees', y => path(`M${X(98)} ${y + h / 2}H${X(118)}m-9 -9l9 9l-9 9`, { stroke: C.green, sw: 6 }));
  const fy = bottom + 50;
  body.push(rect(PAD, fy, INNER, 92, C.redTint, { r: 14 }), text(PAD + 20, fy + 36, 'Dizzy? Lie down, legs up, tell someone.', { size: 22, weight: 700, fill: C.red }),
    text(PAD + 20, fy + 68, 'Not clearly better in 15–20 minutes: medical help.', { size: 21 }));
  return chart({
    height: fy + 92 + 92, title: ['The first two hours', 'after the finish'], sub: 'The order matters; the minutes are a guide.', body,
    source: ['After Thomas 2016 (position stand), Noakes 2007,', 'German J Sports Med 2018 (fluid). Times: ours.'],
    desc: 'Time line from finish to two hours: walk 5 to 10 minutes, warm clothes, drink to thirst throughout, first food with about 20 g protein within two hours, then a proper meal.',
  });
}

// nieman-tribune, henderson2017 + chrisultra2013 + horowitz2011, creighton2016, higdon-zero
export function rulesSideBySide() {
  const rows = [
    ['Nieman', 'slow ramp, no day-per-mile', 10, '10'],
    ['Mile rule', 'one easy day per mile', 26, '26'],
    ['Creighton', 'one week per 10 km', 30, '30'],
    ['Higdon', 'zero week, then 4 weeks up', 35, 'about 35'],
    ['Kilometre rule', 'one easy day per km', 42, '42'],
  ];
  const top = below(2, 1), step = 78, h = 34, bottom = top + rows.length * step + 4, max = 42, X = d => x0 + xw * d / max;
  const body = [axis([0, 7, 14, 21, 28, 35, 42], max, top + 36, bottom, t => t === 0 ? 'race' : String(t))];
  rows.forEach(([name, note, days, label], i) => {
    const y = top + i * step + 38;
    body.push(rect(x0, y - 32, xw, 28, C.paper), lane(x0, y, xw, h), [7, 14, 21, 28, 35].map(t => line(X(t), y, X(t), y + h, C.line)).join(''));
    body.push(bar(x0, y, X(days) - x0, h, C.green), rect(x0 - 3, y - 4, 4, h + 8, C.ink));
    body.push(text(x0, y - 10, name, { size: 22, weight: 700 }), text(W - PAD, y - 10, note, { size: 20, fill: C.muted, anchor: 'end' }));
    body.push(text(X(days) - 16, y + 25, label, { size: 23, weight: 700, fill: '#FFFFFF', anchor: 'end' }));
  });
  return chart({
    height: bottom + 130, title: ['Five rules, one marathon'], sub: ['Days before the next hard run or race'], body: [`<g transform="translate(0 -37)">${body.flat(9).join('\n')}</g>`],
    source: ['Coaching rules, not trials. Read at: Henderson 2017,', 'Horowitz 2011, runnsw.com.au 2016, Chicago Tribune', '2009, and a runner’s account of Higdon’s plan, 2013.'],
    desc: 'Days before the next hard run after a marathon: Nieman 10, mile rule 26, Creighton 30, Higdon about 35, kilometre rule 42.',
  });
}

// The planning rules' own formulas for an all-out marathon: T 26, N 7, E 17; usual easy run 40 min.
const round = v => Math.floor(v + 0.5 + 1e-9);
export function planDays(T = 26, usual = 40) {
  const N = T <= 2 ? 0 : round(T / 4), E = N + Math.ceil((T - N) / 2), days = [];
  for (let d = 1; d <= T + 1; d++) {
    let pct = 0, strides = false, phase = 'rest';
    if (d > T) { pct = 100; phase = 'normal'; }
    else if (d > E) {
      const m = T - E, j = d - E; phase = 'rebuild';
      if (!(m >= 4 && j % 4 === 0 && j !== m)) { pct = 5 * round((60 + 30 * j / m) / 5); strides = (m - j) % 3 === 0; }
    } else if (d > N) {
      const k = E - N, i = d - N; phase = 'easy';
      if (!(k >= 4 && i % 2 === 0)) pct = 5 * round((30 + 30 * i / k) / 5);
    }
    days.push({ d, phase, strides, minutes: pct ? Math.min(90, Math.max(15, 5 * round(usual * pct / 100 / 5))) : 0 });
  }
  return days;
}
export function weekAfterRamp() {
  const days = planDays(), left = PAD + 34, width = W - PAD - left, slot = width / 28, top = below(2, 1) + 16, h = 250, base = top + h, Y = m => base - h * m / 40;
  const colours = { easy: C.amber, rebuild: C.green, normal: C.red };
  const body = [0, 10, 20, 30, 40].map(m => line(left, Y(m), W - PAD, Y(m), m ? C.line : C.ink, m ? 1.5 : 2.5) + text(left - 10, Y(m) + 7, String(m), { size: 20, fill: C.muted, anchor: 'end' }));
  days.forEach(({ d, phase, strides, minutes }) => {
    const x = left + d * slot;
    if (!minutes) return body.push(circle(x + slot / 2, base - 10, 3.5, C.muted));
    body.push(path(`M${x + 2} ${base}V${Y(minutes) + 6}a6 6 0 0 1 6 -6h${slot - 16}a6 6 0 0 1 6 6V${base}Z`, { fill: colours[phase] }));
    if (strides) body.push(path(`M${x + 4} ${Y(minutes) - 7}l5 -8m2 8l5 -8`, { stroke: C.green, sw: 3 }));
  });
  body.push(path(`M${left + slot / 2} ${base}v-40h14l-4 7l4 7h-14`, { stroke: C.ink, sw: 2.5, fill: C.red }));
  const spans = [[1, 7, C.muted], [8, 17, C.amber], [18, 26, C.green], [27, 27, C.red]];
  spans.forEach(([a, b, colour]) => body.push(rect(left + a * slot + 1, base + 10, (b - a + 1) * slot - 2, 7, colour, { r: 3.5 })));
  [[4.5, '1–7'], [13, '8–17'], [22.5, '18–26']].forEach(([c, t]) => body.push(text(left + c * slot, base + 42, t, { size: 20, fill: C.muted, anchor: 'middle' })));
  body.push(text(W - PAD, base + 42, '27', { size: 20, fill: C.muted, anchor: 'end' }), text(left - 10, base + 42, 'day', { size: 20, fill: C.muted, anchor: 'end' }));
  const key = [
    [C.muted, 'Days 1–7', 'no running; walk, or bike and swim'],
    [C.amber, 'Days 8–17', 'easy, every second day, 15–20 min'],
    [C.green, 'Days 18–26', '25–35 min; marks = strides'],
    [C.red, 'Day 27', 'back to normal training, 40 min'],
  ];
  const ky = base + 84;
  key.forEach(([colour, a, b], i) => body.push(circle(PAD + 10, ky + i * 34 - 7, 9, colour), text(PAD + 30, ky + i * 34, a, { weight: 700 }), text(PAD + 164, ky + i * 34, b)));
  return chart({
    height: ky + 3 * 34 + 96, title: ['After an all-out marathon:', 'a slow way back'], sub: 'Minutes of running a day (usual easy run: 40)', body,
    source: ['Our planning rules, regular runner, flat course, no', 'soreness left. The numbers are our choices, not a trial.'],
    desc: 'Minutes of running per day: none on days 1 to 7, 15 to 20 every second day on days 8 to 17, 25 to 35 on days 18 to 26 with strides on days 20, 23 and 26, 40 on day 27.',
  });
}

// bakken-heavy, diz-qa: coaching practice, no trial
export function stridesSession() {
  const top = below(2, 1) + 34, left = PAD, width = INNER, base = top + 250, yWalk = base - 26, yEasy = base - 96, yFast = top + 30;
  const body = [
    rect(left, yFast - 12, width, 24, C.greenTint, { r: 12 }), rect(left, yEasy - 12, width, 24, C.lane, { r: 12 }), rect(left, yWalk - 12, width, 24, C.lane, { r: 12 }),
    text(left, yFast - 22, 'relaxed-fast', { size: 20, fill: C.green, weight: 650 }),
    text(left, yEasy - 22, 'easy', { size: 20, fill: C.muted, weight: 650 }), text(left, yWalk - 22, 'walk', { size: 20, fill: C.muted, weight: 650 }),
  ];
  const e = left + 290; let d = `M${left} ${yEasy}H${e}`, x = e;
  for (let i = 0; i < 4; i++) { d += `C${x + 12} ${i ? yWalk : yEasy} ${x + 8} ${yFast} ${x + 18} ${yFast}h8C${x + 37} ${yFast} ${x + 33} ${yWalk} ${x + 45} ${yWalk}h${i < 3 ? 23 : 26}`; x += 68; }
  body.push(path(d, { stroke: C.red, sw: 6 }));
  for (let i = 0; i < 4; i++) body.push(text(e + 22 + i * 68, yFast - 22, String(i + 1), { size: 21, weight: 700, fill: C.red, anchor: 'middle' }));
  body.push(line(left, base, left + width, base, C.ink, 2.5));
  body.push(text(left, base + 30, '20–40 min, conversational', { size: 20, fill: C.muted }), text(left + width, base + 30, 'the last few minutes', { size: 20, fill: C.muted, anchor: 'end' }));
  const ky = base + 84;
  [['4–6 times 15–20 seconds,', 'fast but relaxed: never a sprint.'], ['Walk all the way back', 'before the next one.'], ['Only when soreness is 3/10', 'or less. A muscle grabs: stop.']].forEach(([a, b], i) => {
    body.push(tick(PAD + 10, ky + i * 66 - 7, i === 2 ? C.red : C.green, 0.9), text(PAD + 36, ky + i * 66, a, { weight: 650 }), text(PAD + 36, ky + i * 66 + 27, b));
  });
  return chart({
    height: ky + 3 * 66 + 36, title: ['Four strides at the end', 'of an easy run'], sub: 'A sketch of the pace, not a measurement', body,
    source: ['Coaching practice (Bakken); no trial for heavy legs.'],
    desc: 'Pace sketch: an easy run of 20 to 40 minutes, then four short relaxed-fast strides of 15 to 20 seconds with a walk back after each.',
  });
}

// bell2023, rogerson2023 (strength sports); the running dose is custom
export function deloadWeeks() {
  const weeks = [1, 1, 1, 0, 1, 1, 1, 1, 0], top = below(2, 1) + 38, h = 250, base = top + h, slot = INNER / weeks.length, bw = slot - 12, Y = v => base - h * v;
  const body = [line(PAD, Y(1), W - PAD, Y(1), C.line, 1.5), text(PAD, Y(1) - 12, 'your usual week', { size: 20, fill: C.muted })];
  weeks.forEach((full, i) => {
    const x = PAD + i * slot + 6;
    if (full) body.push(path(`M${x} ${base}V${Y(1) + 8}a8 8 0 0 1 8 -8h${bw - 16}a8 8 0 0 1 8 8V${base}Z`, { fill: C.green }));
    else {
      body.push(path(`M${x} ${base}V${Y(.75) + 8}a8 8 0 0 1 8 -8h${bw - 16}a8 8 0 0 1 8 8V${base}Z`, { fill: '#EBC08A' }), rect(x, Y(.667), bw, h * .667, C.amber));
      body.push(path(`M${x + bw / 2} ${Y(1) + 4}V${Y(.75) - 14}m-8 -8l8 8l8 -8`, { stroke: C.ink, sw: 3 }));
    }
    body.push(text(x + bw / 2, base + 28, String(i + 1), { size: 20, fill: C.muted, anchor: 'middle' }));
  });
  body.push(line(PAD, base, W - PAD, base, C.ink, 2.5), text(PAD, base + 58, 'week', { size: 20, fill: C.muted }));
  const ky = base + 100;
  body.push(rect(PAD, ky - 20, 22, 22, C.green, { r: 5 }), text(PAD + 34, ky, 'three or four full weeks'));
  body.push(rect(PAD, ky + 16, 22, 22, C.amber, { r: 5 }), text(PAD + 34, ky + 36, 'then one cut by a quarter to a third; keep some strides'));
  return chart({
    height: ky + 36 + 96, title: ['The deload week:', 'one lighter week in four or five'], sub: 'Running volume per week, a sketch', body,
    source: ['Custom, little tested in runners. Strength athletes take', '6.4 days every 5.8 weeks (Rogerson 2023, survey).'],
    desc: 'Weekly volume: three full weeks, one cut by a quarter to a third, four full weeks, one cut again.',
  });
}

export const charts = {
  'what-recovers-when': whatRecoversWhen, 'first-two-hours': firstTwoHours, 'rules-side-by-side': rulesSideBySide,
  'week-after-ramp': weekAfterRamp, 'strides-session': stridesSession, 'deload-weeks': deloadWeeks,
};
