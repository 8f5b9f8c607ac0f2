/** Which records each question shows: one, or a list into which others may come. */
export const shownTypes: Record<string, Record<string, 'ONE' | 'LIST'>> = {
  "AccountToChange": {
    "Account": "ONE"
  },
  "Accounts": {
    "Account": "LIST"
  },
  "AskHcpc": {
    "Returner": "ONE"
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
  "CheckToRecord": {
    "Placement": "ONE",
    "PlacementSite": "ONE",
    "StartingCheck": "LIST"
  },
  "DecisionNeeded": {
    "Returner": "ONE"
  },
  "Duplicates": {
    "Returner": "ONE",
    "ReturnerLikeness": "LIST",
    "ReturnerMerge": "LIST"
  },
  "EligibilityResult": {},
  "EligibilitySteps": {},
  "Forecast": {},
  "HostContact": {
    "Host": "ONE"
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
  "MyInvitations": {
    "Host": "ONE",
    "HostInvitation": "LIST"
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
  "MyWish": {
    "PlacementRequest": "ONE",
    "Returner": "ONE"
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
  "OneHost": {
    "Host": "ONE",
    "PlacementSite": "LIST",
    "Profession": "ONE",
    "Region": "ONE",
    "Supervisor": "LIST"
  },
  "OneLoggedDay": {
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
    "Placement": "ONE",
    "PlacementSite": "ONE",
    "Returner": "ONE",
    "StartingCheck": "LIST"
  },
  "OneReturner": {
    "PostcodeDistrict": "ONE",
    "Region": "ONE",
    "RegionMove": "ONE",
    "Returner": "ONE"
  },
  "OwnSites": {
    "Host": "LIST",
    "PlacementSite": "LIST"
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
  "PlaceToLeave": {
    "Host": "ONE",
    "Placement": "ONE",
    "PlacementSite": "ONE",
    "StartingCheck": "LIST"
  },
  "PlacementMap": {},
  "PlacementOdds": {
    "Returner": "ONE"
  },
  "PlacementToMove": {
    "CapacityOffer": "ONE",
    "Placement": "ONE",
    "PlacementSite": "ONE",
    "Profession": "ONE"
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
  "SheetToSign": {},
  "SignOffToSettle": {
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
    "SiteQuestion": "LIST",
    "StartingCheck": "LIST",
    "Supervisor": "LIST"
  },
  "SiteProfile": {
    "Host": "ONE",
    "PlacementSite": "ONE",
    "Site": "ONE"
  },
  "Sites": {
    "Site": "LIST",
    "Trust": "ONE"
  },
  "SitesToAsk": {
    "PlacementRequest": "ONE",
    "Returner": "ONE"
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
  "ToSign": {},
  "Trusts": {
    "IntegratedCareBoard": "LIST",
    "Region": "LIST",
    "Trust": "LIST"
  },
  "TrustsToHost": {
    "Region": "LIST",
    "Trust": "LIST"
  },
  "Viewer": {},
  "WayToCorrect": {
    "Placement": "ONE",
    "PlacementRequest": "ONE",
    "PlacementSite": "ONE",
    "PostcodeDistrict": "ONE",
    "Returner": "ONE"
  },
  "WhoseLog": {
    "Returner": "ONE"
  }
};
