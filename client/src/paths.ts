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
  site: '/organisations/sites/:code',
  createAccount: '/create-account',
  signIn: '/sign-in',
  sendLink: '/sign-in/send-link',
  checkEmail: '/sign-in/check-your-email',
  openLink: '/sign-in/link',
  signInCode: '/sign-in/code',
  providerArrival: '/sign-in/provider',
  signedOut: '/signed-out',
  myHome: '/my-home',
  account: '/account',
  password: '/account/password',
  signIns: '/account/sign-ins',
  passkeys: '/account/passkeys',
  secondFactor: '/account/second-factor',
  providers: '/account/providers',
  linkProvider: '/account/providers/link',
  changeName: '/account/name',
  changeEmail: '/account/e-mail',
  newAddress: '/account/new-address',
  myData: '/my-data',
  pause: '/my-data/pause',
  withdraw: '/my-data/withdraw',
  erase: '/my-data/erase',
  pathway: '/pathway',
  step: '/pathway/steps/:step',
  savedAnswers: '/pathway/answers',
  askHcpc: '/pathway/ask-hcpc',
  plan: '/pathway/plan',
  application: '/application',
  planApplication: '/application/plan',
  recordApplication: '/application/record/:kind',
  applicationEntry: '/application/entries/:entry',
  takeBackApplicationEntry: '/application/entries/:entry/take-back',
  profile: '/profile',
  preferredName: '/profile/name',
  hcpcNumber: '/profile/hcpc-number',
  homePlace: '/profile/home',
  practice: '/profile/practice',
  sharing: '/profile/sharing',
  universities: '/profile/universities',
  log: '/log',
  logDay: '/log/add',
  loggedDay: '/log/days/:day',
  editDay: '/log/days/:day/change',
  removeDay: '/log/days/:day/remove',
  signatures: '/log/signatures',
  signByLink: '/sign-off/link',
  disownSignature: '/sign-off/not-me',
  counterSignByLink: '/counter-sign/link',
  disownCounterSignature: '/counter-sign/not-me',
  toCounterSign: '/to-counter-sign',
  counterSign: '/to-counter-sign/:id',
  pack: '/pack',
  counterSignatory: '/pack/counter-signatory',
  addCopy: '/pack/copies/add',
  changeCopy: '/pack/copies/:copy',
  toSign: '/to-sign',
  signOff: '/to-sign/:id',
  passOnSignOff: '/sign-offs/:id/pass-on',
  evidence: '/evidence',
  addEvidence: '/evidence/add',
  fileEvidence: '/evidence/:id',
  removeEvidence: '/evidence/:id/remove',
  selfAssessment: '/self-assessment',
  ownConfidence: '/self-assessment/standards/:number',
  learningAgreement: '/learning-agreement',
  agreeByLink: '/learning-agreement/link',
  disownAgreement: '/learning-agreement/not-me',
  learningGoal: '/learning-agreement/goals/:number',
  learningPlan: '/learning-agreement/plan',
  shareAgreement: '/learning-agreement/share',
  agreements: '/agreements',
  agreement: '/agreements/:id',
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
  returnerConfidence: '/returners/:id/confidence',
  askRegionMove: '/returners/:id/move',
  regionMoves: '/region-moves',
  applications: '/applications',
  placements: '/placements',
  placementRecord: '/placements/:id',
  movePlacement: '/placements/:id/move',
  correctTravel: '/placements/:id/travel',
  attendance: '/placements/:id/attendance',
  startingCheck: '/placements/:id/checks/:check',
  nameStandIn: '/placements/:id/stand-in',
  matching: '/matching',
  whatIf: '/what-if',
  capacity: '/capacity',
  addCapacity: '/capacity/add',
  changeCapacity: '/capacity/:id/change',
  exports: '/exports',
  newExport: '/exports/new',
  hosts: '/hosts',
  addHost: '/hosts/add',
  host: '/hosts/:id',
  hostContact: '/hosts/:id/contact',
  hostMembers: '/hosts/:id/members',
  newPartnerClient: '/hosts/:id/programs/new',
  partnerClients: '/programs',
  deprecatedUses: '/programs/going-away',
  partnerClient: '/programs/:id',
  localPolicy: '/hosts/:id/policy',
  addSite: '/hosts/:id/sites/add',
  addSupervisor: '/hosts/:id/supervisors/add',
  changeSupervisor: '/supervisors/:id/change',
  checkSupervisor: '/supervisors/:id/check',
  confirmSupervisorAddress: '/supervisors/:id/address',
  siteProfile: '/sites/:id/profile',
  siteHome: '/my-organisation',
  invitations: '/invitations',
  placementMap: '/placement-map',
  duplicates: '/duplicates',
  duplicate: '/duplicates/:id',
  imports: '/imports',
  import: '/imports/:kind',
  assessments: '/assessments',
  assessment: '/assessments/:id',
  writeAssessment: '/assessments/:id/write',
  assessStandard: '/assessments/:id/write/:standard',
  assessWhole: '/assessments/:id/whole',
  submitAssessment: '/assessments/:id/submit',
  correctAssessment: '/assessments/:id/correct',
  dropCorrection: '/assessments/:id/correct/give-up',
  changeAssessment: '/assessments/:id/change',
  withdrawAssessment: '/assessments/:id/withdraw',
  askSecondLook: '/assessments/:id/second-look',
  answerSecondLook: '/assessments/:id/second-look/answer',
  settleSecondLook: '/assessments/:id/second-look/settle',
  appeal: '/assessments/:id/appeal',
  answerAppeal: '/assessments/:id/appeal/answer',
  assignAssessment: '/placements/:id/assessments/add',
  hostAssessors: '/hosts/:id/assessors',
  addAssessor: '/hosts/:id/assessors/add',
  checkAssessor: '/assessors/:id/check',
  accounts: '/administration/accounts',
  accountChange: '/administration/accounts/:id',
  audit: '/administration/audit',
  nationalFiles: '/administration/national-files',
  nationalFile: '/administration/national-files/:kind',
  nationalImport: '/administration/national-files/imports/:id',
  demonstration: '/demonstration',
  developers: '/developers',
  recipe: '/developers/recipes/:recipe',
  documentedQueries: '/developers/queries',
  reference: '/developers/reference',
  referenceType: '/developers/reference/:type',
  codesAndLimits: '/developers/codes-and-limits',
  changes: '/developers/changes',
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
export const recordApplicationPath = (kind: string): string => generatePath(paths.recordApplication, { kind });
export const applicationEntryPath = (entry: string): string => generatePath(paths.applicationEntry, { entry });
export const takeBackApplicationEntryPath = (entry: string): string =>
  generatePath(paths.takeBackApplicationEntry, { entry });
export const stepPath = (step: string): string => generatePath(paths.step, { step });

/** The addresses of one logged day. */
export const loggedDayPath = (day: string): string => generatePath(paths.loggedDay, { day });
export const editDayPath = (day: string): string => generatePath(paths.editDay, { day });
export const removeDayPath = (day: string): string => generatePath(paths.removeDay, { day });

/** The address of a day that is kept on this device, by its number there. */
export const keptDayPath = (kept: number): string => `${paths.logDay}?${new URLSearchParams({ kept: String(kept) })}`;

/** The addresses of one file of evidence, and of adding one for a day of the log. */
export const evidencePath = (id: string): string => generatePath(paths.fileEvidence, { id });
export const removeEvidencePath = (id: string): string => generatePath(paths.removeEvidence, { id });
export const addEvidenceForDayPath = (day: string): string => `${paths.addEvidence}?${new URLSearchParams({ day })}`;

/** The address of days that wait for a supervisor's signature. */
export const signOffPath = (id: string): string => generatePath(paths.signOff, { id });

/** The addresses of one standard of a self-assessment, of one goal, and of a placement's learning agreement. */
export const ownConfidencePath = (number: number): string =>
  generatePath(paths.ownConfidence, { number: String(number) });
export const learningGoalPath = (number: number): string =>
  generatePath(paths.learningGoal, { number: String(number) });
export const agreementPath = (placement: string): string => generatePath(paths.agreement, { id: placement });

/** The address of a cover sheet that waits for a counter-signatory. */
export const counterSignPath = (id: string): string => generatePath(paths.counterSign, { id });

/** The address of a certified copy, and those of the files of the pack. */
export const changeCopyPath = (copy: string): string => generatePath(paths.changeCopy, { copy });
export const packFile = (form: 'pdf' | 'html' | 'json'): string => `/downloads/pack.${form}`;
export const frozenPackFile = (id: string, form: 'pdf' | 'html' | 'json'): string =>
  `/downloads/packs/${encodeURIComponent(id)}.${form}`;

/** The addresses of asking for a placement, of answering an offer and of leaving a place. */
export const askPlacementPath = (step: string): string => generatePath(paths.askPlacement, { step });
export const answerOfferPath = (id: string): string => generatePath(paths.answerOffer, { id });
export const leavePlacePath = (id: string): string => generatePath(paths.leavePlace, { id });

/** The addresses of one returner, for coordinators. */
export const returnerPath = (id: string): string => generatePath(paths.returner, { id });
export const decideProgrammePath = (id: string): string => generatePath(paths.decideProgramme, { id });
export const returnerConfidencePath = (id: string): string => generatePath(paths.returnerConfidence, { id });
export const returnerPastPath = (id: string): string => generatePath(paths.returnerPast, { id });
export const askRegionMovePath = (id: string): string => generatePath(paths.askRegionMove, { id });

/** The addresses of one placement, one organisation that hosts, and what its sites offer. */
export const placementRecordPath = (id: string): string => generatePath(paths.placementRecord, { id });
export const calendarPath = (id: string): string => `/downloads/placements/${encodeURIComponent(id)}.ics`;
export const hostPath = (id: string): string => generatePath(paths.host, { id });
export const hostContactPath = (id: string): string => generatePath(paths.hostContact, { id });
export const localPolicyPath = (id: string): string => generatePath(paths.localPolicy, { id });
export const hostMembersPath = (id: string): string => generatePath(paths.hostMembers, { id });
export const newPartnerClientPath = (id: string): string => generatePath(paths.newPartnerClient, { id });
export const partnerClientPath = (id: string): string => generatePath(paths.partnerClient, { id });
export const addSitePath = (id: string): string => generatePath(paths.addSite, { id });
export const addSupervisorPath = (id: string): string => generatePath(paths.addSupervisor, { id });
export const changeSupervisorPath = (id: string): string => generatePath(paths.changeSupervisor, { id });
export const checkSupervisorPath = (id: string): string => generatePath(paths.checkSupervisor, { id });
export const siteProfilePath = (id: string): string => generatePath(paths.siteProfile, { id });
export const movePlacementPath = (id: string): string => generatePath(paths.movePlacement, { id });
export const attendancePath = (id: string): string => generatePath(paths.attendance, { id });
export const correctTravelPath = (id: string): string => generatePath(paths.correctTravel, { id });
export const nameStandInPath = (id: string): string => generatePath(paths.nameStandIn, { id });
export const passOnSignOffPath = (id: string): string => generatePath(paths.passOnSignOff, { id });
export const confirmSupervisorAddressPath = (id: string): string =>
  generatePath(paths.confirmSupervisorAddress, { id });
export const startingCheckPath = (id: string, check: string): string =>
  generatePath(paths.startingCheck, { id, check });
export const addCapacityPath = (site: string): string => `${paths.addCapacity}?${new URLSearchParams({ site })}`;
export const changeCapacityPath = (id: string): string => generatePath(paths.changeCapacity, { id });

/** The address of two records that may be of one person. */
export const duplicatePath = (id: string): string => generatePath(paths.duplicate, { id });

/** The address of one kind of import, for example "capacity". */
export const importPath = (kind: string): string => generatePath(paths.import, { kind });

/** The addresses of assessments, and of those who may assess for an organisation. */
export const assessmentPath = (id: string): string => generatePath(paths.assessment, { id });
export const writeAssessmentPath = (id: string): string => generatePath(paths.writeAssessment, { id });
export const assessStandardPath = (id: string, standard: number): string =>
  generatePath(paths.assessStandard, { id, standard: String(standard) });
export const assessWholePath = (id: string): string => generatePath(paths.assessWhole, { id });
export const submitAssessmentPath = (id: string): string => generatePath(paths.submitAssessment, { id });
export const correctAssessmentPath = (id: string): string => generatePath(paths.correctAssessment, { id });
export const dropCorrectionPath = (id: string): string => generatePath(paths.dropCorrection, { id });
export const changeAssessmentPath = (id: string): string => generatePath(paths.changeAssessment, { id });
export const withdrawAssessmentPath = (id: string): string => generatePath(paths.withdrawAssessment, { id });
export const askSecondLookPath = (id: string): string => generatePath(paths.askSecondLook, { id });
export const answerSecondLookPath = (id: string): string => generatePath(paths.answerSecondLook, { id });
export const settleSecondLookPath = (id: string): string => generatePath(paths.settleSecondLook, { id });
export const appealPath = (id: string): string => generatePath(paths.appeal, { id });
export const answerAppealPath = (id: string): string => generatePath(paths.answerAppeal, { id });
export const assignAssessmentPath = (id: string): string => generatePath(paths.assignAssessment, { id });
export const hostAssessorsPath = (id: string): string => generatePath(paths.hostAssessors, { id });
export const addAssessorPath = (id: string): string => generatePath(paths.addAssessor, { id });
export const checkAssessorPath = (id: string): string => generatePath(paths.checkAssessor, { id });

/** The addresses of one recipe and one type of the API, and of what the server answers itself. */
export const recipePath = (recipe: string): string => generatePath(paths.recipe, { recipe });
export const referenceTypePath = (type: string): string => generatePath(paths.referenceType, { type });
export const explorerAddress = '/explorer';

/** The address of one account, for administrators. */
export const accountChangePath = (id: string): string => generatePath(paths.accountChange, { id });

/** The addresses of one kind of national file, and of one that was imported. */
export const nationalFilePath = (kind: string): string => generatePath(paths.nationalFile, { kind });
export const nationalImportPath = (id: string): string => generatePath(paths.nationalImport, { id });

/** The address of a hospital site of the public list, by its code. */
export const sitePath = (code: string): string => generatePath(paths.site, { code });
