import { changesBetween, faultsOfEvolution, readContract, readEntered, riskyChanges } from './evolution.ts';

// Holds the contract against what was released last: lists what can break a program, and fails where nobody has entered it.
const changes = await changesBetween(readContract('released.graphql'), readContract('return-to-practice.graphql'));
const entered = readEntered();
const risky = riskyChanges(changes);
for (const { level, path, message } of risky) {
  const reason = entered.find((one) => one.path === path)?.reason;
  console.log(`${level}: ${path}: ${message}${reason === undefined ? '' : ` (entered: ${reason})`}`);
}
const { unentered, idle } = faultsOfEvolution(changes, entered);
for (const { path } of unentered)
  console.error(`${path} can break programs: enter it in schema/changes.json with the reason.`);
for (const { path } of idle) console.error(`${path} is entered in schema/changes.json, and has not changed.`);
console.log(`${changes.length} changes since the last release, ${risky.length} of them can break a program.`);
process.exit(unentered.length + idle.length > 0 ? 1 : 0);
