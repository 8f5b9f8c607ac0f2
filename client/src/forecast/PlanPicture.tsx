import { useEffect, useId, useRef, useState } from 'react';
import { graphql } from '../generated/gql.ts';
import type { PlanWeekFieldsFragment } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Details } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { sayDays, sayHours } from '../ui/duration.ts';

/** One week of a plan. @fragment */
export const PlanWeekFields = graphql(`
  fragment PlanWeekFields on PlanWeek {
    startsOn
    supervisedMinutes
    formalMinutes
    privateMinutes
    countedMinutes
    expiredMinutes
    daysOff
  }
`);

type Week = PlanWeekFieldsFragment;

const kinds = [
  { key: 'supervisedMinutes', name: 'Supervised practice', colour: '#005eb8' },
  { key: 'formalMinutes', name: 'Formal study', colour: '#00a499' },
  { key: 'privateMinutes', name: 'Private study', colour: '#ffb81c' },
] as const satisfies readonly { key: keyof Week; name: string; colour: string }[];

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const frame = { top: 24, left: 44, right: 12, plot: 170, gap: 30, bars: 60, axis: 26 } as const;
const height = frame.top + frame.plot + frame.gap + frame.bars + frame.axis;
const textSize = 14;

/** The width a picture has on the page, so that its words keep their size on a phone. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const box = element.current;
    if (box === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(240, Math.round(entry.contentRect.width)));
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

interface PlanPictureProps {
  weeks: readonly Week[];
  requiredMinutes: number;
  /** What the picture shows, in one sentence: the words for whoever cannot see it. */
  summary: string;
}

/** The plan over time: what counts, week by week, against what is needed. The same figures follow as a table. */
export function PlanPicture({ weeks, requiredMinutes, summary }: PlanPictureProps) {
  const { element, width } = useWidth();
  const titleId = useId();
  const plotWidth = width - frame.left - frame.right;
  const top = Math.max(requiredMinutes, ...weeks.map((week) => week.countedMinutes)) * 1.08;
  const mostInAWeek = Math.max(
    1,
    ...weeks.map((week) => week.supervisedMinutes + week.formalMinutes + week.privateMinutes),
  );
  const weekWidth = plotWidth / Math.max(1, weeks.length);
  const x = (index: number) => frame.left + index * weekWidth;
  const y = (minutes: number) => frame.top + frame.plot * (1 - minutes / top);
  const base = frame.top + frame.plot + frame.gap + frame.bars;
  const line = weeks.map((week, index) => `L${x(index + 1).toFixed(1)} ${y(week.countedMinutes).toFixed(1)}`).join('');
  const dropsFrom = weeks.findIndex((week) => week.expiredMinutes > 0);

  return (
    <figure className="rtp-chart">
      <div ref={element}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId} fontSize={textSize}>
          <title id={titleId}>{summary}</title>
          {dropsFrom < 0 ? null : (
            <rect
              x={x(dropsFrom)}
              y={frame.top}
              width={Math.max(0, width - frame.right - x(dropsFrom))}
              height={frame.plot}
              fill="#f7d4d1"
            />
          )}
          <path d={`M${x(0)} ${y(0)}${line}L${x(weeks.length)} ${y(0)}Z`} fill="#ccdff1" />
          <path d={`M${x(0)} ${y(0)}${line}`} fill="none" stroke="#005eb8" strokeWidth="3" strokeLinejoin="round" />
          <line
            x1={frame.left}
            x2={width - frame.right}
            y1={y(requiredMinutes)}
            y2={y(requiredMinutes)}
            stroke="#212b32"
            strokeWidth="2"
            strokeDasharray="6 4"
          />
          <text x={frame.left + 4} y={y(requiredMinutes) - 6} fill="#212b32">
            {sayDays(requiredMinutes)} needed
          </text>
          {[0, requiredMinutes / 2, requiredMinutes].map((minutes) => (
            <text key={minutes} x={frame.left - 6} y={y(minutes) + 5} textAnchor="end" fill="#4c6272">
              {minutes / 420}
            </text>
          ))}
          <line x1={frame.left} x2={width - frame.right} y1={y(0)} y2={y(0)} stroke="#768692" />
          {weeks.map((week, index) => (
            <WeekBar
              key={week.startsOn}
              week={week}
              x={x(index)}
              width={weekWidth}
              base={base}
              scale={frame.bars / mostInAWeek}
            />
          ))}
          <line x1={frame.left} x2={width - frame.right} y1={base} y2={base} stroke="#768692" />
          {monthTicks(weeks, weekWidth).map(({ index, label }) => (
            <g key={index}>
              <line x1={x(index)} x2={x(index)} y1={base} y2={base + 5} stroke="#768692" />
              <text x={x(index)} y={base + 20} fill="#4c6272">
                {label}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <ul className="rtp-chart__key">
        <li>
          <svg viewBox="0 0 24 16" aria-hidden="true">
            <path d="M0 14L24 2" stroke="#005eb8" strokeWidth="3" />
          </svg>
          Days that count, added up
        </li>
        {kinds
          .filter(({ key }) => weeks.some((week) => week[key] > 0))
          .map(({ key, name, colour }) => (
            <li key={key}>
              <svg viewBox="0 0 24 16" aria-hidden="true">
                <rect x="4" width="16" height="16" fill={colour} />
              </svg>
              {name}, each week
            </li>
          ))}
        {dropsFrom < 0 ? null : (
          <li>
            <svg viewBox="0 0 24 16" aria-hidden="true">
              <rect x="4" width="16" height="16" fill="#f7d4d1" />
            </svg>
            Early days drop out
          </li>
        )}
      </ul>
      <figcaption>{summary}</figcaption>
    </figure>
  );
}

interface WeekBarProps {
  week: Week;
  x: number;
  width: number;
  base: number;
  scale: number;
}

/** One week's hours by kind, one above the other; a week off is a short grey line. */
function WeekBar({ week, x, width, base, scale }: WeekBarProps) {
  const room = Math.min(2, width * 0.2);
  return (
    <g>
      {week.daysOff >= 7 ? <rect x={x + room / 2} y={base - 4} width={width - room} height={4} fill="#aeb7bd" /> : null}
      {kinds.map(({ key, colour }, index) => {
        const below = kinds.slice(0, index).reduce((sum, kind) => sum + week[kind.key], 0);
        return week[key] === 0 ? null : (
          <rect
            key={key}
            x={x + room / 2}
            y={base - (below + week[key]) * scale}
            width={width - room}
            height={week[key] * scale}
            fill={colour}
          />
        );
      })}
    </g>
  );
}

/** Where a month's name fits below the picture: at the first week of a month, and not too close to the one before. */
function monthTicks(weeks: readonly Week[], weekWidth: number): { index: number; label: string }[] {
  const ticks: { index: number; label: string }[] = [];
  let month = '';
  weeks.forEach(({ startsOn }, index) => {
    const here = startsOn.slice(0, 7);
    if (here === month) return;
    month = here;
    const last = ticks.at(-1);
    if (last !== undefined && (index - last.index) * weekWidth < 64) return;
    // The last name must not run off the picture.
    if ((weeks.length - index) * weekWidth < 54 && ticks.length > 0) return;
    ticks.push({ index, label: `${monthNames[Number(here.slice(5)) - 1] ?? ''} ${here.slice(0, 4)}` });
  });
  return ticks;
}

/** The figures of the picture as a table. */
export const PlanTable = ({ weeks }: { weeks: readonly Week[] }) => (
  <Details summary="Show the plan as a table">
    <DataTable
      caption="The plan week by week"
      columns={[
        { heading: 'Week from', cell: ({ startsOn }) => sayDate(startsOn) },
        { heading: 'Supervised', cell: ({ supervisedMinutes }) => sayHours(supervisedMinutes), numeric: true },
        { heading: 'Formal', cell: ({ formalMinutes }) => sayHours(formalMinutes), numeric: true },
        { heading: 'Private', cell: ({ privateMinutes }) => sayHours(privateMinutes), numeric: true },
        { heading: 'Counts so far', cell: ({ countedMinutes }) => sayDays(countedMinutes), numeric: true },
        { heading: 'Dropped out', cell: ({ expiredMinutes }) => sayDays(expiredMinutes), numeric: true },
      ]}
      rows={weeks}
      rowKey={({ startsOn }) => startsOn}
    />
  </Details>
);
