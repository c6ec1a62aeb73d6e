import { formatFigure } from '../../lambda/briefing/words/format.ts';
import type { Block, Figure, Report, Sentence } from '../../lambda/report/schema.ts';

/** Sessions of the sample: Monday to Friday, ending with the session of the report. */
function weekdays(last: string, count: number): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${last}T00:00:00Z`); days.length < count; at -= 86_400_000) {
    const day = new Date(at);
    if (day.getUTCDay() % 6 !== 0) days.unshift(day.toISOString().slice(0, 10));
  }
  return days;
}

/** A smooth, made-up course around 100; the first values are missing where `from` is given. */
const course = (count: number, swing: number, phase: number, from = 0): (number | null)[] =>
  Array.from({ length: count }, (_, i) =>
    i < from
      ? null
      : 100 + swing * Math.sin(i / 31 + phase) + (swing / 4) * Math.sin(i / 5 + phase * 3) + i / 90,
  );

const values: Record<string, readonly [Figure['value'], string, Partial<Figure>?]> = {
  'close.IWM': [246.16, 'usd'],
  'close.TNA': [45.54, 'usd'],
  'return.IWM.1d': [-0.0075, 'fraction'],
  'return.TNA.1d': [-0.023, 'fraction'],
  'return.IWM.5d': [-0.0235, 'fraction'],
  'return.TNA.5d': [-0.0702, 'fraction'],
  'return.IWM.ytd': [0.1266, 'fraction'],
  'return.SPY.1d': [-0.0074, 'fraction'],
  'return.SPY.5d': [-0.0088, 'fraction'],
  'return.SPY.ytd': [0.1772, 'fraction'],
  'return.TNA.ytd': [null, 'fraction', { status: 'missing', reason: 'no bar before the year began' }],
  'excess.IWM:SPY.5d': [-0.0147, 'fraction'],
  'expected.IWM.1d': [0.0103, 'fraction', { status: 'proxy', reason: 'no RVX: realised volatility' }],
  'rotation.score': [5.93, '-100..100'],
  'rotation.state': ['no clear leadership', 'word'],
  'rotation.component.momentum': [0.28, 'z'],
  'rotation.component.credit': [-2.53, 'z'],
  'gap.TNA.21d.compounding': [-0.0048, 'fraction'],
  'gap.TNA.21d.cost': [-0.0077, 'fraction'],
  'gap.TNA.21d.total': [-0.0125, 'fraction'],
  'sma.IWM.50': [246.05, 'usd'],
  'sma.IWM.200': [224.71, 'usd'],
  'ladder.TNA.sma.IWM.50': [45.48, 'usd'],
  'ladder.TNA.sma.IWM.200': [33.63, 'usd'],
  'band.IWM.1sd.low': [112.4, 'usd'],
  'band.IWM.1sd.high': [115.8, 'usd'],
  'band.IWM.2sd.low': [110.7, 'usd'],
  'band.IWM.2sd.high': [117.5, 'usd'],
  'event.next.date': ['2026-01-01', 'date'],
  'horizon.TNA.21d.low': [-0.21, 'fraction'],
  'horizon.TNA.21d.median': [0.02, 'fraction'],
  'horizon.TNA.21d.high': [0.24, 'fraction'],
};

const figures: Record<string, Figure> = Object.fromEntries(
  Object.entries(values).map(([id, [value, unit, more]]) => [
    id,
    {
      value,
      unit,
      asOf: '2025-12-31',
      status: 'fresh',
      method: id.split('.')[0] ?? '',
      inputs: ['bars:IWM'],
      source: 'simulated',
      ...more,
    },
  ]),
);

/** `sentence('TNA fell ', 'return.TNA.1d', '.')`: whatever is a figure's id becomes that figure. */
function sentence(...pieces: readonly string[]): Sentence {
  return {
    parts: pieces.map((piece) => {
      const figure = figures[piece];
      return figure === undefined ? piece : { figure: piece, text: formatFigure(piece, figure) };
    }),
    figures: pieces.filter((piece) => piece in figures),
  };
}

const performance: Block = {
  kind: 'table',
  id: 'performance',
  title: 'Performance',
  subtitle: 'Total return',
  columns: ['1d', '5d', 'ytd'].map((label) => ({ label, align: 'end' as const })),
  rows: ['IWM', 'SPY', 'TNA'].map((symbol) => ({
    label: symbol,
    hint: 'a fund',
    emphasis: symbol === 'TNA',
    cells: ['1d', '5d', 'ytd'].map((window) => ({ figure: `return.${symbol}.${window}` })),
  })),
  notes: [sentence('A note on ', 'close.IWM', '.')],
};

const strength: Block = {
  kind: 'chart',
  type: 'lines',
  id: 'relative-strength',
  title: 'IWM has moved sideways against SPY',
  subtitle: 'Rebased to 100',
  asOf: '2025-12-31',
  alt: 'Two lines around 100.',
  unit: 'index',
  lines: [
    { label: 'IWM:SPY', series: 'iwm-spy', role: 'accent' },
    { label: 'IWM:QQQ', series: 'iwm-qqq', role: 'strong' },
    { label: '200-session mean', series: 'mean', role: 'faint', dashed: true },
  ],
  rules: [{ value: 100, label: '' }],
};

const head = {
  kind: 'chart' as const,
  asOf: '2025-12-31',
  alt: 'A chart of the sample.',
  subtitle: 'In the sample',
};

const drawings: Block[] = [
  {
    ...head,
    type: 'rotation-map',
    id: 'map',
    title: 'IWM turns',
    tails: ['IWM', 'KRE', 'XLK'].map((label, index) => ({
      label,
      name: label,
      ratio: `ratio-${index}`,
      momentum: `momentum-${index}`,
      role: label === 'IWM' ? 'accent' : 'plain',
    })),
  },
  {
    ...head,
    type: 'bars',
    id: 'components',
    title: 'Credit holds the score down',
    unit: 'z',
    bars: [
      { label: 'Momentum', note: 'weight 0.40', figure: 'rotation.component.momentum', role: 'plain' },
      { label: 'Credit', note: 'weight 0.15', figure: 'rotation.component.credit', role: 'plain' },
    ],
    range: [-2, 2],
  },
  {
    ...head,
    type: 'stacked',
    id: 'gap',
    title: 'Cost took more than compounding',
    unit: 'fraction',
    parts: [
      { label: 'compounding', role: 'accent' },
      { label: 'cost', role: 'plain' },
    ],
    groups: [
      { label: '21d', figures: ['gap.TNA.21d.compounding', 'gap.TNA.21d.cost'], total: 'gap.TNA.21d.total' },
    ],
  },
  {
    ...head,
    type: 'ranges',
    id: 'horizons',
    title: 'A month may bring anything between −21 and +24 %',
    unit: 'fraction',
    rows: [
      {
        label: '21 sessions',
        low: 'horizon.TNA.21d.low',
        middle: 'horizon.TNA.21d.median',
        high: 'horizon.TNA.21d.high',
        now: 'return.TNA.5d',
      },
    ],
  },
  {
    ...head,
    type: 'levels',
    id: 'levels',
    title: 'The 50-session average is 0.05 % below',
    unit: 'usd',
    line: { label: 'IWM', series: 'iwm-qqq' },
    levels: ['50', '200'].map((n) => ({
      label: `${n}-session average`,
      figure: `sma.IWM.${n}`,
      implies: `ladder.TNA.sma.IWM.${n}`,
    })),
    bands: [1, 2].map((n) => ({ label: `±${n}σ`, low: `band.IWM.${n}sd.low`, high: `band.IWM.${n}sd.high` })),
  },
];

/** A small, complete, made-up report that uses every kind of block. A new copy each time. */
export function sampleReport(): Report {
  const axis = weekdays('2025-12-31', 260);
  const line = (at: string, data: (number | null)[]) => ({
    axis: at,
    values: data,
    unit: 'index',
    asOf: '2025-12-31',
    inputs: ['bars:IWM'],
  });
  return structuredClone<Report>({
    schema: 'smallcap-briefing/1',
    edition: {
      id: 'TNA',
      title: 'Small-cap rotation & TNA',
      fund: 'TNA',
      inverse: 'TZA',
      underlying: 'IWM',
      beta: 3,
    },
    session: '2025-12-31',
    previousSession: '2025-12-30',
    nextSession: '2026-01-02',
    revision: 1,
    collectedAt: '2025-12-31T22:50:00.000Z',
    snapshot: '0123456789abcdef',
    marks: { simulated: true, incomplete: false, incompleteBecause: [] },
    strip: [
      { label: 'Prices', status: 'fresh', text: 'final' },
      { label: 'Volatility', status: 'proxy', text: 'proxy: realised, no RVX' },
      { label: 'Filings', status: 'missing', text: 'none in this run' },
    ],
    front: {
      verdict: sentence(
        'Small caps lag: TNA moved ',
        'return.TNA.1d',
        ' and rotation shows ',
        'rotation.state',
        '.',
      ),
      supporting: [sentence('IWM moved ', 'return.IWM.1d', '.'), sentence('It closed at ', 'close.IWM', '.')],
      notices: [],
      changes: { since: '2025-12-30', items: [sentence('Nothing material changed.')] },
      keys: [
        { label: 'TNA', figure: 'close.TNA', below: sentence('return.TNA.1d') },
        { label: 'Rotation', figure: 'rotation.score', spark: 'iwm-spy', below: sentence('rotation.state') },
        { label: 'Expected move, IWM', figure: 'expected.IWM.1d' },
        { label: 'Next event', figure: 'event.next.date' },
      ],
      blocks: [performance, strength],
    },
    changes: [],
    sections: [
      {
        id: 'rotation',
        title: 'Rotation',
        status: 'fresh',
        lead: sentence('The score is ', 'rotation.score', '.'),
        blocks: [
          ...drawings,
          { kind: 'absence', id: 'history', title: 'History', reason: 'fewer than 15 cases' },
          {
            kind: 'prose',
            id: 'words',
            form: 'list',
            sentences: [sentence('IWM: ', 'excess.IWM:SPY.5d', '.')],
          },
        ],
      },
    ],
    figures,
    axes: { sessions: axis, weeks: axis.slice(-10) },
    series: {
      'iwm-spy': line('sessions', course(260, 5, 0)),
      'iwm-qqq': line('sessions', course(260, 6, 2)),
      mean: line('sessions', course(260, 2, 1, 200)),
      ...Object.fromEntries(
        [0, 1, 2].flatMap((index) => [
          [`ratio-${index}`, line('weeks', course(10, 1.5, index * 2))],
          [`momentum-${index}`, line('weeks', course(10, 1.2, index * 2 + 1.5))],
        ]),
      ),
    },
    methods: Object.fromEntries(
      Object.values(figures).map(({ method }) => [
        method,
        { definition: `How ${method} is defined.`, page: 'methods' },
      ]),
    ),
    sources: [],
    flags: [],
  });
}
