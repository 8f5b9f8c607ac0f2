import { paths } from '../paths.ts';
import { Link } from '../ui/Link.tsx';
import { useViewer } from '../access/viewer.ts';

/**
 * Says that everybody here is invented, wherever that is so. It stays at the foot of the window: there it moves nothing
 * when the answer comes that it is needed.
 */
export const DemonstrationBanner = () =>
  useViewer()?.isDemonstration === true ? (
    <div className="rtp-banner" role="region" aria-label="Demonstration">
      <div className="nhsuk-width-container">
        <p>
          <strong>Demonstration.</strong> Every person here is invented. Do not enter real details.{' '}
          <Link href={paths.demonstration}>Look around as somebody else</Link>.
        </p>
      </div>
    </div>
  ) : null;
