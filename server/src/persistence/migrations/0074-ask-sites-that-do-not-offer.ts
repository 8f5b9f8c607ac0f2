import { Migration } from '@mikro-orm/migrations';

/** Returners ask sites that do not offer anything for their profession yet. */
export class AskSitesThatDoNotOffer extends Migration {
  override up(): void {
    this.addSql(`create table site_question (id uuid primary key default uuidv7(),
      returner_id uuid not null constraint site_question_returner_id_foreign references returner (id),
      request_id uuid not null constraint site_question_request_id_foreign references placement_request (id),
      host_id uuid not null constraint site_question_host_id_foreign references host (id),
      site_id uuid not null constraint site_question_site_id_foreign references placement_site (id),
      profession_id uuid not null constraint site_question_profession_id_foreign references profession (id),
      asked_on date not null,
      constraint a_request_asks_a_site_once unique (request_id, site_id))`);
    this.addSql('create index site_question_of_returner on site_question (returner_id, asked_on, id)');
    this.addSql('create index site_question_of_host on site_question (host_id, asked_on, id)');
    this.addSql('create index site_question_of_site on site_question (site_id, profession_id, asked_on)');
    this.addSql('create index site_question_by_profession on site_question (profession_id)');
    this.addSql('create index site_question_by_wait on site_question (asked_on, id)');
  }
}
