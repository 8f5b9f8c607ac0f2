/** What somebody agrees to in one version of the words. */
export interface Wording {
  readonly version: number;
  /** What they confirm, one sentence a line. */
  readonly confirms: readonly string[];
  /** What they do not. */
  readonly doesNotConfirm: readonly string[];
}

/** Words that people agree to: those of today, and every version that was ever agreed to. */
export interface Wordings {
  /** What is asked for today. */
  readonly now: Wording;
  /** A version as one text, which is kept beside the signature; null for a version that there is not. */
  readonly agreedText: (version: number) => string | null;
}

/** Where a text says what somebody does by agreeing, and what they do not. */
export const bySigning = { does: 'By signing I confirm:', doesNot: 'My signature does not confirm:' };

const lines = (sentences: readonly string[]): string => sentences.map((line) => `- ${line}`).join('\n');

/** Words that people agree to, oldest version first. A new wording is a new version; the old ones stay as they were agreed. */
export const wordings = (heading: typeof bySigning, ...versions: readonly [...Wording[], Wording]): Wordings => ({
  now: versions[versions.length - 1] ?? versions[0],
  agreedText: (version) => {
    const found = versions.find((one) => one.version === version);
    return found
      ? `${heading.does}\n${lines(found.confirms)}\n${heading.doesNot}\n${lines(found.doesNotConfirm)}`
      : null;
  },
});
