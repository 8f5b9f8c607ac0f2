import type { RouteObject } from 'react-router';
import { SignedIn } from './access/SignedIn.tsx';
import { ErrorPage } from './pages/ErrorPage.tsx';
import { HomePage } from './pages/HomePage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { paths } from './paths.ts';
import { Shell } from './shell/Shell.tsx';

const pages: RouteObject[] = [
  { path: paths.home, Component: HomePage },
  {
    path: paths.professions,
    lazy: async () => ({ Component: (await import('./pages/ProfessionsPage.tsx')).ProfessionsPage }),
  },
  {
    path: paths.profession,
    lazy: async () => ({ Component: (await import('./pages/ProfessionPage.tsx')).ProfessionPage }),
  },
  { path: paths.forecast, lazy: async () => ({ Component: (await import('./pages/ForecastPage.tsx')).ForecastPage }) },
  {
    path: paths.eligibility,
    // It leads on to a question at once, so both are fetched together.
    lazy: async () => {
      const [{ EligibilityPage }] = await Promise.all([
        import('./pages/EligibilityPage.tsx'),
        import('./pages/EligibilityQuestionPage.tsx'),
      ]);
      return { Component: EligibilityPage };
    },
  },
  {
    path: paths.eligibilityQuestion,
    lazy: async () => ({ Component: (await import('./pages/EligibilityQuestionPage.tsx')).EligibilityQuestionPage }),
  },
  {
    path: paths.eligibilityAnswers,
    lazy: async () => ({ Component: (await import('./pages/EligibilityAnswersPage.tsx')).EligibilityAnswersPage }),
  },
  {
    path: paths.eligibilityResult,
    lazy: async () => ({ Component: (await import('./pages/EligibilityResultPage.tsx')).EligibilityResultPage }),
  },
  { path: paths.regions, lazy: async () => ({ Component: (await import('./pages/RegionsPage.tsx')).RegionsPage }) },
  { path: paths.boards, lazy: async () => ({ Component: (await import('./pages/BoardsPage.tsx')).BoardsPage }) },
  { path: paths.trusts, lazy: async () => ({ Component: (await import('./pages/TrustsPage.tsx')).TrustsPage }) },
  { path: paths.sites, lazy: async () => ({ Component: (await import('./pages/SitesPage.tsx')).SitesPage }) },
  { path: paths.site, lazy: async () => ({ Component: (await import('./pages/SitePage.tsx')).SitePage }) },
  {
    path: paths.createAccount,
    lazy: async () => ({ Component: (await import('./pages/CreateAccountPage.tsx')).CreateAccountPage }),
  },
  { path: paths.signIn, lazy: async () => ({ Component: (await import('./pages/SignInPage.tsx')).SignInPage }) },
  {
    path: paths.signInCode,
    lazy: async () => ({ Component: (await import('./pages/SignInCodePage.tsx')).SignInCodePage }),
  },
  { path: paths.sendLink, lazy: async () => ({ Component: (await import('./pages/SendLinkPage.tsx')).SendLinkPage }) },
  {
    path: paths.checkEmail,
    lazy: async () => ({ Component: (await import('./pages/CheckEmailPage.tsx')).CheckEmailPage }),
  },
  {
    path: paths.newAddress,
    lazy: async () => ({ Component: (await import('./pages/ChangeAccountPages.tsx')).NewAddressPage }),
  },
  {
    path: paths.signByLink,
    lazy: async () => ({ Component: (await import('./pages/SignByLinkPage.tsx')).SignByLinkPage }),
  },
  {
    path: paths.disownSignature,
    lazy: async () => ({ Component: (await import('./pages/DisownSignaturePage.tsx')).DisownSignaturePage }),
  },
  {
    path: paths.agreeByLink,
    lazy: async () => ({ Component: (await import('./pages/AgreeByLinkPage.tsx')).AgreeByLinkPage }),
  },
  {
    path: paths.disownAgreement,
    lazy: async () => ({ Component: (await import('./pages/DisownAgreementPage.tsx')).DisownAgreementPage }),
  },
  {
    path: paths.counterSignByLink,
    lazy: async () => ({ Component: (await import('./pages/CounterSignByLinkPage.tsx')).CounterSignByLinkPage }),
  },
  {
    path: paths.disownCounterSignature,
    lazy: async () => ({
      Component: (await import('./pages/DisownCounterSignaturePage.tsx')).DisownCounterSignaturePage,
    }),
  },
  {
    element: <SignedIn hats={['COUNTER_SIGNATORY']} />,
    children: [
      {
        path: paths.toCounterSign,
        lazy: async () => ({ Component: (await import('./pages/ToCounterSignPage.tsx')).ToCounterSignPage }),
      },
      {
        path: paths.counterSign,
        lazy: async () => ({ Component: (await import('./pages/CounterSignPage.tsx')).CounterSignPage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['SUPERVISOR']} />,
    children: [
      { path: paths.toSign, lazy: async () => ({ Component: (await import('./pages/ToSignPage.tsx')).ToSignPage }) },
      { path: paths.signOff, lazy: async () => ({ Component: (await import('./pages/SignOffPage.tsx')).SignOffPage }) },
    ],
  },
  { path: paths.openLink, lazy: async () => ({ Component: (await import('./pages/OpenLinkPage.tsx')).OpenLinkPage }) },
  {
    path: paths.signedOut,
    lazy: async () => ({ Component: (await import('./pages/SignedOutPage.tsx')).SignedOutPage }),
  },
  {
    path: paths.demonstration,
    lazy: async () => ({ Component: (await import('./pages/DemonstrationPage.tsx')).DemonstrationPage }),
  },
  {
    path: paths.developers,
    lazy: async () => ({ Component: (await import('./pages/DevelopersPage.tsx')).DevelopersPage }),
  },
  {
    path: paths.recipe,
    lazy: async () => ({ Component: (await import('./pages/RecipePage.tsx')).RecipePage }),
  },
  {
    path: paths.documentedQueries,
    lazy: async () => ({ Component: (await import('./pages/DocumentedQueriesPage.tsx')).DocumentedQueriesPage }),
  },
  {
    path: paths.reference,
    lazy: async () => ({ Component: (await import('./pages/ReferencePage.tsx')).ReferencePage }),
  },
  {
    path: paths.referenceType,
    lazy: async () => ({ Component: (await import('./pages/ReferenceTypePage.tsx')).ReferenceTypePage }),
  },
  {
    path: paths.codesAndLimits,
    lazy: async () => ({ Component: (await import('./pages/CodesAndLimitsPage.tsx')).CodesAndLimitsPage }),
  },
  {
    path: paths.changes,
    lazy: async () => ({ Component: (await import('./pages/ChangesPage.tsx')).ChangesPage }),
  },
  { path: paths.privacy, lazy: async () => ({ Component: (await import('./pages/PrivacyPage.tsx')).PrivacyPage }) },
  {
    path: paths.accessibility,
    lazy: async () => ({ Component: (await import('./pages/AccessibilityPage.tsx')).AccessibilityPage }),
  },
  { path: paths.sources, lazy: async () => ({ Component: (await import('./pages/SourcesPage.tsx')).SourcesPage }) },
  { path: paths.contact, lazy: async () => ({ Component: (await import('./pages/ContactPage.tsx')).ContactPage }) },
  {
    path: paths.providerArrival,
    lazy: async () => ({ Component: (await import('./pages/ProviderArrivalPage.tsx')).ProviderArrivalPage }),
  },
  { path: '*', Component: NotFoundPage },
];

/** Pages for those who are signed in, by the role that they are for. */
const signedIn: RouteObject[] = [
  {
    element: <SignedIn />,
    children: [
      { path: paths.myHome, lazy: async () => ({ Component: (await import('./pages/MyHomePage.tsx')).MyHomePage }) },
      { path: paths.account, lazy: async () => ({ Component: (await import('./pages/AccountPage.tsx')).AccountPage }) },
      {
        path: paths.invitations,
        lazy: async () => ({ Component: (await import('./pages/InvitationsPage.tsx')).InvitationsPage }),
      },
      {
        path: paths.signIns,
        lazy: async () => ({ Component: (await import('./pages/SignInsPage.tsx')).SignInsPage }),
      },
      {
        path: paths.secondFactor,
        lazy: async () => ({ Component: (await import('./pages/SecondFactorPage.tsx')).SecondFactorPage }),
      },
      {
        path: paths.passkeys,
        lazy: async () => ({ Component: (await import('./pages/PasskeysPage.tsx')).PasskeysPage }),
      },
      {
        path: paths.providers,
        lazy: async () => ({ Component: (await import('./pages/ProvidersPage.tsx')).ProvidersPage }),
      },
      {
        path: paths.linkProvider,
        lazy: async () => ({ Component: (await import('./pages/LinkProviderPage.tsx')).LinkProviderPage }),
      },
      {
        path: paths.changeName,
        lazy: async () => ({ Component: (await import('./pages/ChangeAccountPages.tsx')).ChangeNamePage }),
      },
      {
        path: paths.changeEmail,
        lazy: async () => ({ Component: (await import('./pages/ChangeAccountPages.tsx')).ChangeEmailPage }),
      },
      { path: paths.myData, lazy: async () => ({ Component: (await import('./pages/MyDataPage.tsx')).MyDataPage }) },
      { path: paths.erase, lazy: async () => ({ Component: (await import('./pages/ErasePage.tsx')).ErasePage }) },
      {
        path: paths.password,
        lazy: async () => ({ Component: (await import('./pages/PasswordPage.tsx')).PasswordPage }),
      },
    ],
  },
  {
    element: (
      <SignedIn
        hats={[
          'RETURNER',
          'SUPERVISOR',
          'ASSESSOR',
          'COORDINATOR',
          'ORGANISATION_MEMBER',
          'ORGANISATION_ADMINISTRATOR',
        ]}
      />
    ),
    children: [
      {
        path: paths.assessments,
        lazy: async () => ({ Component: (await import('./pages/AssessmentsPage.tsx')).AssessmentsPage }),
      },
      {
        path: paths.assessment,
        lazy: async () => ({ Component: (await import('./pages/AssessmentPage.tsx')).AssessmentPage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['ASSESSOR']} />,
    children: [
      {
        path: paths.writeAssessment,
        lazy: async () => ({ Component: (await import('./pages/WriteAssessmentPage.tsx')).WriteAssessmentPage }),
      },
      {
        path: paths.assessStandard,
        lazy: async () => ({ Component: (await import('./pages/AssessStandardPage.tsx')).AssessStandardPage }),
      },
      {
        path: paths.assessWhole,
        lazy: async () => ({ Component: (await import('./pages/AssessWholePage.tsx')).AssessWholePage }),
      },
      {
        path: paths.submitAssessment,
        lazy: async () => ({ Component: (await import('./pages/SubmitAssessmentPage.tsx')).SubmitAssessmentPage }),
      },
      {
        path: paths.correctAssessment,
        lazy: async () => ({ Component: (await import('./pages/CorrectAssessmentPage.tsx')).CorrectAssessmentPage }),
      },
      {
        path: paths.answerSecondLook,
        lazy: async () => ({ Component: (await import('./pages/AnswerSecondLookPage.tsx')).AnswerSecondLookPage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['ASSESSOR', 'COORDINATOR']} />,
    children: [
      {
        path: paths.dropCorrection,
        lazy: async () => ({ Component: (await import('./pages/DropCorrectionPage.tsx')).DropCorrectionPage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['RETURNER']} />,
    children: [
      {
        path: paths.appeal,
        lazy: async () => ({ Component: (await import('./pages/AppealPage.tsx')).AppealPage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['COORDINATOR']} />,
    children: [
      {
        path: paths.askSecondLook,
        lazy: async () => ({ Component: (await import('./pages/AskSecondLookPage.tsx')).AskSecondLookPage }),
      },
      {
        path: paths.settleSecondLook,
        lazy: async () => ({ Component: (await import('./pages/SettleSecondLookPage.tsx')).SettleSecondLookPage }),
      },
      {
        path: paths.answerAppeal,
        lazy: async () => ({ Component: (await import('./pages/AnswerAppealPage.tsx')).AnswerAppealPage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR']} />,
    children: [
      {
        path: paths.attendance,
        lazy: async () => ({ Component: (await import('./pages/AttendancePage.tsx')).AttendancePage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['COORDINATOR', 'ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR']} />,
    children: [
      {
        path: paths.assignAssessment,
        lazy: async () => ({ Component: (await import('./pages/AssignAssessmentPage.tsx')).AssignAssessmentPage }),
      },
      {
        path: paths.changeAssessment,
        lazy: async () => ({ Component: (await import('./pages/ChangeAssessmentPage.tsx')).ChangeAssessmentPage }),
      },
      {
        path: paths.withdrawAssessment,
        lazy: async () => ({ Component: (await import('./pages/WithdrawAssessmentPage.tsx')).WithdrawAssessmentPage }),
      },
      {
        path: paths.hostAssessors,
        lazy: async () => ({ Component: (await import('./pages/HostAssessorsPage.tsx')).HostAssessorsPage }),
      },
      {
        path: paths.addAssessor,
        lazy: async () => ({ Component: (await import('./pages/AddAssessorPage.tsx')).AddAssessorPage }),
      },
      {
        path: paths.checkAssessor,
        lazy: async () => ({ Component: (await import('./pages/CheckAssessorPage.tsx')).CheckAssessorPage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['RETURNER']} worksOffline />,
    children: [
      { path: paths.log, lazy: async () => ({ Component: (await import('./pages/LogPage.tsx')).LogPage }) },
      { path: paths.logDay, lazy: async () => ({ Component: (await import('./pages/LogDayPage.tsx')).LogDayPage }) },
    ],
  },
  {
    element: <SignedIn hats={['RETURNER']} />,
    children: [
      { path: paths.pause, lazy: async () => ({ Component: (await import('./pages/PausePage.tsx')).PausePage }) },
      {
        path: paths.withdraw,
        lazy: async () => ({ Component: (await import('./pages/WithdrawPage.tsx')).WithdrawPage }),
      },
      {
        path: paths.evidence,
        lazy: async () => ({ Component: (await import('./pages/EvidencePage.tsx')).EvidencePage }),
      },
      {
        path: paths.addEvidence,
        lazy: async () => ({ Component: (await import('./pages/AddEvidencePage.tsx')).AddEvidencePage }),
      },
      {
        path: paths.fileEvidence,
        lazy: async () => ({ Component: (await import('./pages/FileEvidencePage.tsx')).FileEvidencePage }),
      },
      {
        path: paths.removeEvidence,
        lazy: async () => ({ Component: (await import('./pages/RemoveEvidencePage.tsx')).RemoveEvidencePage }),
      },
      { path: paths.pack, lazy: async () => ({ Component: (await import('./pages/PackPage.tsx')).PackPage }) },
      {
        path: paths.counterSignatory,
        lazy: async () => ({ Component: (await import('./pages/CounterSignatoryPage.tsx')).CounterSignatoryPage }),
      },
      { path: paths.addCopy, lazy: async () => ({ Component: (await import('./pages/CopyPage.tsx')).CopyPage }) },
      { path: paths.changeCopy, lazy: async () => ({ Component: (await import('./pages/CopyPage.tsx')).CopyPage }) },
      {
        path: paths.signatures,
        lazy: async () => ({ Component: (await import('./pages/SignaturesPage.tsx')).SignaturesPage }),
      },
      {
        path: paths.application,
        lazy: async () => ({ Component: (await import('./pages/ApplicationPage.tsx')).ApplicationPage }),
      },
      {
        path: paths.planApplication,
        lazy: async () => ({ Component: (await import('./pages/PlanApplicationPage.tsx')).PlanApplicationPage }),
      },
      {
        path: paths.recordApplication,
        lazy: async () => ({ Component: (await import('./pages/RecordApplicationPage.tsx')).RecordApplicationPage }),
      },
      {
        path: paths.applicationEntry,
        lazy: async () => ({ Component: (await import('./pages/CorrectApplicationPage.tsx')).CorrectApplicationPage }),
      },
      {
        path: paths.takeBackApplicationEntry,
        lazy: async () => ({ Component: (await import('./pages/CorrectApplicationPage.tsx')).TakeBackApplicationPage }),
      },
      { path: paths.pathway, lazy: async () => ({ Component: (await import('./pages/PathwayPage.tsx')).PathwayPage }) },
      { path: paths.step, lazy: async () => ({ Component: (await import('./pages/StepPage.tsx')).StepPage }) },
      {
        path: paths.savedAnswers,
        lazy: async () => ({ Component: (await import('./pages/SavedAnswersPage.tsx')).SavedAnswersPage }),
      },
      { path: paths.askHcpc, lazy: async () => ({ Component: (await import('./pages/AskHcpcPage.tsx')).AskHcpcPage }) },
      { path: paths.profile, lazy: async () => ({ Component: (await import('./pages/ProfilePage.tsx')).ProfilePage }) },
      {
        path: paths.preferredName,
        lazy: async () => ({ Component: (await import('./pages/PreferredNamePage.tsx')).PreferredNamePage }),
      },
      {
        path: paths.hcpcNumber,
        lazy: async () => ({ Component: (await import('./pages/HcpcNumberPage.tsx')).HcpcNumberPage }),
      },
      {
        path: paths.homePlace,
        lazy: async () => ({ Component: (await import('./pages/HomePlacePage.tsx')).HomePlacePage }),
      },
      {
        path: paths.practice,
        lazy: async () => ({ Component: (await import('./pages/PracticePage.tsx')).PracticePage }),
      },
      {
        path: paths.universities,
        lazy: async () => ({ Component: (await import('./pages/UniversitiesPage.tsx')).UniversitiesPage }),
      },
      { path: paths.sharing, lazy: async () => ({ Component: (await import('./pages/SharingPage.tsx')).SharingPage }) },
      { path: paths.plan, lazy: async () => ({ Component: (await import('./pages/PlanPage.tsx')).PlanPage }) },
      {
        path: paths.loggedDay,
        lazy: async () => ({ Component: (await import('./pages/LoggedDayPage.tsx')).LoggedDayPage }),
      },
      { path: paths.editDay, lazy: async () => ({ Component: (await import('./pages/EditDayPage.tsx')).EditDayPage }) },
      {
        path: paths.removeDay,
        lazy: async () => ({ Component: (await import('./pages/RemoveDayPage.tsx')).RemoveDayPage }),
      },
      {
        path: paths.selfAssessment,
        lazy: async () => ({ Component: (await import('./pages/SelfAssessmentPage.tsx')).SelfAssessmentPage }),
      },
      {
        path: paths.ownConfidence,
        lazy: async () => ({ Component: (await import('./pages/OwnConfidencePage.tsx')).OwnConfidencePage }),
      },
      {
        path: paths.learningAgreement,
        lazy: async () => ({ Component: (await import('./pages/LearningAgreementPage.tsx')).LearningAgreementPage }),
      },
      {
        path: paths.learningGoal,
        lazy: async () => ({ Component: (await import('./pages/LearningGoalPage.tsx')).LearningGoalPage }),
      },
      {
        path: paths.learningPlan,
        lazy: async () => ({ Component: (await import('./pages/LearningPlanPage.tsx')).LearningPlanPage }),
      },
      {
        path: paths.shareAgreement,
        lazy: async () => ({ Component: (await import('./pages/ShareAgreementPage.tsx')).ShareAgreementPage }),
      },
      {
        path: paths.placement,
        lazy: async () => ({ Component: (await import('./pages/PlacementPage.tsx')).PlacementPage }),
      },
      {
        path: paths.askPlacement,
        lazy: async () => ({ Component: (await import('./pages/AskPlacementPage.tsx')).AskPlacementPage }),
      },
      {
        path: paths.checkPlacement,
        lazy: async () => ({ Component: (await import('./pages/CheckPlacementPage.tsx')).CheckPlacementPage }),
      },
      {
        path: paths.answerOffer,
        lazy: async () => ({ Component: (await import('./pages/AnswerOfferPage.tsx')).AnswerOfferPage }),
      },
      {
        path: paths.leavePlace,
        lazy: async () => ({ Component: (await import('./pages/LeavePlacePage.tsx')).LeavePlacePage }),
      },
      {
        path: paths.askSites,
        lazy: async () => ({ Component: (await import('./pages/AskSitesPage.tsx')).AskSitesPage }),
      },
      {
        path: paths.withdrawPlacementRequest,
        lazy: async () => ({
          Component: (await import('./pages/WithdrawPlacementRequestPage.tsx')).WithdrawPlacementRequestPage,
        }),
      },
    ],
  },
  {
    element: <SignedIn hats={['COORDINATOR']} />,
    children: [
      {
        path: paths.movePlacement,
        lazy: async () => ({ Component: (await import('./pages/MovePlacementPage.tsx')).MovePlacementPage }),
      },
      {
        path: paths.correctTravel,
        lazy: async () => ({ Component: (await import('./pages/CorrectTravelPage.tsx')).CorrectTravelPage }),
      },
      { path: paths.monday, lazy: async () => ({ Component: (await import('./pages/MondayPage.tsx')).MondayPage }) },
      {
        path: paths.returners,
        lazy: async () => ({ Component: (await import('./pages/ReturnersPage.tsx')).ReturnersPage }),
      },
      {
        path: paths.downloadReturners,
        lazy: async () => ({ Component: (await import('./pages/DownloadReturnersPage.tsx')).DownloadReturnersPage }),
      },
      {
        path: paths.returnerConfidence,
        lazy: async () => ({ Component: (await import('./pages/ReturnerConfidencePage.tsx')).ReturnerConfidencePage }),
      },
      {
        path: paths.returnerPast,
        lazy: async () => ({ Component: (await import('./pages/ReturnerPastPage.tsx')).ReturnerPastPage }),
      },
      {
        path: paths.askRegionMove,
        lazy: async () => ({ Component: (await import('./pages/AskRegionMovePage.tsx')).AskRegionMovePage }),
      },
      {
        path: paths.applications,
        lazy: async () => ({ Component: (await import('./pages/ApplicationsPage.tsx')).ApplicationsPage }),
      },
      {
        path: paths.regionMoves,
        lazy: async () => ({ Component: (await import('./pages/RegionMovesPage.tsx')).RegionMovesPage }),
      },
      {
        path: paths.returner,
        lazy: async () => ({ Component: (await import('./pages/ReturnerPage.tsx')).ReturnerPage }),
      },
      {
        path: paths.decideProgramme,
        lazy: async () => ({ Component: (await import('./pages/DecideProgrammePage.tsx')).DecideProgrammePage }),
      },
      {
        path: paths.duplicates,
        lazy: async () => ({ Component: (await import('./pages/DuplicatesPage.tsx')).DuplicatesPage }),
      },
      { path: paths.duplicate, lazy: async () => ({ Component: (await import('./pages/MergePage.tsx')).MergePage }) },
      {
        path: paths.matching,
        lazy: async () => ({ Component: (await import('./pages/MatchingPage.tsx')).MatchingPage }),
      },
      {
        path: paths.whatIf,
        lazy: async () => ({ Component: (await import('./pages/WhatIfPage.tsx')).WhatIfPage }),
      },
      {
        path: paths.hosts,
        lazy: async () => ({ Component: (await import('./pages/HostsPage.tsx')).HostsPage }),
      },
      {
        path: paths.addHost,
        lazy: async () => ({ Component: (await import('./pages/AddHostPage.tsx')).AddHostPage }),
      },
      {
        path: paths.placementMap,
        lazy: async () => ({ Component: (await import('./pages/PlacementMapPage.tsx')).PlacementMapPage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['COORDINATOR', 'ORGANISATION_ADMINISTRATOR']} />,
    children: [
      { path: paths.imports, lazy: async () => ({ Component: (await import('./pages/ImportsPage.tsx')).ImportsPage }) },
      { path: paths.import, lazy: async () => ({ Component: (await import('./pages/ImportPage.tsx')).ImportPage }) },
    ],
  },
  {
    element: <SignedIn hats={['SUPERVISOR', 'COORDINATOR', 'ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR']} />,
    children: [
      {
        path: paths.agreements,
        lazy: async () => ({ Component: (await import('./pages/AgreementsPage.tsx')).AgreementsPage }),
      },
      {
        path: paths.agreement,
        lazy: async () => ({ Component: (await import('./pages/AgreementPage.tsx')).AgreementPage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['COORDINATOR', 'ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR']} />,
    children: [
      {
        path: paths.placements,
        lazy: async () => ({ Component: (await import('./pages/PlacementsPage.tsx')).PlacementsPage }),
      },
      {
        path: paths.placementRecord,
        lazy: async () => ({ Component: (await import('./pages/PlacementRecordPage.tsx')).PlacementRecordPage }),
      },
      {
        path: paths.capacity,
        lazy: async () => ({ Component: (await import('./pages/CapacityPage.tsx')).CapacityPage }),
      },
      {
        path: paths.exports,
        lazy: async () => ({ Component: (await import('./pages/ExportsPage.tsx')).ExportsPage }),
      },
      {
        path: paths.newExport,
        lazy: async () => ({ Component: (await import('./pages/NewExportPage.tsx')).NewExportPage }),
      },
      {
        path: paths.addCapacity,
        lazy: async () => ({ Component: (await import('./pages/CapacityFormPage.tsx')).AddCapacityPage }),
      },
      {
        path: paths.changeCapacity,
        lazy: async () => ({ Component: (await import('./pages/CapacityFormPage.tsx')).ChangeCapacityPage }),
      },
      {
        path: paths.host,
        lazy: async () => ({ Component: (await import('./pages/HostPage.tsx')).HostPage }),
      },
      {
        path: paths.hostContact,
        lazy: async () => ({ Component: (await import('./pages/HostContactPage.tsx')).HostContactPage }),
      },
      {
        path: paths.localPolicy,
        lazy: async () => ({ Component: (await import('./pages/LocalPolicyPage.tsx')).LocalPolicyPage }),
      },
      {
        path: paths.hostMembers,
        lazy: async () => ({ Component: (await import('./pages/HostMembersPage.tsx')).HostMembersPage }),
      },
      { path: paths.addSite, lazy: async () => ({ Component: (await import('./pages/AddSitePage.tsx')).AddSitePage }) },
      {
        path: paths.addSupervisor,
        lazy: async () => ({ Component: (await import('./pages/SupervisorFormPage.tsx')).AddSupervisorPage }),
      },
      {
        path: paths.changeSupervisor,
        lazy: async () => ({ Component: (await import('./pages/SupervisorFormPage.tsx')).ChangeSupervisorPage }),
      },
      {
        path: paths.checkSupervisor,
        lazy: async () => ({ Component: (await import('./pages/CheckSupervisorPage.tsx')).CheckSupervisorPage }),
      },
      {
        path: paths.confirmSupervisorAddress,
        lazy: async () => ({ Component: (await import('./pages/ConfirmAddressPage.tsx')).ConfirmAddressPage }),
      },
      {
        path: paths.nameStandIn,
        lazy: async () => ({ Component: (await import('./pages/NameStandInPage.tsx')).NameStandInPage }),
      },
      {
        path: paths.passOnSignOff,
        lazy: async () => ({ Component: (await import('./pages/PassOnSignOffPage.tsx')).PassOnSignOffPage }),
      },
      {
        path: paths.siteProfile,
        lazy: async () => ({ Component: (await import('./pages/SiteProfilePage.tsx')).SiteProfilePage }),
      },
      {
        path: paths.startingCheck,
        lazy: async () => ({ Component: (await import('./pages/StartingCheckPage.tsx')).StartingCheckPage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR']} />,
    children: [
      {
        path: paths.siteHome,
        lazy: async () => ({ Component: (await import('./pages/SiteHomePage.tsx')).SiteHomePage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['ADMINISTRATOR', 'ORGANISATION_ADMINISTRATOR']} />,
    children: [
      {
        path: paths.partnerClients,
        lazy: async () => ({ Component: (await import('./pages/PartnerClientsPage.tsx')).PartnerClientsPage }),
      },
      {
        path: paths.deprecatedUses,
        lazy: async () => ({ Component: (await import('./pages/DeprecatedUsesPage.tsx')).DeprecatedUsesPage }),
      },
      {
        path: paths.partnerClient,
        lazy: async () => ({ Component: (await import('./pages/PartnerClientPage.tsx')).PartnerClientPage }),
      },
      {
        path: paths.newPartnerClient,
        lazy: async () => ({ Component: (await import('./pages/NewPartnerClientPage.tsx')).NewPartnerClientPage }),
      },
    ],
  },
  {
    element: <SignedIn hats={['ADMINISTRATOR']} />,
    children: [
      {
        path: paths.accounts,
        lazy: async () => ({ Component: (await import('./pages/AccountsPage.tsx')).AccountsPage }),
      },
      {
        path: paths.accountChange,
        lazy: async () => ({ Component: (await import('./pages/AccountChangePage.tsx')).AccountChangePage }),
      },
      { path: paths.audit, lazy: async () => ({ Component: (await import('./pages/AuditPage.tsx')).AuditPage }) },
      {
        path: paths.nationalFiles,
        lazy: async () => ({ Component: (await import('./pages/NationalFilesPage.tsx')).NationalFilesPage }),
      },
      {
        path: paths.nationalFile,
        lazy: async () => ({ Component: (await import('./pages/NationalFilePage.tsx')).NationalFilePage }),
      },
      {
        path: paths.nationalImport,
        lazy: async () => ({ Component: (await import('./pages/NationalImportPage.tsx')).NationalImportPage }),
      },
    ],
  },
];

/** Every page under its address. Each page but the first is loaded when it is first visited. */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    HydrateFallback: () => null,
    // A page that breaks leaves the header and the footer standing.
    children: [{ ErrorBoundary: ErrorPage, children: [...signedIn, ...pages] }],
  },
];
