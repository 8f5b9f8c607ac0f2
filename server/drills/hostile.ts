import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { must, startBuiltServer } from '../src/testing/built-server.ts';
import { doubling, nested, tooDeep, tooWide } from '../src/testing/hostile-documents.ts';
import { signInForHostility, type HostileCaller } from '../src/testing/hostile-callers.ts';
import { hostileRequests, type InputPosition } from '../src/testing/hostile-requests.ts';
import { hostilePaths, sendPath } from '../src/testing/hostile-paths.ts';
import { sendAll, watchOthers } from '../src/testing/send-hostile.ts';
import { faultsOfAnswer } from '../src/testing/judge-answer.ts';

// Every odd value for every argument and every path, against the built server in its demonstration: some minutes. Documents without
// bounds are refused in under 50 ms each. The first thing that is not as it should be ends the run with an error.
// Run it after a build: `node server/drills/hostile.ts`, or with names of root fields for those alone.

const server = await startBuiltServer();
const { origin } = server;
const contract = buildSchema(readFileSync(new URL('../../schema/return-to-practice.graphql', import.meta.url), 'utf8'));

const wanted = process.argv.slice(2);
const roots = ({ root }: InputPosition): boolean => wanted.length === 0 || wanted.includes(root);

/** The median time of an answer, in milliseconds. */
const medianTime = async (query: string): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < 21; n++) {
    const started = performance.now();
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    must((await response.text()).includes('LIMIT_EXCEEDED'), 'a document without bounds was not refused');
    times.push(performance.now() - started);
  }
  return times.toSorted((one, other) => one - other)[10] ?? 0;
};

try {
  for (const [name, query] of Object.entries({ doubling, nested, tooDeep, tooWide })) {
    const milliseconds = await medianTime(query);
    console.log(`${name}: refused in ${milliseconds.toFixed(1)} ms`);
    must(milliseconds < 50, `${name} took ${milliseconds} ms`);
  }

  const callers: readonly HostileCaller[] = ['anonymous', 'returner-logging', 'coordinator-london', 'administrator'];
  for (const [seed, caller] of callers.entries()) {
    const { headers, fine, stolen } = await signInForHostility(origin, caller);
    const watch = watchOthers(origin);
    const found = await sendAll(origin, headers, hostileRequests({ schema: contract, fine, stolen, seed, roots }));
    const others = await watch.end();
    must(found.sent > 0, 'there is no such root field');
    console.log(
      `${caller}: ${found.sent} requests; ${[...found.codes].map(([code, times]) => `${code} ${times}`).join(', ')}`,
    );
    console.log(
      `  the slowest took ${found.slowest.milliseconds} ms (${found.slowest.about}); others waited at most ${others.slowest} ms`,
    );
    for (const fault of [...found.faults, ...others.failed]) console.log(`  ${fault}`);
    must(found.faults.length + others.failed.length === 0, 'an answer was not as it should be');
    must(others.slowest < 1_000, `another client waited ${others.slowest} ms`);
  }

  let paths = 0;
  let broken = 0;
  for (const request of hostilePaths({ seed: 1 })) {
    paths += 1;
    const answer = await sendPath(origin, request);
    const faults = faultsOfAnswer(answer);
    if (faults.length === 0) continue;
    broken += 1;
    console.log(`  ${request.about}: ${faults.join(', ')}: ${answer.text.slice(0, 300)}`);
  }
  must(broken === 0, 'an answer was not as it should be');
  console.log(`${paths} requests to other paths`);
  console.log('Every answer was as it should be.');
} finally {
  await server.end();
}
