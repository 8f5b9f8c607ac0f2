const groupsOf = (part: string): string[] => part.split(':').filter((group) => group !== '');

/**
 * The addresses that belong to one caller: a single one of version 4, and the 64 bits of version 6 that a network has, in which everybody
 * can change addresses at will. Example: `2001:db8:0:1` for `2001:db8::1:a:b:c:d`.
 */
export const addressRange = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [front = '', back] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const head = groupsOf(front);
  const tail = groupsOf(back ?? '');
  const filled = [...head, ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0'), ...tail];
  return filled
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
};
