/** A visitor of the measured server: signs in as a person does, keeps connections open, counts bytes on the wire. */
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 4000 });

export interface Answer {
  readonly status: number;
  readonly bytes: number;
  readonly body: Buffer;
  readonly headers: Record<string, string | string[] | undefined>;
}

export function ask(
  url: string,
  options: { cookie?: string; form?: Record<string, string> } = {},
): Promise<Answer> {
  const form = options.form ? new URLSearchParams(options.form).toString() : undefined;
  const headers: Record<string, string> = { 'accept-encoding': 'br', origin: new URL(url).origin };
  if (options.cookie) headers.cookie = options.cookie;
  if (form !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: form === undefined ? 'GET' : 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, bytes: body.length, body, headers: response.headers });
      });
    });
    sent.on('error', reject);
    sent.end(form);
  });
}

/** The session cookie of somebody who signed in on the page. */
export async function signIn(address: string, login: string, password: string): Promise<string> {
  const answer = await ask(`${address}/sign-in`, { form: { login, password } });
  const cookies = [answer.headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';')[0]);
  if (answer.status !== 303 || cookies.length === 0)
    throw new Error(`sign-in of ${login} answered ${answer.status}`);
  return cookies.join('; ');
}
