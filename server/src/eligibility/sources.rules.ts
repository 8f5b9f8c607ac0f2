import { calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';

/** A public page that a rule rests on. */
export interface Source {
  /** Short key, as in docs/sources.md. */
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** The day the page was last read. */
  readonly readOn: CalendarDate;
}

const readOn = calendarDate('2026-11-21');
const source = (key: string, publisher: string, title: string, url: string): Source => ({
  key,
  title,
  publisher,
  url,
  readOn,
});
const HCPC = 'Health and Care Professions Council';
const hcpc = (key: string, title: string, path: string): Source =>
  source(key, HCPC, title, `https://www.hcpc-uk.org/${path}`);
const HEE = 'Health Education England, now NHS England';

/** Every page the rules rest on. HCPC pages are linked on HCPC's own address, whichever copy was read. */
export const sources = {
  H1: hcpc(
    'H1',
    'Updating your knowledge and skills',
    'registration/returning-to-practice/updating-your-knowledge-and-skills/',
  ),
  H2: hcpc('H2', 'Returning to practice: the requirements', 'registration/returning-to-practice/our-requirements/'),
  H3: hcpc(
    'H3',
    'Filling in the returning to practice form',
    'registration/returning-to-practice/how-to-fill-out-the-returning-to-practice-form/',
  ),
  H4: hcpc(
    'H4',
    'Supporting professionals who return to practice',
    'employers/registration/supporting-professionals-return-to-practice/',
  ),
  H5: hcpc('H5', 'Readmission', 'registration/getting-on-the-register/readmission/'),
  H6: hcpc('H6', 'Readmission (copy of November 2024)', 'registration/getting-on-the-register/readmission/'),
  H7: hcpc(
    'H7',
    'Applying for readmission',
    'registration/getting-on-the-register/readmission/applying-for-readmission/',
  ),
  H8: hcpc(
    'H8',
    'Applying for readmission (older copy)',
    'registration/getting-on-the-register/readmission/applying-for-readmission/',
  ),
  H9: hcpc(
    'H9',
    'Short readmission',
    'registration/getting-on-the-register/readmission/applying-for-readmission/short-readmission/',
  ),
  H10: hcpc(
    'H10',
    'Changes to registration fees',
    'registration/your-registration/fees-and-tax/changes-to-our-registration-fees/',
  ),
  H11: hcpc('H11', 'Readmission (legacy page)', 'registrants/readmission/'),
  H12: hcpc('H12', 'Readmission forms (legacy page)', 'apply/readmission/'),
  H13: hcpc('H13', 'Coming off the Register (legacy page)', 'registrants/remove/'),
  H14: hcpc(
    'H14',
    'Out of practice but still registered (14 November 2023)',
    'registration/registration-renewals/making-the-professional-declaration/if-you-are-out-of-practice-but-still-registered-with-us/',
  ),
  H15: hcpc(
    'H15',
    'Making the professional declaration (20 November 2025)',
    'registration/registration-renewals/making-the-professional-declaration/',
  ),
  H17: hcpc(
    'H17',
    'UK applications: documents to provide (newer copy)',
    'registration/getting-on-the-register/uk-applications/documents-you-need-to-provide/',
  ),
  H18: hcpc(
    'H18',
    'UK applications: documents to provide',
    'registration/getting-on-the-register/uk-applications/documents-you-need-to-provide/',
  ),
  H20: hcpc(
    'H20',
    'Character issues that need to be declared',
    'registration/health-and-character-declarations/what-is-a-health-and-character-declaration/character-issues-that-need-to-be-declared/',
  ),
  H20b: hcpc(
    'H20b',
    'What is a health and character declaration',
    'registration/health-and-character-declarations/what-is-a-health-and-character-declaration/',
  ),
  H21: hcpc(
    'H21',
    'UK applications: character and health declarations',
    'registration/getting-on-the-register/uk-applications/filling-in-the-uk-application-form/section-2--character-and-health-declarations-vetting-and-barring/',
  ),
  H21b: hcpc(
    'H21b',
    'How to make a declaration (30 July 2021)',
    'registration/health-and-character-declarations/how-to-make-a-declaration/',
  ),
  H22: hcpc('H22', 'Appeals', 'registration/getting-on-the-register/appeals/'),
  H23: hcpc('H23', 'CPD audits', 'cpd/cpd-audits/'),
  H24: hcpc('H24', 'Renewals: when each profession renews', 'employers/registration/renewals/'),
  H27: hcpc(
    'H27',
    'New English language requirements for international applicants',
    'news-and-events/news/2024/new-english-language-requirements-for-international-applicants-to-come-into-effect-in-2025/',
  ),
  H33: hcpc(
    'H33',
    'A prosecution for using a protected title (2017)',
    'news-and-events/news/2017/hcpc-secures-successful-protection-of-title-prosecution/',
  ),
  H35: hcpc(
    'H35',
    'Reviewing the standards of proficiency',
    'standards/standards-of-proficiency/reviewing-the-standards-of-proficiency/',
  ),
  H39: hcpc(
    'H39',
    'Returning to practice: the requirements (newest layout)',
    'registration/returning-to-practice/our-requirements/',
  ),
  E1: source(
    'E1',
    'GOV.UK',
    'Return to practice programme evaluation (2019)',
    'https://www.gov.uk/government/publications/return-to-practice-evaluation-report/return-to-practice-programme-evaluation-html-version',
  ),
  E3: source(
    'E3',
    HEE,
    'Helping allied health professionals and healthcare scientists return to practice',
    'https://www.hee.nhs.uk/our-work/attracting-recruiting/helping-allied-health-professionals-healthcare-scientists-return-practice',
  ),
  E4: source(
    'E4',
    HEE,
    'Return to practice: allied health professionals and healthcare scientists',
    'https://www.hee.nhs.uk/our-work/return-practice-allied-health-professionals-healthcare-scientists',
  ),
  E5: source(
    'E5',
    'NHS Employers',
    'Return to practice for healthcare professionals (22 August 2025)',
    'https://www.nhsemployers.org/articles/return-practice-healthcare-professionals',
  ),
  T1: source(
    'T1',
    'Central London Community Healthcare NHS Trust',
    'Returning to the allied health professions',
    'https://clch.nhs.uk/job/return-practice/returning-allied-health-professions',
  ),
  T3: source(
    'T3',
    'Hertfordshire and West Essex academy',
    'Return to practice for allied health professionals',
    'https://academy.healthierfuture.org.uk/jobs-and-apprenticeships/return-to-practice-for-allied-health-professionals-ahps',
  ),
  T5: source(
    'T5',
    'Medway Community Healthcare',
    'Return to practice',
    'https://www.medwaycommunityhealthcare.nhs.uk/work-us/return-practice/return-practice-ahp',
  ),
  T6: source('T6', 'NHS Kent and Medway', 'Allied health professions faculty', 'https://www.kmhealthandcare.uk/ahps'),
  T7: source(
    'T7',
    'University Hospitals Bristol and Weston NHS Foundation Trust',
    'Therapies: return to practice',
    'https://www.uhbwcareers.nhs.uk/therapies-careers/return-to-practice',
  ),
  T8: source(
    'T8',
    'Herefordshire and Worcestershire Health and Care NHS Trust',
    'Returning to practice as an allied health professional',
    'https://hacw.nhs.uk/blogs/returning-to-practice-as-an-allied-health-professional-4360',
  ),
  N1: source(
    'N1',
    'NHS Employers',
    'Employment checks',
    'https://www.nhsemployers.org/your-workforce/recruit/employment-checks',
  ),
  A1: source('A1', 'NHS England', 'The 14 allied health professions', 'https://www.england.nhs.uk/ahp/role/'),
  P1: source(
    'P1',
    'Chartered Society of Physiotherapy',
    'Return to practice: overview',
    'https://www.csp.org.uk/careers-jobs/return-practice/overview',
  ),
  P6: source('P6', 'AHP Scot blog', 'A returner writes about the way back (2023)', 'https://ahpscot.wordpress.com/'),
  P9: source(
    'P9',
    'British Dietetic Association',
    'Return to practice membership',
    'https://www.bda.uk.com/membership/membership-categories/return-to-practice-membership.html',
  ),
  P10: source(
    'P10',
    'Royal College of Occupational Therapists',
    'Supporting a returner',
    'https://www.rcot.co.uk/about-occupational-therapy/return-to-practice/supporting-returner',
  ),
  P12b: source(
    'P12b',
    'Society of Radiographers',
    'Return to practice: must-read information',
    'https://www.sor.org/career-progression/return-practice/must-read-information',
  ),
  P12c: source(
    'P12c',
    'Society of Radiographers',
    'Return to practice: advice for service managers and practice educators',
    'https://www.sor.org/learning-advice/learning/return-to-practice/advice-service-managers-practice-educators',
  ),
  P13: source(
    'P13',
    'British Psychological Society',
    'Return to practice (24 January 2023)',
    'https://www.bps.org.uk/psychologist/return-practice',
  ),
  S3: source(
    'S3',
    'NHS Scotland Careers',
    'How to arrange supervised practice',
    'https://careers.nhs.scot/shape-your-future/return-to-practice/allied-health-professions/how-to-arrange-supervised-practice',
  ),
  P15: source(
    'P15',
    'British Association of Prosthetists and Orthotists',
    'Returning to practice (August 2020)',
    'https://www.bapo.com/2020/08/18/returning-to-practice/',
  ),
} as const satisfies Record<string, Source>;

/** Key of a source, for example 'H1'. */
export type SourceKey = keyof typeof sources;
