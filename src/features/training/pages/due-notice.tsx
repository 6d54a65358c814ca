import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { messages } from '#platform/locale/messages.ts';
import { Card, LinkButton } from '#ui/parts.tsx';
import type { TrainingDue } from '../course/due.ts';

const text = messages({
  title: { id: 'Sertifikat penilai: {scheme}', en: 'Certificate of appraisers: {scheme}' },
  none: {
    id: 'Anda menilai menurut skema ini dan belum bersertifikat. Pelatihannya dapat diikuti di ponsel, sedikit demi sedikit.',
    en: 'You appraise under this scheme and are not certified yet. The training can be taken on a phone, bit by bit.',
  },
  training: {
    id: 'Pelatihan penilai Anda belum selesai. Lanjutkan dari tempat terakhir.',
    en: 'Your training of appraisers is not finished. Go on from where you were.',
  },
  ending: {
    id: 'Sertifikat Anda berlaku sampai {date}. Perbarui sebelum berakhir.',
    en: 'Your certificate is valid until {date}. Renew it before it ends.',
  },
  expired: {
    id: 'Sertifikat Anda berakhir pada {date}. Perbarui lewat pelatihan.',
    en: 'Your certificate ended on {date}. Renew it in the training.',
  },
  start: { id: 'Mulai pelatihan', en: 'Start the training' },
  goOn: { id: 'Lanjutkan pelatihan', en: 'Go on' },
  renew: { id: 'Perbarui sertifikat', en: 'Renew the certificate' },
});

const WORDS = {
  none: [text.none, text.start],
  training: [text.training, text.goOn],
  ending: [text.ending, text.renew],
  expired: [text.expired, text.renew],
} as const;

/** A card of the home page for somebody who appraises and whose certificate is missing, ends soon or has ended. */
export function TrainingDueCard({ visit, due }: { visit: Visit; due: TrainingDue }) {
  const [body, act] = WORDS[due.state];
  const date = due.until ? formatDate(due.until) : '';
  return (
    <Card title={text.title({ scheme: inLocale(due.title) })}>
      <div class="flex flex-wrap items-center justify-between gap-4">
        <p class="max-w-prose">{body({ date })}</p>
        <LinkButton href={visit.path(`/training/courses/${due.schemeId}`)} look="primary" icon="graduation">
          {act()}
        </LinkButton>
      </div>
    </Card>
  );
}
