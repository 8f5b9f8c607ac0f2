// Documents of a few kilobytes that would keep a server without limits busy for seconds, or end it.

/** 24 fragments side by side, each of which doubles the one before. */
export const doubling = `{ ...F0 } ${Array.from({ length: 24 }, (_, n) => `fragment F${n} on Query { a${n}: regions(first: 1) { nodes { trusts(first: 1) { nodes { name } } } } ...F${n + 1} b: node(id: "x") { id } ...F${n + 1} }`).join(' ')} fragment F24 on Query { node(id: "x") { id } }`;

/** 24 fragments within each other, each of which doubles the one before. */
export const nested = `fragment G0 on Region { boards(first: 1) { nodes { id } } } ${Array.from({ length: 24 }, (_, n) => `fragment G${n + 1} on Region { trusts(first: 1) { nodes { region { x${n}: name ...G${n} } } } boards(first: 1) { nodes { region { ...G${n} } } } }`).join(' ')} { region(code: "Y58") { ...G24 } }`;

/** Fields 60 deep. */
export const tooDeep = `{ region(code: "Y58") ${'{ trusts(first: 1) { nodes { region '.repeat(20)}{ name }${' } } }'.repeat(20)} }`;

/** 10,000 aliases, in a body that is just small enough to be read. */
export const tooWide = `{ ${Array.from({ length: 10_000 }, (_, n) => `a${n}: __typename`).join(' ')} }`;
