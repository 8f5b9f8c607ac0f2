import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { notFound } from '../returners/returner.queries.ts';
import { HostSchema, PlacementSiteSchema } from './host.entity.ts';
import { idOf } from './host.queries.ts';
import { lockOwnRequest } from './send-request.command.ts';
import { SiteQuestionSchema } from './site-question.entity.ts';
import { decideAsking } from './site-question.rules.ts';

/** Which site is asked, for which request. */
export interface AskSite {
  readonly placementRequestId: string;
  readonly placementSiteId: string;
  readonly idempotencyKey: string;
}

const known = `select
  exists (select from site_question where request_id = ? and site_id = ?) as asked,
  exists (select from capacity_offer where site_id = ? and profession_id = ? and answer <> 'NO' and ends_on >= ?) as offers,
  (select count(*)::int from site_question s where s.request_id = ? and not exists (select from capacity_offer o
    where o.site_id = s.site_id and o.profession_id = s.profession_id and o.confirmed_on >= s.asked_on)) as open,
  exists (select from site_question s where s.site_id = ? and s.profession_id = ? and not exists (select from capacity_offer o
    where o.site_id = s.site_id and o.profession_id = s.profession_id and o.confirmed_on >= s.asked_on)) as mailed`;

interface Known {
  readonly asked: boolean;
  readonly offers: boolean;
  readonly open: number;
  /** Somebody else waits for the same word, so that its contact has the mail. */
  readonly mailed: boolean;
}

/** Asks a site that does not offer yet. Its contact gets one mail that names a profession and no person. */
export const askSite = (context: CommandContext, input: AskSite) =>
  runCommand(
    context,
    { name: 'askSite', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit, send }) => {
      const own = await lockOwnRequest({ em, actor }, input.placementRequestId);
      const siteId = idOf('PlacementSite', input.placementSiteId);
      const site = siteId ? await em.findOne(PlacementSiteSchema, { id: siteId }) : null;
      if (!own?.returner.profession) return { refused: [notFound('placementRequestId', 'request')] };
      const host = site && (await em.findOne(HostSchema, { id: site.host.id }));
      if (!site || !host) return { refused: [notFound('placementSiteId', 'site')] };
      const { request, returner } = own;
      const { profession } = own.returner;
      const today = clock.today();
      const [facts] = await em.execute<Known[]>(known, [
        request.id,
        site.id,
        site.id,
        profession.id,
        today,
        request.id,
        site.id,
        profession.id,
      ]);
      if (!facts) throw new Error('A select without a table answers one row.');
      const refused = decideAsking({
        isOpen: request.state === 'OPEN',
        hasContact: host.contactEmail !== null,
        offersAlready: facts.offers,
        isAsked: facts.asked,
        open: facts.open,
      });
      if (refused.length > 0) return { refused };
      em.create(SiteQuestionSchema, { returner, request, host, site, profession, askedOn: today });
      const { fieldOfPractice } = await em.findOneOrFail(ProfessionSchema, { id: profession.id });
      if (host.contactEmail && !facts.mailed)
        send({
          to: { address: host.contactEmail },
          template: 'site-asked',
          values: { site: site.name, field: fieldOfPractice },
        });
      audit({
        action: 'askSite',
        subject: { type: 'PlacementRequest', id: request.id },
        personId: returner.person.id,
        changes: { site: { before: null, after: site.name } },
      });
      return { done: { placementRequestId: request.id } };
    },
  );
