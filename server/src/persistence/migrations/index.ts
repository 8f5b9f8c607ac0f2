import type { MigrationObject } from '@mikro-orm/core';
import { GiveTheApplicationItsOwnRole } from './0001-give-the-application-its-own-role.ts';
import { HoldProfessionsAndOrganisations } from './0002-hold-professions-and-organisations.ts';
import { HoldPeopleAuditAndAnswers } from './0003-hold-people-audit-and-answers.ts';
import { HoldSessions } from './0004-hold-sessions.ts';
import { HoldTheDemonstration } from './0005-hold-the-demonstration.ts';
import { SendWhatIsInTheOutbox } from './0006-send-what-is-in-the-outbox.ts';
import { HoldReturnersAndTheirLog } from './0010-hold-returners-and-their-log.ts';
import { KnowSinceWhenAnswersStand } from './0011-know-since-when-answers-stand.ts';
import { FindAccountsAndEntriesByIndex } from './0012-find-accounts-and-entries-by-index.ts';
import { HoldHostsAndSupervisors } from './0030-hold-hosts-and-supervisors.ts';
import { HoldCapacityRequestsAndPlacements } from './0031-hold-capacity-requests-and-placements.ts';
import { HoldViewsAndMovesBetweenRegions } from './0060-hold-views-and-moves-between-regions.ts';
import { NoteWhatChanges } from './0065-note-what-changes.ts';
import { KnowSupervisorsByTheirNumber } from './0068-know-supervisors-by-their-number.ts';
import { AskSitesThatDoNotOffer } from './0074-ask-sites-that-do-not-offer.ts';
import { MakeTwoRecordsOfOnePersonOne } from './0069-make-two-records-of-one-person-one.ts';
import { InviteMembersOfOrganisations } from './0073-invite-members-of-organisations.ts';
import { KeepMailsInOrder } from './0085-keep-mails-in-order.ts';
import { RemindPeopleOnceAWeek } from './0086-remind-people-once-a-week.ts';
import { LetAllOfARecordGoAlong } from './0088-let-all-of-a-record-go-along.ts';
import { SignSupervisedDays } from './0100-sign-supervised-days.ts';
import { LetOthersStandInForSupervisors } from './0101-let-others-stand-in-for-supervisors.ts';
import { HoldSelfAssessments } from './0105-hold-self-assessments.ts';
import { AgreeOnLearning } from './0106-agree-on-learning.ts';
import { HoldAssessments } from './0107-hold-assessments.ts';
import { KeepEvidence } from './0110-keep-evidence.ts';
import { CounterSignTheCoverSheet } from './0115-counter-sign-the-cover-sheet.ts';
import { TickOffCertifiedCopies } from './0116-tick-off-certified-copies.ts';
import { KeepWhatWasSent } from './0117-keep-what-was-sent.ts';
import { ShowEvidenceToAssessors } from './0111-show-evidence-to-assessors.ts';
import { FollowApplications } from './0118-follow-applications.ts';
import { LetPeoplePauseLeaveAndBeErased } from './0112-let-people-pause-leave-and-be-erased.ts';
import { HoldPartnerClients } from './0120-hold-partner-clients.ts';
import { TellWhatHappens } from './0130-tell-what-happens.ts';
import { SendWhatHappens } from './0131-send-what-happens.ts';

/**
 * Every migration, oldest first. A new one goes to the end, named by what it does, and is never edited after landing.
 * They are listed rather than found by their file names, so that the built server runs exactly the ones checked here.
 */
export const migrations: MigrationObject[] = [
  { name: '0001-give-the-application-its-own-role', class: GiveTheApplicationItsOwnRole },
  { name: '0002-hold-professions-and-organisations', class: HoldProfessionsAndOrganisations },
  { name: '0003-hold-people-audit-and-answers', class: HoldPeopleAuditAndAnswers },
  { name: '0004-hold-sessions', class: HoldSessions },
  { name: '0005-hold-the-demonstration', class: HoldTheDemonstration },
  { name: '0006-send-what-is-in-the-outbox', class: SendWhatIsInTheOutbox },
  { name: '0010-hold-returners-and-their-log', class: HoldReturnersAndTheirLog },
  { name: '0011-know-since-when-answers-stand', class: KnowSinceWhenAnswersStand },
  { name: '0012-find-accounts-and-entries-by-index', class: FindAccountsAndEntriesByIndex },
  { name: '0030-hold-hosts-and-supervisors', class: HoldHostsAndSupervisors },
  { name: '0031-hold-capacity-requests-and-placements', class: HoldCapacityRequestsAndPlacements },
  { name: '0060-hold-views-and-moves-between-regions', class: HoldViewsAndMovesBetweenRegions },
  { name: '0065-note-what-changes', class: NoteWhatChanges },
  { name: '0068-know-supervisors-by-their-number', class: KnowSupervisorsByTheirNumber },
  { name: '0069-make-two-records-of-one-person-one', class: MakeTwoRecordsOfOnePersonOne },
  { name: '0073-invite-members-of-organisations', class: InviteMembersOfOrganisations },
  { name: '0074-ask-sites-that-do-not-offer', class: AskSitesThatDoNotOffer },
  { name: '0085-keep-mails-in-order', class: KeepMailsInOrder },
  { name: '0086-remind-people-once-a-week', class: RemindPeopleOnceAWeek },
  { name: '0088-let-all-of-a-record-go-along', class: LetAllOfARecordGoAlong },
  { name: '0100-sign-supervised-days', class: SignSupervisedDays },
  { name: '0101-let-others-stand-in-for-supervisors', class: LetOthersStandInForSupervisors },
  { name: '0105-hold-self-assessments', class: HoldSelfAssessments },
  { name: '0106-agree-on-learning', class: AgreeOnLearning },
  { name: '0107-hold-assessments', class: HoldAssessments },
  { name: '0110-keep-evidence', class: KeepEvidence },
  { name: '0111-show-evidence-to-assessors', class: ShowEvidenceToAssessors },
  { name: '0112-let-people-pause-leave-and-be-erased', class: LetPeoplePauseLeaveAndBeErased },
  { name: '0115-counter-sign-the-cover-sheet', class: CounterSignTheCoverSheet },
  { name: '0116-tick-off-certified-copies', class: TickOffCertifiedCopies },
  { name: '0117-keep-what-was-sent', class: KeepWhatWasSent },
  { name: '0118-follow-applications', class: FollowApplications },
  { name: '0120-hold-partner-clients', class: HoldPartnerClients },
  { name: '0130-tell-what-happens', class: TellWhatHappens },
  { name: '0131-send-what-happens', class: SendWhatHappens },
];
