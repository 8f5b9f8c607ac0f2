/** How graphql repeats what somebody sent, and what is said instead: the place and the reason, which name nobody. */
const repeats: readonly (readonly [RegExp, string])[] = [
  [/^(Variable "\$\w+" got) invalid value .*?( at "[\w.[\]]+")?$/s, '$1 an invalid value$2'],
  [/^(Argument "\w+" has) invalid value .*$/s, '$1 an invalid value.'],
  [/^(Expected value of type "[^"]*"), found .*$/s, '$1, found another value.'],
  [/^((?:\w+|Enum "\w+") cannot represent [^:"]*\bvalue): .*$/s, '$1.'],
  [/^Value ".*" does not exist in ("\w+" enum)\..*$/s, 'The value does not exist in $1.'],
  [/^(Syntax Error: .*\b(?:found|Unexpected) (?:String|BlockString|Int|Float)) ".*$/s, '$1.'],
];

const bare = (message: string): string =>
  repeats.reduce((text, [pattern, instead]) => text.replace(pattern, instead), message);

/**
 * What graphql says of a value, without the value: its messages repeat whole inputs, which name people, and callers keep messages in logs.
 * @param reason the message of the error within, which stands at the end of the outer one.
 */
export const withoutValues = (message: string, reason?: string): string => {
  const tail = `; ${reason}`;
  return reason !== undefined && message.endsWith(tail)
    ? `${bare(message.slice(0, -tail.length)).replace(/\.$/, '')}; ${bare(reason)}`
    : bare(message);
};
