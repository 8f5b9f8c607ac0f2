/** What each interface and union of the contract can be; the cache needs it to match fragments. */
export const possibleTypes: Record<string, string[]> = {
  "AcceptHostInvitationResult": [
    "AcceptHostInvitationRefused",
    "HostInvitationAccepted"
  ],
  "AcceptPlacementResult": [
    "AcceptPlacementRefused",
    "PlacementAccepted"
  ],
  "AcceptRegionMoveResult": [
    "AcceptRegionMoveRefused",
    "RegionMoveAccepted"
  ],
  "AddAssessorResult": [
    "AddAssessorRefused",
    "AssessorAdded"
  ],
  "AddCapacityOfferResult": [
    "AddCapacityOfferRefused",
    "CapacityOfferAdded"
  ],
  "AddCertifiedDocumentResult": [
    "AddCertifiedDocumentRefused",
    "CertifiedDocumentAdded"
  ],
  "AddHostResult": [
    "AddHostRefused",
    "HostAdded"
  ],
  "AddPlacementSiteResult": [
    "AddPlacementSiteRefused",
    "PlacementSiteAdded"
  ],
  "AddSupervisorResult": [
    "AddSupervisorRefused",
    "SupervisorAdded"
  ],
  "AgreeToLearningResult": [
    "AgreeToLearningRefused",
    "LearningAgreedTo"
  ],
  "AnswerAppealResult": [
    "AnswerAppealRefused",
    "AppealAnswered"
  ],
  "AnswerLearningByLinkResult": [
    "AnswerLearningByLinkRefused",
    "LearningAnsweredByLink"
  ],
  "AnswerModerationResult": [
    "AnswerModerationRefused",
    "ModerationAnswered"
  ],
  "ApplyAgainResult": [
    "AppliedAgain",
    "ApplyAgainRefused"
  ],
  "AskCounterSignatureResult": [
    "AskCounterSignatureRefused",
    "CounterSignatureAsked"
  ],
  "AskEmailChangeResult": [
    "AskEmailChangeRefused",
    "EmailChangeAsked"
  ],
  "AskErasureResult": [
    "AskErasureRefused",
    "ErasureAsked"
  ],
  "AskModerationResult": [
    "AskModerationRefused",
    "ModerationAsked"
  ],
  "AskRegionMoveResult": [
    "AskRegionMoveRefused",
    "RegionMoveAsked"
  ],
  "AskSignOffResult": [
    "AskSignOffRefused",
    "SignOffAsked"
  ],
  "AskSiteResult": [
    "AskSiteRefused",
    "SiteAsked"
  ],
  "AssessStandardResult": [
    "AssessStandardRefused",
    "StandardAssessed"
  ],
  "AssignAssessmentResult": [
    "AssessmentAssigned",
    "AssignAssessmentRefused"
  ],
  "AuditSubject": [
    "Account",
    "LoggedDay",
    "Returner"
  ],
  "ChangeAnswersResult": [
    "AnswersChanged",
    "ChangeAnswersRefused"
  ],
  "ChangeCapacityOfferResult": [
    "CapacityOfferChanged",
    "ChangeCapacityOfferRefused"
  ],
  "ChangeCertifiedDocumentResult": [
    "CertifiedDocumentChanged",
    "ChangeCertifiedDocumentRefused"
  ],
  "ChangeNameResult": [
    "ChangeNameRefused",
    "NameChanged"
  ],
  "ChangePlacementRequestResult": [
    "ChangePlacementRequestRefused",
    "PlacementRequestChanged"
  ],
  "ChangeSupervisorResult": [
    "ChangeSupervisorRefused",
    "SupervisorChanged"
  ],
  "ChangeWebhookResult": [
    "ChangeWebhookRefused",
    "WebhookChanged"
  ],
  "CheckAssessorResult": [
    "AssessorChecked",
    "CheckAssessorRefused"
  ],
  "ChooseRemindersResult": [
    "ChooseRemindersRefused",
    "RemindersChosen"
  ],
  "ComeBackResult": [
    "CameBack",
    "ComeBackRefused"
  ],
  "CompletePlacementResult": [
    "CompletePlacementRefused",
    "PlacementCompleted"
  ],
  "ConfirmCapacityOfferResult": [
    "CapacityOfferConfirmed",
    "ConfirmCapacityOfferRefused"
  ],
  "ConfirmEmailChangeResult": [
    "ConfirmEmailChangeRefused",
    "EmailChanged"
  ],
  "ConfirmSiteProfileResult": [
    "ConfirmSiteProfileRefused",
    "SiteProfileConfirmed"
  ],
  "ConfirmSupervisorAddressResult": [
    "ConfirmSupervisorAddressRefused",
    "SupervisorAddressConfirmed"
  ],
  "CorrectApplicationEntryResult": [
    "ApplicationEntryCorrected",
    "CorrectApplicationEntryRefused"
  ],
  "CorrectAssessmentResult": [
    "AssessmentCorrectionBegun",
    "CorrectAssessmentRefused"
  ],
  "CorrectTravelResult": [
    "CorrectTravelRefused",
    "TravelCorrected"
  ],
  "CreatePartnerClientResult": [
    "CreatePartnerClientRefused",
    "PartnerClientCreated"
  ],
  "DecideProgrammeEntryResult": [
    "DecideProgrammeEntryRefused",
    "ProgrammeEntryDecided"
  ],
  "DeclinePlacementResult": [
    "DeclinePlacementRefused",
    "PlacementDeclined"
  ],
  "DeclineRegionMoveResult": [
    "DeclineRegionMoveRefused",
    "RegionMoveDeclined"
  ],
  "DeleteBulkExportResult": [
    "BulkExportDeleted",
    "DeleteBulkExportRefused"
  ],
  "DeleteViewResult": [
    "DeleteViewRefused",
    "ViewDeleted"
  ],
  "DeleteWebhookResult": [
    "DeleteWebhookRefused",
    "WebhookDeleted"
  ],
  "DisownCounterSignatureResult": [
    "CounterSignatureDisowned",
    "DisownCounterSignatureRefused"
  ],
  "DisownLearningResult": [
    "DisownLearningRefused",
    "LearningDisowned"
  ],
  "DisownSignatureResult": [
    "DisownSignatureRefused",
    "SignatureDisowned"
  ],
  "DropCorrectionResult": [
    "CorrectionDropped",
    "DropCorrectionRefused"
  ],
  "EditLoggedDayResult": [
    "EditLoggedDayRefused",
    "LoggedDayEdited"
  ],
  "EligibilityCheck": [
    "EligibilityContradicted",
    "EligibilityOutcome",
    "EligibilityQuestionDue"
  ],
  "EndPlacementEarlyResult": [
    "EndPlacementEarlyRefused",
    "PlacementEndedEarly"
  ],
  "FileEvidenceResult": [
    "EvidenceFiled",
    "FileEvidenceRefused"
  ],
  "ForecastResult": [
    "Forecast",
    "ForecastImpossible",
    "ForecastRefused"
  ],
  "GiveConsentResult": [
    "ConsentGiven",
    "GiveConsentRefused"
  ],
  "GiveHostRoleResult": [
    "GiveHostRoleRefused",
    "HostRoleGiven"
  ],
  "KeepMatchResult": [
    "KeepMatchRefused",
    "MatchKept"
  ],
  "LetUniversityFollowResult": [
    "LetUniversityFollowRefused",
    "UniversityFollows"
  ],
  "LockPlacementResult": [
    "LockPlacementRefused",
    "PlacementLocked"
  ],
  "LogDayResult": [
    "DayLogged",
    "LogDayRefused"
  ],
  "MergeReturnersResult": [
    "MergeReturnersRefused",
    "ReturnersMerged"
  ],
  "MovePlacementResult": [
    "MovePlacementRefused",
    "PlacementMoved"
  ],
  "NameCounterSignatoryResult": [
    "CounterSignatoryNamed",
    "NameCounterSignatoryRefused"
  ],
  "NameHostContactResult": [
    "HostContactNamed",
    "NameHostContactRefused"
  ],
  "NameStandInResult": [
    "NameStandInRefused",
    "StandInNamed"
  ],
  "Node": [
    "Account",
    "Application",
    "Assessment",
    "Assessor",
    "AuditEntry",
    "BulkExport",
    "CapacityOffer",
    "ComingChange",
    "CounterSignature",
    "DeprecatedUse",
    "Event",
    "Evidence",
    "FollowedPlacement",
    "FrozenPack",
    "Host",
    "HostInvitation",
    "IntegratedCareBoard",
    "LearningAgreement",
    "LocalPolicy",
    "LoggedDay",
    "NationalImport",
    "PartnerClient",
    "PartnerKey",
    "Placement",
    "PlacementRequest",
    "PlacementSite",
    "PostcodeDistrict",
    "Profession",
    "Region",
    "RegionMove",
    "Returner",
    "ReturnerLikeness",
    "ReturnerMerge",
    "SavedView",
    "SignOff",
    "Site",
    "SiteQuestion",
    "StandardOfProficiency",
    "StartingCheck",
    "Supervisor",
    "Trust",
    "Webhook",
    "WebhookDelivery"
  ],
  "NoteAppealResult": [
    "AppealNoted",
    "NoteAppealRefused"
  ],
  "NudgeSignOffResult": [
    "NudgeSignOffRefused",
    "SignOffNudged"
  ],
  "OfferPlacementResult": [
    "OfferPlacementRefused",
    "PlacementOffered"
  ],
  "PassOnSignOffResult": [
    "PassOnSignOffRefused",
    "SignOffPassedOn"
  ],
  "PausePathwayResult": [
    "PathwayPaused",
    "PausePathwayRefused"
  ],
  "PauseWebhookResult": [
    "PauseWebhookRefused",
    "WebhookPaused"
  ],
  "PingWebhookResult": [
    "PingWebhookRefused",
    "WebhookPinged"
  ],
  "PlanApplicationResult": [
    "ApplicationPlanned",
    "PlanApplicationRefused"
  ],
  "PrepareApplicationStepResult": [
    "ApplicationStepPrepared",
    "PrepareApplicationStepRefused"
  ],
  "ProposePlacementResult": [
    "PlacementProposed",
    "ProposePlacementRefused"
  ],
  "ReassignAssessmentResult": [
    "AssessmentReassigned",
    "ReassignAssessmentRefused"
  ],
  "RecordAnswerFromHcpcResult": [
    "AnswerFromHcpcRecorded",
    "RecordAnswerFromHcpcRefused"
  ],
  "RecordApplicationEntryResult": [
    "ApplicationEntryRecorded",
    "RecordApplicationEntryRefused"
  ],
  "RecordQuestionToHcpcResult": [
    "QuestionToHcpcRecorded",
    "RecordQuestionToHcpcRefused"
  ],
  "RecordRegisterCheckResult": [
    "RecordRegisterCheckRefused",
    "RegisterCheckRecorded"
  ],
  "RecordStartingCheckResult": [
    "RecordStartingCheckRefused",
    "StartingCheckRecorded"
  ],
  "Refusal": [
    "ConflictRefusal",
    "RuleRefusal"
  ],
  "RegisterWebhookResult": [
    "RegisterWebhookRefused",
    "WebhookRegistered"
  ],
  "RemoveCertifiedDocumentResult": [
    "CertifiedDocumentRemoved",
    "RemoveCertifiedDocumentRefused"
  ],
  "RemoveEvidenceResult": [
    "EvidenceRemoved",
    "RemoveEvidenceRefused"
  ],
  "RemoveLearningGoalResult": [
    "LearningGoalRemoved",
    "RemoveLearningGoalRefused"
  ],
  "RemoveLoggedDayResult": [
    "LoggedDayRemoved",
    "RemoveLoggedDayRefused"
  ],
  "RenameViewResult": [
    "RenameViewRefused",
    "ViewRenamed"
  ],
  "RenewLearningLinkResult": [
    "LearningLinkRenewed",
    "RenewLearningLinkRefused"
  ],
  "RenewSignOffLinkResult": [
    "RenewSignOffLinkRefused",
    "SignOffLinkRenewed"
  ],
  "ReopenLearningAgreementResult": [
    "LearningAgreementReopened",
    "ReopenLearningAgreementRefused"
  ],
  "ReplayWebhookResult": [
    "ReplayWebhookRefused",
    "WebhookReplayed"
  ],
  "ReportAttendanceResult": [
    "AttendanceReported",
    "ReportAttendanceRefused"
  ],
  "RestoreAccountResult": [
    "AccountRestored",
    "RestoreAccountRefused"
  ],
  "ResumeWebhookResult": [
    "ResumeWebhookRefused",
    "WebhookResumed"
  ],
  "RevokePartnerClientResult": [
    "PartnerClientRevoked",
    "RevokePartnerClientRefused"
  ],
  "RevokePartnerKeyResult": [
    "PartnerKeyRevoked",
    "RevokePartnerKeyRefused"
  ],
  "RotatePartnerKeyResult": [
    "PartnerKeyRotated",
    "RotatePartnerKeyRefused"
  ],
  "RotateSigningKeyResult": [
    "RotateSigningKeyRefused",
    "SigningKeyRotated"
  ],
  "SaveAssessmentDraftResult": [
    "AssessmentDraftSaved",
    "SaveAssessmentDraftRefused"
  ],
  "SaveLearningGoalResult": [
    "LearningGoalSaved",
    "SaveLearningGoalRefused"
  ],
  "SaveLearningPlanResult": [
    "LearningPlanSaved",
    "SaveLearningPlanRefused"
  ],
  "SaveLocalPolicyResult": [
    "LocalPolicySaved",
    "SaveLocalPolicyRefused"
  ],
  "SavePlanResult": [
    "PlanSaved",
    "SavePlanRefused"
  ],
  "SaveViewResult": [
    "SaveViewRefused",
    "ViewSaved"
  ],
  "SendBackLearningAgreementResult": [
    "LearningAgreementSentBack",
    "SendBackLearningAgreementRefused"
  ],
  "SendPlacementRequestResult": [
    "PlacementRequestSent",
    "SendPlacementRequestRefused"
  ],
  "SettleCounterSignatureByLinkResult": [
    "CounterSignatureSettledByLink",
    "SettleCounterSignatureByLinkRefused"
  ],
  "SettleCounterSignatureResult": [
    "CounterSignatureSettled",
    "SettleCounterSignatureRefused"
  ],
  "SettleModerationResult": [
    "ModerationSettled",
    "SettleModerationRefused"
  ],
  "SettleSignOffByLinkResult": [
    "SettleSignOffByLinkRefused",
    "SignOffSettledByLink"
  ],
  "SettleSignOffResult": [
    "SettleSignOffRefused",
    "SignOffSettled"
  ],
  "ShareLearningAgreementResult": [
    "LearningAgreementShared",
    "ShareLearningAgreementRefused"
  ],
  "StartBulkExportResult": [
    "BulkExportStarted",
    "StartBulkExportRefused"
  ],
  "StartLearningAgreementResult": [
    "LearningAgreementStarted",
    "StartLearningAgreementRefused"
  ],
  "StartPathwayResult": [
    "PathwayStarted",
    "StartPathwayRefused"
  ],
  "StartPlacementResult": [
    "PlacementStarted",
    "StartPlacementRefused"
  ],
  "StopUniversityFollowingResult": [
    "StopUniversityFollowingRefused",
    "UniversityStopped"
  ],
  "SubmitAssessmentResult": [
    "AssessmentSubmitted",
    "SubmitAssessmentRefused"
  ],
  "SuspendAccountResult": [
    "AccountSuspended",
    "SuspendAccountRefused"
  ],
  "TakeBackApplicationEntryResult": [
    "ApplicationEntryTakenBack",
    "TakeBackApplicationEntryRefused"
  ],
  "TakeBackCounterSignatureResult": [
    "CounterSignatureTakenBack",
    "TakeBackCounterSignatureRefused"
  ],
  "TakeBackErasureResult": [
    "ErasureTakenBack",
    "TakeBackErasureRefused"
  ],
  "TakeBackLearningAgreementResult": [
    "LearningAgreementTakenBack",
    "TakeBackLearningAgreementRefused"
  ],
  "TakeBackRegionMoveResult": [
    "RegionMoveTakenBack",
    "TakeBackRegionMoveRefused"
  ],
  "TakeBackSignatureResult": [
    "SignatureTakenBack",
    "TakeBackSignatureRefused"
  ],
  "TakeHostRoleResult": [
    "HostRoleTaken",
    "TakeHostRoleRefused"
  ],
  "TickAssessmentActionResult": [
    "AssessmentActionTicked",
    "TickAssessmentActionRefused"
  ],
  "UndoMergeReturnersResult": [
    "ReturnersMergeUndone",
    "UndoMergeReturnersRefused"
  ],
  "UndoMovePlacementResult": [
    "PlacementMoveUndone",
    "UndoMovePlacementRefused"
  ],
  "UndoNationalImportResult": [
    "NationalImportUndone",
    "UndoNationalImportRefused"
  ],
  "UpdateProfileResult": [
    "ProfileUpdated",
    "UpdateProfileRefused"
  ],
  "UpdatingCountResult": [
    "UpdatingCount",
    "UpdatingCountRefused"
  ],
  "WithdrawAssessmentResult": [
    "AssessmentWithdrawn",
    "WithdrawAssessmentRefused"
  ],
  "WithdrawConsentResult": [
    "ConsentWithdrawn",
    "WithdrawConsentRefused"
  ],
  "WithdrawCounterSignatureResult": [
    "CounterSignatureWithdrawn",
    "WithdrawCounterSignatureRefused"
  ],
  "WithdrawFromPathwayResult": [
    "WithdrawFromPathwayRefused",
    "WithdrawnFromPathway"
  ],
  "WithdrawPlacementRequestResult": [
    "PlacementRequestWithdrawn",
    "WithdrawPlacementRequestRefused"
  ],
  "WithdrawPlacementResult": [
    "PlacementWithdrawn",
    "WithdrawPlacementRefused"
  ],
  "WithdrawSignOffResult": [
    "SignOffWithdrawn",
    "WithdrawSignOffRefused"
  ]
};
