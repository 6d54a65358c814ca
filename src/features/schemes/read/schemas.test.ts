import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { testApp } from '../../../../test/support/app.ts';
import { testDatabase } from '../../../../test/support/database.ts';

describe('schemas for editors', async () => {
  const app = await testApp(await testDatabase());
  const { shipped } = schemeStore();

  it('of the language and of every shipped scheme are open to everybody', async () => {
    const addresses = [
      '/schemas/scheme.json',
      ...shipped.map(({ scheme }) => `/schemas/${scheme.id}/${scheme.version}/evidence.json`),
    ];
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) {
      const response = await app.get(null, address);
      expect(response.status, address).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^application\/schema\+json/);
      expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
      expect(await response.json(), address).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
      });
    }
  });

  it.each([
    '/schemas/tidak-ada/1/evidence.json',
    '/schemas/permenpanrb-6-2022/2/evidence.json',
    '/schemas/permenpanrb-6-2022/01/evidence.json',
    '/schemas/permenpanrb-6-2022/1/source.yaml',
    '/schemas/constructor/1/evidence.json',
  ])('are not there at %s', async (address) => {
    expect((await app.get(null, address)).status).toBe(404);
  });
});
