import { generatePath } from 'react-router';

/** Every page's address. A part that starts with a colon stands for a value. */
export const paths = {
  home: '/',
  professions: '/professions',
  profession: '/professions/:code',
  eligibility: '/eligibility',
  eligibilityQuestion: '/eligibility/question/:question',
  eligibilityAnswers: '/eligibility/answers',
  eligibilityResult: '/eligibility/result',
  forecast: '/forecast',
  regions: '/organisations/regions',
  boards: '/organisations/boards',
  trusts: '/organisations/trusts',
  sites: '/organisations/sites',
  createAccount: '/create-account',
  signIn: '/sign-in',
  sendLink: '/sign-in/send-link',
  checkEmail: '/sign-in/check-your-email',
  openLink: '/sign-in/link',
  signedOut: '/signed-out',
  myHome: '/my-home',
  account: '/account',
  password: '/account/password',
  pathway: '/pathway',
  step: '/pathway/steps/:step',
  savedAnswers: '/pathway/answers',
  askHcpc: '/pathway/ask-hcpc',
  plan: '/pathway/plan',
  profile: '/profile',
  preferredName: '/profile/name',
  hcpcNumber: '/profile/hcpc-number',
  homePlace: '/profile/home',
  practice: '/profile/practice',
  sharing: '/profile/sharing',
  log: '/log',
  logDay: '/log/add',
  loggedDay: '/log/days/:day',
  editDay: '/log/days/:day/change',
  removeDay: '/log/days/:day/remove',
  signatures: '/log/signatures',
  signByLink: '/sign-off/link',
  disownSignature: '/sign-off/not-me',
  toSign: '/to-sign',
  signOff: '/to-sign/:id',
  placement: '/placement',
  askPlacement: '/placement/ask/:step',
  checkPlacement: '/placement/check',
  answerOffer: '/placement/offers/:id',
  leavePlace: '/placement/places/:id/leave',
  withdrawPlacementRequest: '/placement/take-back',
  askSites: '/placement/sites',
  monday: '/monday',
  returners: '/returners',
  downloadReturners: '/returners/download',
  returner: '/returners/:id',
  decideProgramme: '/returners/:id/programme',
  returnerPast: '/returners/:id/past',
  askRegionMove: '/returners/:id/move',
  regionMoves: '/region-moves',
  placements: '/placements',
  placementRecord: '/placements/:id',
  movePlacement: '/placements/:id/move',
  correctTravel: '/placements/:id/travel',
  startingCheck: '/placements/:id/checks/:check',
  matching: '/matching',
  whatIf: '/what-if',
  capacity: '/capacity',
  addCapacity: '/capacity/add',
  changeCapacity: '/capacity/:id/change',
  hosts: '/hosts',
  addHost: '/hosts/add',
  host: '/hosts/:id',
  hostContact: '/hosts/:id/contact',
  hostMembers: '/hosts/:id/members',
  newPartnerClient: '/hosts/:id/programs/new',
  partnerClients: '/programs',
  partnerClient: '/programs/:id',
  addSite: '/hosts/:id/sites/add',
  addSupervisor: '/hosts/:id/supervisors/add',
  changeSupervisor: '/supervisors/:id/change',
  checkSupervisor: '/supervisors/:id/check',
  siteProfile: '/sites/:id/profile',
  siteHome: '/my-organisation',
  invitations: '/invitations',
  placementMap: '/placement-map',
  duplicates: '/duplicates',
  duplicate: '/duplicates/:id',
  imports: '/imports',
  import: '/imports/:kind',
  accounts: '/administration/accounts',
  accountChange: '/administration/accounts/:id',
  audit: '/administration/audit',
  demonstration: '/demonstration',
  privacy: '/privacy',
  accessibility: '/accessibility',
  sources: '/sources',
  contact: '/contact',
} as const;

/** The address of one profession's page, by its register code, for example "DT". */
export const professionPath = (code: string): string => generatePath(paths.profession, { code });

/** The address of one question of the eligibility check. */
export const questionPath = (question: string): string => generatePath(paths.eligibilityQuestion, { question });

/** The address of a step of the pathway, for example "sign-off". */
export const stepPath = (step: string): string => generatePath(paths.step, { step });

/** The addresses of one logged day. */
export const loggedDayPath = (day: string): string => generatePath(paths.loggedDay, { day });
export const editDayPath = (day: string): string => generatePath(paths.editDay, { day });
export const removeDayPath = (day: string): string => generatePath(paths.removeDay, { day });

/** The address of a day that is kept on this device, by its number there. */
export const keptDayPath = (kept: number): string => `${paths.logDay}?${new URLSearchParams({ kept: String(kept) })}`;

/** The address of days that wait for a supervisor's signature. */
export const signOffPath = (id: string): string => generatePath(paths.signOff, { id });

/** The addresses of asking for a placement, of answering an offer and of leaving a place. */
export const askPlacementPath = (step: string): string => generatePath(paths.askPlacement, { step });
export const answerOfferPath = (id: string): string => generatePath(paths.answerOffer, { id });
export const leavePlacePath = (id: string): string => generatePath(paths.leavePlace, { id });

/** The addresses of one returner, for coordinators. */
export const returnerPath = (id: string): string => generatePath(paths.returner, { id });
export const decideProgrammePath = (id: string): string => generatePath(paths.decideProgramme, { id });
export const returnerPastPath = (id: string): string => generatePath(paths.returnerPast, { id });
export const askRegionMovePath = (id: string): string => generatePath(paths.askRegionMove, { id });

/** The addresses of one placement, one organisation that hosts, and what its sites offer. */
export const placementRecordPath = (id: string): string => generatePath(paths.placementRecord, { id });
export const calendarPath = (id: string): string => `/downloads/placements/${encodeURIComponent(id)}.ics`;
export const hostPath = (id: string): string => generatePath(paths.host, { id });
export const hostContactPath = (id: string): string => generatePath(paths.hostContact, { id });
export const hostMembersPath = (id: string): string => generatePath(paths.hostMembers, { id });
export const newPartnerClientPath = (id: string): string => generatePath(paths.newPartnerClient, { id });
export const partnerClientPath = (id: string): string => generatePath(paths.partnerClient, { id });
export const addSitePath = (id: string): string => generatePath(paths.addSite, { id });
export const addSupervisorPath = (id: string): string => generatePath(paths.addSupervisor, { id });
export const changeSupervisorPath = (id: string): string => generatePath(paths.changeSupervisor, { id });
export const checkSupervisorPath = (id: string): string => generatePath(paths.checkSupervisor, { id });
export const siteProfilePath = (id: string): string => generatePath(paths.siteProfile, { id });
export const movePlacementPath = (id: string): string => generatePath(paths.movePlacement, { id });
export const correctTravelPath = (id: string): string => generatePath(paths.correctTravel, { id });
export const startingCheckPath = (id: string, check: string): string =>
  generatePath(paths.startingCheck, { id, check });
export const addCapacityPath = (site: string): string => `${paths.addCapacity}?${new URLSearchParams({ site })}`;
export const changeCapacityPath = (id: string): string => generatePath(paths.changeCapacity, { id });

/** The address of two records that may be of one person. */
export const duplicatePath = (id: string): string => generatePath(paths.duplicate, { id });

/** The address of one kind of import, for example "capacity". */
export const importPath = (kind: string): string => generatePath(paths.import, { kind });

/** The address of one account, for administrators. */
export const accountChangePath = (id: string): string => generatePath(paths.accountChange, { id });
