/** A point with a name. */
export interface Dot {
  key: string;
  name: string;
  latitude: number;
  longitude: number;
  kind: 'PERSON' | 'SITE';
}

const size = { width: 640, height: 520, margin: 24 };

/** Puts points on a plane: near enough for a region, with a degree of longitude shortened as it is at this latitude. */
export function placed(dots: readonly Dot[]): (Dot & { x: number; y: number })[] {
  if (dots.length === 0) return [];
  const latitudes = dots.map(({ latitude }) => latitude);
  const longitudes = dots.map(({ longitude }) => longitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const shortened = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [across, up] = [(east - west) * shortened, north - south];
  const [width, height] = [size.width - 2 * size.margin, size.height - 2 * size.margin];
  const scale = Math.min(across === 0 ? Infinity : width / across, up === 0 ? Infinity : height / up);
  const unit = Number.isFinite(scale) ? scale : 0;
  const left = (size.width - across * unit) / 2;
  const top = (size.height - up * unit) / 2;
  return dots.map((dot) => ({
    ...dot,
    x: left + (dot.longitude - west) * shortened * unit,
    y: top + (north - dot.latitude) * unit,
  }));
}

/** Where people and places are, north up. It has no streets: the points of postcodes alone. The table beside it says the same. */
export function DotMap({ dots, label }: { dots: readonly Dot[]; label: string }) {
  const points = placed(dots);
  return (
    <figure className="rtp-chart rtp-map">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
        {points
          .filter(({ kind }) => kind === 'SITE')
          .map(({ key, name, x, y }) => (
            <rect key={key} className="rtp-map__site" x={x - 5} y={y - 5} width={10} height={10}>
              <title>{name}</title>
            </rect>
          ))}
        {points
          .filter(({ kind }) => kind === 'PERSON')
          .map(({ key, name, x, y }) => (
            <circle key={key} className="rtp-map__person" cx={x} cy={y} r={5}>
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
      <figcaption>North is at the top. Distances are to scale; there are no streets.</figcaption>
    </figure>
  );
}
