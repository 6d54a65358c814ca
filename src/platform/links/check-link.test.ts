import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from './address.ts';
import { checkLink, type LinkPolicy, PUBLIC_LINKS, readLink } from './check-link.ts';

const asked: string[] = [];
const server = http.createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  const respond = (status: number, headers: Record<string, string> = {}) =>
    response.writeHead(status, headers).end();
  switch (request.url) {
    case '/ok':
      return respond(200);
    case '/only-get':
      return respond(request.method === 'HEAD' ? 405 : 200);
    case '/moved':
      return respond(302, { location: '/ok' });
    case '/to-google':
      return respond(302, { location: 'https://accounts.google.com/ServiceLogin?continue=x' });
    case '/to-own-login':
      return respond(302, { location: '/login?next=/x' });
    case '/forbidden':
      return respond(403);
    case '/gone':
      return respond(410);
    case '/down':
      return respond(503);
    case '/loop':
      return respond(302, { location: '/loop' });
    case '/to-metadata':
      return respond(302, { location: 'http://169.254.169.254/latest/meta-data/' });
    case '/to-file':
      return respond(302, { location: 'file:///etc/passwd' });
    case '/endless':
      response.writeHead(200);
      if (request.method === 'HEAD') return response.end();
      response.write('x'.repeat(1000));
      return;
    case '/silent':
      return;
    default:
      return respond(404);
  }
});
let base = '';
let policy: LinkPolicy;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  policy = {
    allowAddress: (address) => address === '127.0.0.1',
    allowPort: (each) => each === port || PUBLIC_LINKS.allowPort(each),
    timeoutMilliseconds: 500,
  };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('checking a link', () => {
  it.each([
    ['/ok', 'reachable'],
    ['/only-get', 'reachable'],
    ['/moved', 'reachable'],
    ['/endless', 'reachable'],
    ['/to-google', 'needs-sign-in'],
    ['/to-own-login', 'needs-sign-in'],
    ['/forbidden', 'needs-sign-in'],
    ['/missing', 'broken'],
    ['/gone', 'broken'],
    ['/loop', 'broken'],
    ['/to-file', 'broken'],
    ['/down', 'unreachable'],
    ['/silent', 'unreachable'],
    ['/to-metadata', 'unreachable'],
  ])('%s is %s', async (path, finding) => {
    expect(await checkLink(base + path, policy)).toBe(finding);
  });

  it('does not ask a private address, however it is written', async () => {
    const { port } = new URL(base);
    const before = asked.length;
    for (const host of [
      '127.0.0.1',
      'localhost',
      '2130706433',
      '0x7f000001',
      '127.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
    ]) {
      const everyPort = { ...PUBLIC_LINKS, allowPort: () => true, timeoutMilliseconds: 2000 };
      expect(await checkLink(`http://${host}:${port}/ok`, everyPort), host).toBe('unreachable');
    }
    expect(asked).toHaveLength(before);
  });

  it('does not knock at other services', async () => {
    expect(await checkLink(`${base}/ok`, { ...policy, allowPort: PUBLIC_LINKS.allowPort })).toBe(
      'unreachable',
    );
  });

  it('calls a name that does not exist broken or, without a network, unreachable', async () => {
    expect(['broken', 'unreachable']).toContain(await checkLink('https://tidak-ada.invalid/x'));
  });

  it('has an end even when the answer never comes', async () => {
    const begun = Date.now();
    await checkLink(`${base}/silent`, policy);
    expect(Date.now() - begun).toBeLessThan(3000);
  });
});

describe('a link as it is given', () => {
  it.each([
    'javascript:alert(1)',
    'ftp://example.org/x',
    'http://u:p@example.org/',
    'drive',
    'https://x',
    'data:text/html,x',
  ])('refuses %s', (given) => {
    expect(readLink(given)).toBeNull();
  });
  it('takes http and https', () => {
    expect(readLink(' https://drive.google.com/file/d/1 ')?.hostname).toBe('drive.google.com');
  });
});

describe('public addresses', () => {
  // IANA IPv4 and IPv6 special-purpose address registries.
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    '::ffff:8.8.8.8',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'ff02::1',
    'example.org',
  ])('%s is not one', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it.each(['8.8.8.8', '103.10.10.10', '172.32.0.1', '2404:6800:4003::1', '2606:4700::1'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});
