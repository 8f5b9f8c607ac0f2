import { sayDate } from './approximate-date.ts';

interface TurnProps {
  turn: { who: string; since: string; usualTime: string; whatICanDo: string };
  /** What stands before the name. */
  whose?: string;
  /** False for somebody who looks at another person's way. */
  isOwn?: boolean;
}

/** Whose turn it is, since when, how long it usually takes and what can be done: all four, always. */
export const Turn = ({
  turn: { who, since, usualTime, whatICanDo },
  whose = 'Whose turn',
  isOwn = true,
}: TurnProps) => (
  <dl className="rtp-waiting">
    <div>
      <dt>{whose}</dt>
      <dd>{who}</dd>
    </div>
    <div>
      <dt>Since</dt>
      <dd>{sayDate(since)}</dd>
    </div>
    <div>
      <dt>Usual time</dt>
      <dd>{usualTime}</dd>
    </div>
    <div>
      <dt>{isOwn ? 'What you can do' : 'What we tell the returner'}</dt>
      <dd>{whatICanDo}</dd>
    </div>
  </dl>
);
