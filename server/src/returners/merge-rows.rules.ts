/** What becomes of the rows of a record that ends, when it goes on as another one. */
export type Fate = 'GOES_ALONG' | 'NEWER_GOES_ALONG' | 'RECKONED_ANEW' | 'STAYS';

/** What becomes of them, by table. Every table that belongs to a returner is decided here. */
export const fates: Readonly<Record<string, Fate>> = {
  logged_day: 'GOES_ALONG',
  updating_total: 'RECKONED_ANEW',
  placement_request: 'GOES_ALONG',
  site_question: 'GOES_ALONG',
  placement: 'GOES_ALONG',
  starting_check: 'GOES_ALONG',
  // each kind is as the newest entry of both ledgers says
  consent: 'GOES_ALONG',
  evidence: 'GOES_ALONG',
  // the record that is kept goes on as it stands
  standing_aside: 'STAYS',
  // unless the record that is kept has an answer about the same standard
  self_assessed_standard: 'GOES_ALONG',
  // a record has one
  plan: 'NEWER_GOES_ALONG',
  // a record has one that stands, and it is about the answers that were given
  question_to_hcpc: 'NEWER_GOES_ALONG',
  // unless the record that is kept was decided on for the same answers
  programme_decision: 'GOES_ALONG',
  // a record has one that is current: that of the record that is kept stands
  application: 'GOES_ALONG',
  certified_document: 'GOES_ALONG',
  // a record has one that is current: that of the record that is kept stands. What was signed says which updating it was, so a
  // signature under other hours counts no more by itself
  counter_signature: 'GOES_ALONG',
  // sealed anew with the key of whoever keeps it; its hashes prove that it is the same
  frozen_pack: 'GOES_ALONG',
  // what was answered is past; one that is open stands in the way of the merge
  region_move: 'STAYS',
  // somebody agrees to it themself, once more
  university_consent: 'STAYS',
  // undoing an import puts back the record that it changed
  national_import_change: 'STAYS',
};

/** Of two things of which a record has one, whether that of the record that ends goes along: it does if it is newer. */
export const newerGoesAlong = (kept: string | null, ended: string | null): boolean =>
  ended !== null && (kept === null || ended > kept);
