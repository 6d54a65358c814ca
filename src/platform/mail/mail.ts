/** Letters by e-mail. An installation without a mail server sends none, and its pages say so. */
import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text; lines as they are to be read. */
  readonly body: string;
}

export interface Mailer {
  /** Resolves once the mail server has accepted the letter; throws when it did not. */
  send(mail: Mail): Promise<void>;
  end(): void;
}

/** `url` as in `smtps://user:password@mail.example.go.id:465`, `from` as in `Tera <tera@example.go.id>`. */
export function openMailer(options: { url: string; from: string }): Mailer {
  const transport = createTransport(options.url, {
    from: options.from,
    // No address in a form may add headers or recipients, and nothing is read from files or other servers.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, body }) => {
      await transport.sendMail({ to: { name: '', address: to }, subject, text: body });
    },
    end: () => transport.close(),
  };
}
