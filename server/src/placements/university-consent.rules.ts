/** What somebody agrees to who lets a university follow. Changed words get a new version. */
export const universityWording = {
  version: 1,
  text: 'This university may see my name, my field of practice, and where, on which days and until when I am placed, and how my placement stands, so that it can support me. It does not see my log, my answers, my assessments, or why a placement ended. I can take this back at any time, and it sees nothing from then on.',
} as const;

/** As many universities as anybody needs at a time (assumed). */
export const universitiesAtMost = 5;
