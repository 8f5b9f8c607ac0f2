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
  "AddCapacityOfferResult": [
    "AddCapacityOfferRefused",
    "CapacityOfferAdded"
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
  "ChooseRemindersResult": [
    "ChooseRemindersRefused",
    "RemindersChosen"
  ],
  "CompletePlacementResult": [
    "CompletePlacementRefused",
    "PlacementCompleted"
  ],
  "ConfirmCapacityOfferResult": [
    "CapacityOfferConfirmed",
    "ConfirmCapacityOfferRefused"
  ],
  "ConfirmSiteProfileResult": [
    "ConfirmSiteProfileRefused",
    "SiteProfileConfirmed"
  ],
  "ConfirmSupervisorAddressResult": [
    "ConfirmSupervisorAddressRefused",
    "SupervisorAddressConfirmed"
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
  "DeleteViewResult": [
    "DeleteViewRefused",
    "ViewDeleted"
  ],
  "DeleteWebhookResult": [
    "DeleteWebhookRefused",
    "WebhookDeleted"
  ],
  "DisownSignatureResult": [
    "DisownSignatureRefused",
    "SignatureDisowned"
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
  "NameHostContactResult": [
    "HostContactNamed",
    "NameHostContactRefused"
  ],
  "Node": [
    "Account",
    "AuditEntry",
    "CapacityOffer",
    "Event",
    "Host",
    "HostInvitation",
    "IntegratedCareBoard",
    "LoggedDay",
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
  "PauseWebhookResult": [
    "PauseWebhookRefused",
    "WebhookPaused"
  ],
  "PingWebhookResult": [
    "PingWebhookRefused",
    "WebhookPinged"
  ],
  "ProposePlacementResult": [
    "PlacementProposed",
    "ProposePlacementRefused"
  ],
  "RecordAnswerFromHcpcResult": [
    "AnswerFromHcpcRecorded",
    "RecordAnswerFromHcpcRefused"
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
  "RemoveLoggedDayResult": [
    "LoggedDayRemoved",
    "RemoveLoggedDayRefused"
  ],
  "RenameViewResult": [
    "RenameViewRefused",
    "ViewRenamed"
  ],
  "ReplayWebhookResult": [
    "ReplayWebhookRefused",
    "WebhookReplayed"
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
  "SavePlanResult": [
    "PlanSaved",
    "SavePlanRefused"
  ],
  "SaveViewResult": [
    "SaveViewRefused",
    "ViewSaved"
  ],
  "SendPlacementRequestResult": [
    "PlacementRequestSent",
    "SendPlacementRequestRefused"
  ],
  "SettleSignOffByLinkResult": [
    "SettleSignOffByLinkRefused",
    "SignOffSettledByLink"
  ],
  "SettleSignOffResult": [
    "SettleSignOffRefused",
    "SignOffSettled"
  ],
  "StartPathwayResult": [
    "PathwayStarted",
    "StartPathwayRefused"
  ],
  "StartPlacementResult": [
    "PlacementStarted",
    "StartPlacementRefused"
  ],
  "SuspendAccountResult": [
    "AccountSuspended",
    "SuspendAccountRefused"
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
  "UndoMergeReturnersResult": [
    "ReturnersMergeUndone",
    "UndoMergeReturnersRefused"
  ],
  "UndoMovePlacementResult": [
    "PlacementMoveUndone",
    "UndoMovePlacementRefused"
  ],
  "UpdateProfileResult": [
    "ProfileUpdated",
    "UpdateProfileRefused"
  ],
  "UpdatingCountResult": [
    "UpdatingCount",
    "UpdatingCountRefused"
  ],
  "WithdrawConsentResult": [
    "ConsentWithdrawn",
    "WithdrawConsentRefused"
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
