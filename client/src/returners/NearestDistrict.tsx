import { Assumed } from '../ui/Callouts.tsx';
import { Secondary } from '../ui/DataTable.tsx';

interface Placed {
  homeDistrict: { code: string } | null;
  homeDistrictIsNearest: boolean;
}

/** That a postcode is newer than our table of districts, and which district stands for it; nothing where it is known. */
export const NearestDistrict = ({ of: { homeDistrict, homeDistrictIsNearest } }: { of: Placed }) =>
  homeDistrictIsNearest && homeDistrict !== null ? (
    <>
      <Assumed />
      <Secondary>
        We do not know the first half of this postcode yet. For distances and your region we use the nearest one that we
        know: {homeDistrict.code}.
      </Secondary>
    </>
  ) : null;
