/** What each interface and union can be that a fragment is about; the cache needs it to match fragments. */
export const possibleTypes: Record<string, string[]> = {
  "Refusal": [
    "ConflictRefusal",
    "RuleRefusal"
  ]
};
