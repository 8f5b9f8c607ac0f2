import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { TrustSchema } from '../organisations/organisation.entity.ts';
import { checkPostcode } from '../returners/profile.rules.ts';
import { districtNear, homeIn, notFound } from '../returners/returner.queries.ts';
import { changesBetween } from './changes.rules.ts';
import { HostSchema, PlacementSiteSchema } from './host.entity.ts';
import { coordinatesHost } from './host.policy.ts';
import { hostSubject, idOf, lockHost } from './host.queries.ts';
import { faultsOfText, hostNameAtMost, type HostKind } from './host.rules.ts';

/** An organisation to begin with: a trust of the published list, or any other with its address. */
export interface AddHost {
  readonly trustId?: string | null;
  readonly kind?: HostKind | null;
  readonly name?: string | null;
  readonly postcode?: string | null;
  readonly idempotencyKey?: string | null;
}

const isThere: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['trustId'],
  rule: 'ONE_HOST_PER_TRUST',
  message: 'This trust is on the list already.',
  help: 'Look for it by its name.',
};
const missing: Refusal = {
  code: 'VALUE_MISSING',
  path: [],
  message: 'Name a trust, or say what kind of organisation it is, its name and its postcode.',
  help: 'Choose a trust of the list. For any other organisation fill in all three.',
};
const unknownPostcode = (path: string): Refusal => ({
  code: 'VALUE_INVALID',
  path: [path],
  rule: 'POSTCODE_DISTRICT',
  message: 'No postcode begins with these letters.',
  help: 'Check it. Give the whole postcode, for example BS1 4ND.',
});

/** A coordinator puts an organisation on the list, with what the published list knows of it. */
export const addHost = (context: CommandContext, input: AddHost) =>
  runCommand(
    context,
    {
      name: 'addHost',
      input,
      idempotencyKey: input.idempotencyKey ?? null,
      constraints: { one_host_per_trust: isThere },
    },
    async ({ em, actor, audit }) => {
      const trustId = input.trustId ? idOf('Trust', input.trustId) : null;
      const trust = trustId ? await em.findOne(TrustSchema, { id: trustId, closedOn: null }) : null;
      if (input.trustId && !trust) return { refused: [notFound('trustId', 'trust')] };
      let facts;
      if (trust)
        facts = {
          kind: 'NHS_TRUST' as const,
          name: trust.name,
          odsCode: trust.odsCode,
          trust,
          region: trust.region.id,
          board: trust.board.id,
        };
      else {
        if (!input.kind || !input.name || !input.postcode) return { refused: [missing] };
        const address = checkPostcode(input.postcode);
        const home = address.isFine ? await homeIn(em, address.value.district) : null;
        const refused = [
          ...faultsOfText('name', input.name, hostNameAtMost, 'The name'),
          ...(home ? [] : [unknownPostcode('postcode')]),
        ];
        if (refused.length > 0 || !home) return { refused };
        facts = { kind: input.kind, name: input.name.trim(), region: home.regionId, board: home.boardId };
      }
      const host = em.create(HostSchema, facts);
      await em.flush();
      if (!coordinatesHost(actor, hostSubject(host)))
        return {
          refused: [
            {
              ...notFound(trust ? 'trustId' : 'postcode', 'place in your regions or boards'),
              code: 'RULE_NOT_MET',
              rule: 'OWN_AREA',
            },
          ],
        };
      if (trust)
        await em.execute(
          `insert into placement_site (host_id, site_id, name, postcode, district_id, latitude, longitude)
           select ?, s.id, s.name, s.postcode, (select d.id from postcode_district d where d.code = split_part(s.postcode, ' ', 1)), s.latitude, s.longitude
           from site s where s.trust_id = ?`,
          [host.id, trust.id],
        );
      else await createSite(em, host.id, host.name, input.postcode ?? '');
      audit({
        action: 'addHost',
        subject: { type: 'Host', id: host.id },
        personId: null,
        changes: changesBetween({}, { kind: host.kind, name: host.name }),
      });
      return { done: { hostId: host.id } };
    },
  );

const createSite = async (em: CommandContext['em'], hostId: string, name: string, typed: string) => {
  const address = checkPostcode(typed);
  const district = address.isFine ? await districtNear(em, address.value.district) : null;
  if (!address.isFine || !district) return null;
  const { postcode } = address.value;
  const { latitude, longitude } = district;
  return em.create(PlacementSiteSchema, {
    host: hostId,
    name: name.trim(),
    postcode,
    district,
    latitude,
    longitude,
    adjustments: [],
  });
};

/** A place of work that the published list does not know. */
export interface AddPlacementSite {
  readonly hostId: string;
  readonly name: string;
  readonly postcode: string;
  readonly idempotencyKey?: string | null;
}

/** Puts a site on the list. */
export const addPlacementSite = (context: CommandContext, input: AddPlacementSite) =>
  runCommand(
    context,
    { name: 'addPlacementSite', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, audit }) => {
      const host = await lockHost(em, actor, input.hostId);
      if (!host) return { refused: [notFound('hostId', 'organisation')] };
      const refused = faultsOfText('name', input.name, hostNameAtMost, 'The name');
      const site = refused.length === 0 ? await createSite(em, host.id, input.name, input.postcode) : null;
      if (!site) return { refused: refused.length > 0 ? refused : [unknownPostcode('postcode')] };
      await em.flush();
      audit({
        action: 'addPlacementSite',
        subject: { type: 'PlacementSite', id: site.id },
        personId: null,
        changes: changesBetween({}, { name: site.name, postcode: site.postcode }),
      });
      return { done: { hostId: host.id, placementSiteId: site.id } };
    },
  );
