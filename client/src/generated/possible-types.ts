/** What each interface and union of the contract can be; the cache needs it to match fragments. */
export const possibleTypes: Record<string, string[]> = {
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
  "Node": [
    "IntegratedCareBoard",
    "PostcodeDistrict",
    "Profession",
    "Region",
    "Site",
    "StandardOfProficiency",
    "Trust"
  ],
  "Refusal": [
    "RuleRefusal"
  ],
  "UpdatingCountResult": [
    "UpdatingCount",
    "UpdatingCountRefused"
  ]
};
