/** A point with a name. */
export interface Dot {
  key: string;
  name: string;
  latitude: number;
  longitude: number;
  kind: 'PERSON' | 'SITE';
}

const size = { width: 640, height: 520, margin: 24 };

type Placed = Dot & {
  x: number;
  y: number;
  /** It lies farther out than the map goes, and is drawn at the edge in its direction. */
  isFar: boolean;
};

/** How many times the middle half's width a point may lie outside of it, before it makes the map too small for the others. */
const farAt = 3;

/** The span that a map shows: all values but those that lie far from the rest. */
function spanOf(values: readonly number[]): [least: number, most: number] {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const reach = farAt * (at(0.75) - at(0.25));
  const near = reach === 0 ? sorted : sorted.filter((value) => value >= at(0.25) - reach && value <= at(0.75) + reach);
  return [near[0] ?? 0, near.at(-1) ?? 0];
}

const within = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

/** Puts points on a plane: near enough for a region, with a degree of longitude shortened as it is at this latitude. */
export function placed(dots: readonly Dot[]): Placed[] {
  const [south, north] = spanOf(dots.map(({ latitude }) => latitude));
  const [west, east] = spanOf(dots.map(({ longitude }) => longitude));
  const shortened = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [across, up] = [(east - west) * shortened, north - south];
  const [width, height] = [size.width - 2 * size.margin, size.height - 2 * size.margin];
  const scale = Math.min(across === 0 ? Infinity : width / across, up === 0 ? Infinity : height / up);
  const unit = Number.isFinite(scale) ? scale : 0;
  const left = (size.width - across * unit) / 2;
  const top = (size.height - up * unit) / 2;
  const edge = size.margin / 2;
  return dots.map((dot) => {
    const [x, y] = [left + (dot.longitude - west) * shortened * unit, top + (north - dot.latitude) * unit];
    const isFar = dot.latitude < south || dot.latitude > north || dot.longitude < west || dot.longitude > east;
    return isFar
      ? { ...dot, isFar, x: within(edge, x, size.width - edge), y: within(edge, y, size.height - edge) }
      : { ...dot, isFar, x, y };
  });
}

const look = (name: string, isFar: boolean): string => (isFar ? `${name} rtp-map__far` : name);

/** Where people and places are, north up. It has no streets: the points of postcodes alone. The table beside it says the same. */
export function DotMap({ dots, label }: { dots: readonly Dot[]; label: string }) {
  const points = placed(dots);
  const far = points.filter(({ isFar }) => isFar).length;
  return (
    <figure className="rtp-chart rtp-map">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
        {points
          .filter(({ kind }) => kind === 'SITE')
          .map(({ key, name, x, y, isFar }) => (
            <rect key={key} className={look('rtp-map__site', isFar)} x={x - 5} y={y - 5} width={10} height={10}>
              <title>{name}</title>
            </rect>
          ))}
        {points
          .filter(({ kind }) => kind === 'PERSON')
          .map(({ key, name, x, y, isFar }) => (
            <circle key={key} className={look('rtp-map__person', isFar)} cx={x} cy={y} r={5}>
              <title>{name}</title>
            </circle>
          ))}
      </svg>
      <ul className="rtp-chart__key">
        <li>
          <svg viewBox="0 0 24 16" aria-hidden="true">
            <circle className="rtp-map__person" cx={12} cy={8} r={6} />
          </svg>{' '}
          Returners who wait, at the point of their postcode district
        </li>
        <li>
          <svg viewBox="0 0 24 16" aria-hidden="true">
            <rect className="rtp-map__site" x={6} y={2} width={12} height={12} />
          </svg>{' '}
          Sites with places
        </li>
      </ul>
      <figcaption>
        North is at the top. Distances are to scale; there are no streets.
        {far === 0
          ? null
          : ` ${far === 1 ? '1 point lies farther out and is' : `${far} points lie farther out and are`} drawn hollow, at the edge.`}
      </figcaption>
    </figure>
  );
}
