import { startEmbeddedPostgres } from './embedded-postgres.ts';

// A process of its own for the tests: runs PostgreSQL over the folder it is given until somebody ends it.
const [folder = ''] = process.argv.slice(2);
await startEmbeddedPostgres({ folder, durable: false });
console.log('running');
process.stdin.resume();
