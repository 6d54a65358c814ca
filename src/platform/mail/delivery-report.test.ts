import { describe, expect, it } from 'vitest';
import { readDeliveryReport } from './delivery-report.ts';

/** The shape of RFC 3464 section 5, example 1, with our Message-ID in the returned part. */
const report = (action: string) => `From: MAILER-DAEMON@mx.contoh.go.id
Message-ID: <20261124.1@mx.contoh.go.id>
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="RAA14128.773615765"

--RAA14128.773615765
Content-Type: text/plain

The following address had permanent fatal errors.

--RAA14128.773615765
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.contoh.go.id

Final-Recipient: rfc822; siti@contoh.go.id
Action: ${action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <siti@contoh.go.id>:
 user unknown

--RAA14128.773615765
Content-Type: message/rfc822

Message-ID: <019ab000-0000-7000-8000-000000000001@contoh.go.id>
From: Tera <tera@contoh.go.id>
To: siti@contoh.go.id

Yth. Siti
--RAA14128.773615765--
`;

describe('a report of the mail server', () => {
  it('names the letter that was lost and why', () => {
    expect(readDeliveryReport(report('failed').replaceAll('\n', '\r\n'))).toEqual({
      reference: '019ab000-0000-7000-8000-000000000001',
      isLost: true,
      reason: 'smtp; 550 5.1.1 <siti@contoh.go.id>: user unknown',
    });
  });

  it('about a letter that is only late does not lose it', () => {
    expect(readDeliveryReport(report('delayed'))).toMatchObject({ isLost: false });
  });

  it.each([
    ['an answer by a person', 'From: siti@contoh.go.id\nContent-Type: text/plain\n\nAction: failed\n'],
    ['nothing', ''],
    ['a report without the letter', report('failed').split('Content-Type: message/rfc822')[0] ?? ''],
  ])('is not %s', (_name, message) => {
    expect(readDeliveryReport(message)).toBeUndefined();
  });
});
