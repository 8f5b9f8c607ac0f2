import { Migration } from '@mikro-orm/migrations';

/** Who is invited to work with an organisation here, who does so already, and what a site needs and has ready. */
export class InviteMembersOfOrganisations extends Migration {
  override up(): void {
    this.addSql(`create table host_invitation (id uuid primary key default uuidv7(),
      host_id uuid not null constraint host_invitation_host_id_foreign references host (id),
      email text not null, role text not null, invited_on date not null,
      invited_by_id uuid not null constraint host_invitation_invited_by_id_foreign references person (id) on delete cascade,
      constraint one_invitation_per_role unique (host_id, email, role),
      constraint invitations_are_kept_in_small_letters check (email = lower(email)))`);
    this.addSql('create index host_invitation_by_email on host_invitation (email)');
    this.addSql('create index host_invitation_by_inviter on host_invitation (invited_by_id)');

    // an invitation as the one who is invited sees it: the address is theirs, and confirmed
    this.addSql(`create view host_invitation_to_person with (security_invoker = true) as
      select i.*, p.id as person_id from host_invitation i join person p on p.email = i.email and p.email_confirmed_at is not null`);
    // a role for a trust is a role for the organisation that this trust is
    this.addSql(`create view host_member with (security_invoker = true) as
      select g.id, h.id as host_id, p.display_name, p.email, g.role, (g.granted_at at time zone 'Europe/London')::date as since, false as is_invited
      from role_grant g join person p on p.id = g.person_id join host h on h.id = g.host_id or h.trust_id = g.trust_id
      where g.role in ('ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'SUPERVISOR')
      union all
      select i.id, i.host_id, null, i.email, i.role, i.invited_on, true from host_invitation i`);

    this.addSql(`alter table placement_site add column needs jsonb not null default '[]'::jsonb,
      add column checklist jsonb not null default '[]'::jsonb`);
  }
}
