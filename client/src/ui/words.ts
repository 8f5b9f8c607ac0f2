/** Words as choices of a form, in their order: all of them, or some. */
export const choicesOf = <Key extends string>(
  words: Readonly<Record<Key, string>>,
  only: readonly Key[] = Object.keys(words).filter((key): key is Key => key in words),
): { value: Key; label: string }[] => only.map((value) => ({ value, label: words[value] }));

/** Whether some text, for example of an address or a draft, is a key of the words. */
export const isOneOf = <Key extends string>(words: Readonly<Record<Key, unknown>>, text: string): text is Key =>
  Object.hasOwn(words, text);
