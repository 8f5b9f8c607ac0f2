/** What each interface and union of the contract can be; the cache needs it to match fragments. */
export const possibleTypes: Record<string, string[]> = {
  "AuditSubject": [
    "Account",
    "LoggedDay",
    "Returner"
  ],
  "ChangeAnswersResult": [
    "AnswersChanged",
    "ChangeAnswersRefused"
  ],
  "DecideProgrammeEntryResult": [
    "DecideProgrammeEntryRefused",
    "ProgrammeEntryDecided"
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
  "ForecastResult": [
    "Forecast",
    "ForecastImpossible",
    "ForecastRefused"
  ],
  "GiveConsentResult": [
    "ConsentGiven",
    "GiveConsentRefused"
  ],
  "LogDayResult": [
    "DayLogged",
    "LogDayRefused"
  ],
  "Node": [
    "Account",
    "AuditEntry",
    "IntegratedCareBoard",
    "LoggedDay",
    "PostcodeDistrict",
    "Profession",
    "Region",
    "Returner",
    "Site",
    "StandardOfProficiency",
    "Trust"
  ],
  "RecordAnswerFromHcpcResult": [
    "AnswerFromHcpcRecorded",
    "RecordAnswerFromHcpcRefused"
  ],
  "RecordQuestionToHcpcResult": [
    "QuestionToHcpcRecorded",
    "RecordQuestionToHcpcRefused"
  ],
  "Refusal": [
    "ConflictRefusal",
    "RuleRefusal"
  ],
  "RemoveLoggedDayResult": [
    "LoggedDayRemoved",
    "RemoveLoggedDayRefused"
  ],
  "RestoreAccountResult": [
    "AccountRestored",
    "RestoreAccountRefused"
  ],
  "SavePlanResult": [
    "PlanSaved",
    "SavePlanRefused"
  ],
  "StartPathwayResult": [
    "PathwayStarted",
    "StartPathwayRefused"
  ],
  "SuspendAccountResult": [
    "AccountSuspended",
    "SuspendAccountRefused"
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
  ]
};
