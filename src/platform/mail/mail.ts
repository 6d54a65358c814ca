/** Letters by e-mail. An installation without a mail server sends none, and its pages say so. */
import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text; lines as they are to be read. */
  readonly body: string;
  /** Left part of the Message-ID, by which a later report of the mail server names the letter. */
  readonly reference?: string;
}

export interface Mailer {
  /** Resolves once the mail server has accepted the letter; throws `MailRefused` where it never will. */
  send(mail: Mail): Promise<void>;
  end(): void;
}

/** The mail server refused this letter for good: the address is wrong, or it takes no letters from us. */
export class MailRefused extends Error {}

/** Connections kept open to the mail server, so that ten thousand letters do not greet it ten thousand times. */
const CONNECTIONS = 4;

/** `url` as in `smtps://user:password@mail.example.go.id:465`, `from` as in `Tera <tera@example.go.id>`. */
export function openMailer(options: { url: string; from: string }): Mailer {
  const transport = createTransport(
    {
      url: options.url,
      pool: true,
      maxConnections: CONNECTIONS,
      maxMessages: Number.POSITIVE_INFINITY,
      // No address in a form may add headers or recipients, and nothing is read from files or other servers.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: options.from },
  );
  const host = /@([\w.-]+)>?\s*$/.exec(options.from)?.[1] ?? 'localhost';
  return {
    send: async ({ to, subject, body, reference }) => {
      const messageId = reference === undefined ? {} : { messageId: `<${reference}@${host}>` };
      try {
        await transport.sendMail({ ...messageId, to: { name: '', address: to }, subject, text: body });
      } catch (error) {
        throw refusalIn(error) ?? error;
      }
    },
    end: () => transport.close(),
  };
}

/** A reply of 5xx to this letter (RFC 5321 4.2.1); other failures may pass. */
function refusalIn(error: unknown): MailRefused | undefined {
  if (!(error instanceof Error) || !('responseCode' in error)) return undefined;
  const { responseCode } = error;
  if (typeof responseCode !== 'number' || responseCode < 500 || responseCode > 599) return undefined;
  const words = 'response' in error && typeof error.response === 'string' ? error.response : error.message;
  return new MailRefused(words.slice(0, 300));
}
