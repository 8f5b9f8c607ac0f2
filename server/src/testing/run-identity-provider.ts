import { startIdentityProvider } from './identity-provider.ts';

// The identity provider of the journeys, as a program of its own: it is told where the service is, and says where it is itself.

const [, , publicUrl = 'http://localhost:4000'] = process.argv;

const { issuer, clientId, clientSecret } = await startIdentityProvider({
  publicUrl,
  key: 'test',
  people: {
    newcomer: {
      name: 'Example Newcomer',
      email: 'newcomer@example.invalid',
      email_verified: true,
      amr: ['pwd', 'mfa'],
    },
    unconfirmed: { name: 'Example Unconfirmed', email: 'unconfirmed@example.invalid', email_verified: false },
  },
});
console.log(JSON.stringify({ issuer, clientId, clientSecret }));
