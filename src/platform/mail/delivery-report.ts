/**
 * What a mail server reports about a letter it could not deliver later on (RFC 3464): the letter by its Message-ID,
 * whether it is lost or only late, and why. Anything else is no such report.
 */
export interface DeliveryReport {
  /** Left part of the Message-ID of the letter. */
  readonly reference: string;
  readonly isLost: boolean;
  readonly reason: string;
}

const LONGEST = 2_000_000;

/** `message` as it came in, headers and all. */
export function readDeliveryReport(message: string): DeliveryReport | undefined {
  const text = message.slice(0, LONGEST).replaceAll('\r\n', '\n');
  if (!/^content-type:\s*multipart\/report/im.test(text)) return undefined;
  const action = /^action:\s*([a-z]+)/im.exec(text)?.[1]?.toLowerCase();
  if (action === undefined) return undefined;
  // The report's own Message-ID stands above; that of the letter in the part that returns it.
  const parts = text.split(/^content-type:\s*(?:message\/rfc822|text\/rfc822-headers)/im);
  const reference = /^message-id:\s*<([^@>\s]+)@/im.exec(parts.slice(1).join('\n'))?.[1];
  if (reference === undefined) return undefined;
  return { reference, isLost: action === 'failed', reason: reasonIn(text) };
}

function reasonIn(text: string): string {
  const diagnostic = /^diagnostic-code:\s*([^\n]*(?:\n[ \t]+[^\n]*)*)/im.exec(text)?.[1];
  const status = /^status:\s*([\d.]+)/im.exec(text)?.[1];
  return (diagnostic ?? status ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
}
