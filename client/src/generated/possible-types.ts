/** What each interface and union of the contract can be; the cache needs it to match fragments. */
export const possibleTypes: Record<string, string[]> = {
  Node: ['IntegratedCareBoard', 'PostcodeDistrict', 'Profession', 'Region', 'Site', 'StandardOfProficiency', 'Trust'],
};
