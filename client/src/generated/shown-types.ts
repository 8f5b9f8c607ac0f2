/** Which records each question shows: one, or a list into which others may come. */
export const shownTypes: Record<string, Record<string, 'ONE' | 'LIST'>> = {
  "AccountToChange": {
    "Account": "ONE"
  },
  "Accounts": {
    "Account": "LIST"
  },
  "AgreementToAnswer": {},
  "AgreementToRead": {
    "Host": "ONE",
    "LearningAgreement": "ONE",
    "Placement": "ONE",
    "PlacementSite": "ONE"
  },
  "AgreementToShare": {
    "Host": "ONE",
    "LearningAgreement": "ONE",
    "Placement": "ONE",
    "Returner": "ONE"
  },
  "Agreements": {
    "LearningAgreement": "ONE",
    "Placement": "LIST",
    "PlacementSite": "ONE"
  },
  "AppealToAnswer": {
    "Assessment": "ONE"
  },
  "Applications": {
    "Application": "LIST",
    "Returner": "ONE"
  },
  "AskHcpc": {
    "Returner": "ONE"
  },
  "AssessmentToAppeal": {
    "Assessment": "ONE"
  },
  "AssessmentToChange": {
    "Assessment": "ONE",
    "Host": "ONE",
    "Placement": "ONE"
  },
  "AssessmentToCorrect": {
    "Assessment": "ONE"
  },
  "AssessmentToLookAt": {
    "Assessment": "ONE",
    "Host": "ONE",
    "Placement": "ONE"
  },
  "AssessmentToModerate": {
    "Assessment": "ONE"
  },
  "AssessmentToSettle": {
    "Assessment": "ONE"
  },
  "AssessmentToSubmit": {
    "Assessment": "ONE"
  },
  "AssessmentToWithdraw": {
    "Assessment": "ONE"
  },
  "AssessmentToWrite": {
    "Assessment": "ONE"
  },
  "Assessments": {
    "Assessment": "LIST"
  },
  "AssessmentsToDo": {},
  "AssessorToLookUp": {
    "Assessor": "ONE",
    "Host": "ONE",
    "Profession": "ONE"
  },
  "Audit": {
    "AuditEntry": "LIST"
  },
  "AwaitedDecisions": {},
  "Boards": {
    "IntegratedCareBoard": "LIST",
    "Region": "LIST"
  },
  "CapacityBoard": {
    "CapacityOffer": "LIST",
    "Host": "ONE",
    "IntegratedCareBoard": "LIST",
    "PlacementSite": "ONE",
    "Profession": "LIST",
    "SiteQuestion": "LIST",
    "Supervisor": "ONE"
  },
  "CertifiedCopies": {
    "Evidence": "LIST",
    "Returner": "ONE"
  },
  "CheckToRecord": {
    "Placement": "ONE",
    "PlacementSite": "ONE",
    "StartingCheck": "LIST"
  },
  "CorrectionToDrop": {
    "Assessment": "ONE"
  },
  "DecisionNeeded": {
    "Returner": "ONE"
  },
  "DeprecatedUses": {
    "DeprecatedUse": "LIST",
    "PartnerClient": "ONE"
  },
  "Duplicates": {
    "Returner": "ONE",
    "ReturnerLikeness": "LIST",
    "ReturnerMerge": "LIST"
  },
  "EligibilityResult": {},
  "EligibilitySteps": {},
  "ExpectedSubmissions": {},
  "Exports": {
    "BulkExport": "LIST"
  },
  "Forecast": {},
  "GoalToWrite": {
    "LearningAgreement": "ONE",
    "Placement": "ONE",
    "Returner": "ONE"
  },
  "HostAssessors": {
    "Assessor": "LIST",
    "Host": "ONE",
    "Profession": "ONE"
  },
  "HostContact": {
    "Host": "ONE"
  },
  "HostForAssessor": {
    "Host": "ONE",
    "Profession": "LIST"
  },
  "HostForSite": {
    "Host": "ONE"
  },
  "HostForSupervisor": {
    "Host": "ONE",
    "Profession": "LIST"
  },
  "HostMembers": {
    "Host": "ONE"
  },
  "HostOfProgram": {
    "Host": "ONE"
  },
  "HostRegions": {
    "Region": "LIST"
  },
  "Hosts": {
    "Host": "LIST",
    "Region": "ONE"
  },
  "HostsToChoose": {
    "Host": "LIST"
  },
  "LearningPlanToChange": {
    "LearningAgreement": "ONE",
    "Placement": "ONE",
    "Returner": "ONE"
  },
  "LocalPolicyToWrite": {
    "Host": "ONE",
    "LocalPolicy": "ONE",
    "StandardOfProficiency": "LIST"
  },
  "Log": {
    "LoggedDay": "LIST",
    "Returner": "ONE"
  },
  "LogBetween": {
    "LoggedDay": "LIST",
    "Returner": "ONE"
  },
  "Match": {},
  "Monday": {},
  "MyAccount": {
    "Account": "ONE"
  },
  "MyCounterSignature": {
    "CounterSignature": "ONE",
    "Returner": "ONE"
  },
  "MyData": {
    "Account": "ONE",
    "Returner": "ONE"
  },
  "MyEvidence": {
    "Evidence": "LIST",
    "Returner": "ONE"
  },
  "MyInvitations": {
    "Host": "ONE",
    "HostInvitation": "LIST"
  },
  "MyLearningAgreement": {
    "Host": "ONE",
    "LearningAgreement": "ONE",
    "Placement": "ONE",
    "PlacementSite": "ONE",
    "Returner": "ONE",
    "StartingCheck": "LIST"
  },
  "MyPlacement": {
    "Host": "ONE",
    "Placement": "LIST",
    "PlacementRequest": "ONE",
    "PlacementSite": "ONE",
    "Returner": "ONE",
    "StartingCheck": "LIST"
  },
  "MyPlan": {
    "Returner": "ONE"
  },
  "MySelfAssessment": {
    "Returner": "ONE"
  },
  "MyWish": {
    "PlacementRequest": "ONE",
    "Returner": "ONE"
  },
  "NationalFileTakenIn": {
    "NationalImport": "ONE"
  },
  "NationalFiles": {
    "ComingChange": "LIST",
    "NationalImport": "LIST"
  },
  "OfferToAnswer": {
    "Host": "ONE",
    "Placement": "ONE",
    "PlacementSite": "ONE",
    "StartingCheck": "LIST"
  },
  "OfferToChange": {
    "CapacityOffer": "ONE",
    "Host": "ONE",
    "IntegratedCareBoard": "LIST",
    "PlacementSite": "ONE",
    "Profession": "ONE",
    "Region": "ONE",
    "Supervisor": "LIST"
  },
  "OneAssessment": {
    "Assessment": "ONE",
    "Evidence": "LIST",
    "Placement": "ONE"
  },
  "OneEvidence": {
    "Evidence": "ONE",
    "LoggedDay": "LIST",
    "Returner": "ONE",
    "StandardOfProficiency": "LIST"
  },
  "OneHost": {
    "Host": "ONE",
    "PlacementSite": "LIST",
    "PostcodeDistrict": "ONE",
    "Profession": "ONE",
    "Region": "ONE",
    "Supervisor": "LIST"
  },
  "OneLoggedDay": {
    "Evidence": "LIST",
    "LoggedDay": "ONE"
  },
  "OnePair": {
    "LoggedDay": "LIST",
    "Placement": "ONE",
    "PlacementRequest": "ONE",
    "PostcodeDistrict": "ONE",
    "Returner": "ONE",
    "ReturnerLikeness": "ONE"
  },
  "OnePlacement": {
    "Host": "ONE",
    "LearningAgreement": "ONE",
    "Placement": "ONE",
    "PlacementSite": "ONE",
    "Returner": "ONE",
    "SignOff": "LIST",
    "StartingCheck": "LIST"
  },
  "OneReturner": {
    "PostcodeDistrict": "ONE",
    "Region": "ONE",
    "RegionMove": "ONE",
    "Returner": "ONE"
  },
  "OwnApplication": {
    "Returner": "ONE"
  },
  "OwnConfidence": {
    "Returner": "ONE"
  },
  "OwnSites": {
    "Host": "LIST",
    "PlacementSite": "LIST"
  },
  "PackToSend": {
    "FrozenPack": "LIST",
    "Returner": "ONE"
  },
  "PartnerClientToManage": {
    "PartnerClient": "ONE",
    "PartnerKey": "LIST"
  },
  "PartnerClients": {
    "Host": "LIST",
    "PartnerClient": "LIST"
  },
  "Pathway": {
    "Returner": "ONE"
  },
  "PathwayStep": {
    "Returner": "ONE"
  },
  "PauseEffect": {
    "Returner": "ONE"
  },
  "PlaceToLeave": {
    "Host": "ONE",
    "Placement": "ONE",
    "PlacementSite": "ONE",
    "StartingCheck": "LIST"
  },
  "PlacementAttendance": {
    "Placement": "ONE",
    "PlacementSite": "ONE"
  },
  "PlacementMap": {},
  "PlacementOdds": {
    "Returner": "ONE"
  },
  "PlacementToAssess": {
    "Assessment": "LIST",
    "Host": "ONE",
    "Placement": "ONE",
    "PlacementSite": "ONE"
  },
  "PlacementToMove": {
    "CapacityOffer": "ONE",
    "Placement": "ONE",
    "PlacementSite": "ONE",
    "Profession": "ONE"
  },
  "PlacementToStandIn": {
    "Host": "ONE",
    "Placement": "ONE",
    "Supervisor": "LIST"
  },
  "Placements": {
    "Host": "ONE",
    "Placement": "LIST",
    "PlacementSite": "ONE",
    "StartingCheck": "LIST"
  },
  "PlacesToMoveTo": {
    "CapacityOffer": "LIST",
    "Host": "ONE",
    "IntegratedCareBoard": "LIST",
    "PlacementSite": "ONE",
    "Profession": "ONE",
    "Supervisor": "ONE"
  },
  "PlacesToTry": {
    "Profession": "LIST"
  },
  "Profession": {
    "Profession": "ONE"
  },
  "Professions": {
    "Profession": "LIST"
  },
  "Profile": {
    "PostcodeDistrict": "ONE",
    "Region": "LIST",
    "Returner": "ONE"
  },
  "ReadyToMatch": {
    "CapacityOffer": "LIST",
    "PlacementRequest": "LIST"
  },
  "RegionMoves": {
    "Region": "ONE",
    "RegionMove": "LIST",
    "Returner": "ONE"
  },
  "Regions": {
    "IntegratedCareBoard": "LIST",
    "Region": "LIST",
    "Trust": "LIST"
  },
  "ReturnerConfidence": {
    "Returner": "ONE"
  },
  "ReturnerPast": {
    "Returner": "ONE"
  },
  "ReturnerToMove": {
    "Region": "LIST",
    "Returner": "ONE"
  },
  "Returners": {
    "IntegratedCareBoard": "LIST",
    "Placement": "ONE",
    "PlacementRequest": "ONE",
    "PlacementSite": "ONE",
    "Profession": "LIST",
    "Region": "LIST",
    "Returner": "LIST"
  },
  "SavedAnswers": {
    "Returner": "ONE"
  },
  "SavedViewsKept": {
    "SavedView": "LIST"
  },
  "SheetToCounterSign": {},
  "SheetToSign": {},
  "SignOffToPassOn": {
    "Host": "ONE",
    "SignOff": "ONE",
    "Supervisor": "LIST"
  },
  "SignOffToSettle": {
    "Evidence": "LIST",
    "SignOff": "ONE"
  },
  "Signatures": {
    "Placement": "LIST",
    "PlacementSite": "ONE",
    "Returner": "ONE",
    "SignOff": "LIST"
  },
  "SiteForCapacity": {
    "Host": "ONE",
    "IntegratedCareBoard": "LIST",
    "PlacementSite": "ONE",
    "Profession": "LIST",
    "Region": "ONE",
    "Supervisor": "LIST"
  },
  "SiteHome": {
    "CapacityOffer": "LIST",
    "Host": "LIST",
    "IntegratedCareBoard": "LIST",
    "Placement": "LIST",
    "PlacementSite": "LIST",
    "Profession": "ONE",
    "SignOff": "LIST",
    "SiteQuestion": "LIST",
    "StartingCheck": "LIST",
    "Supervisor": "LIST"
  },
  "SiteProfile": {
    "Host": "ONE",
    "PlacementSite": "ONE",
    "PostcodeDistrict": "ONE",
    "Site": "ONE"
  },
  "SiteWithPast": {
    "IntegratedCareBoard": "LIST",
    "Region": "ONE",
    "Site": "ONE",
    "Trust": "ONE"
  },
  "Sites": {
    "Site": "LIST",
    "Trust": "ONE"
  },
  "SitesToAsk": {
    "PlacementRequest": "ONE",
    "Returner": "ONE"
  },
  "StandardToAssess": {
    "Assessment": "ONE"
  },
  "SupervisorAddress": {
    "Host": "ONE",
    "Supervisor": "ONE"
  },
  "SupervisorToChange": {
    "Host": "ONE",
    "Profession": "LIST",
    "Supervisor": "ONE"
  },
  "SupervisorToLookUp": {
    "Host": "ONE",
    "Profession": "ONE",
    "Supervisor": "ONE"
  },
  "ToCounterSign": {},
  "ToCounterSignOne": {
    "CounterSignature": "ONE"
  },
  "ToSign": {
    "Assessment": "LIST",
    "Host": "ONE",
    "Placement": "LIST",
    "PlacementSite": "ONE",
    "Profession": "ONE",
    "SignOff": "LIST",
    "Supervisor": "LIST"
  },
  "Trusts": {
    "IntegratedCareBoard": "LIST",
    "Region": "LIST",
    "Trust": "LIST"
  },
  "TrustsToHost": {
    "Region": "LIST",
    "Trust": "LIST"
  },
  "Universities": {
    "Host": "LIST",
    "Returner": "ONE"
  },
  "Viewer": {},
  "WayToCorrect": {
    "Placement": "ONE",
    "PlacementRequest": "ONE",
    "PlacementSite": "ONE",
    "PostcodeDistrict": "ONE",
    "Returner": "ONE"
  },
  "WholeToAssess": {
    "Assessment": "ONE"
  },
  "WhomToAsk": {
    "Region": "ONE",
    "Returner": "ONE"
  },
  "WhoseLog": {
    "Returner": "ONE"
  }
};
