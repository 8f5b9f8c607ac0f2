/** What the page before has just done, in a sentence; it comes with the way here and is gone when the page is loaded again. */
export const readSaid = (state: unknown): string | undefined => {
  const said: unknown = Reflect.get(Object(state), 'said');
  return typeof said === 'string' ? said : undefined;
};
