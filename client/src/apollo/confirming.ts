/** The code with which the server asks again who somebody is, before something risky. */
export const confirmCode = 'CONFIRM_IT_IS_YOU';

type Ask = () => Promise<boolean>;
let ask: Ask | undefined;

/** Puts in place what asks the person; it is taken away by what is answered. */
export const askBy = (by: Ask): (() => void) => {
  ask = by;
  return () => {
    if (ask === by) ask = undefined;
  };
};

/** Asks the person to confirm who they are, in front of the page they are on. False where they would rather not. */
export const confirmItIsYou = (): Promise<boolean> => ask?.() ?? Promise.resolve(false);
