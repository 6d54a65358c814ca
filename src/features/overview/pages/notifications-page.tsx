import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { messages } from '#platform/locale/messages.ts';
import { Icon, type IconName } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, PageHeading, Pagination, SubmitButton } from '#ui/parts.tsx';
import type { NotificationLine } from '../notification-routes.tsx';
import { notificationSentence, notificationTone } from '../notification-text.ts';
import { PAGE_SIZE } from '../paging.ts';

const text = messages({
  title: { id: 'Pemberitahuan', en: 'Notifications' },
  readAll: { id: 'Tandai semua sudah dibaca', en: 'Mark all as read' },
  unread: { id: 'belum dibaca', en: 'unread' },
  none: { id: 'Belum ada pemberitahuan', en: 'No notifications yet' },
  noneBody: {
    id: 'Di sini Anda diberi tahu begitu ada giliran atau kabar untuk Anda.',
    en: 'Here you are told as soon as it is your turn or there is news for you.',
  },
});

const ICONS: Readonly<Record<ReturnType<typeof notificationTone>, IconName>> = {
  act: 'arrowRight',
  news: 'info',
  warning: 'alert',
};

export function NotificationsPage(props: {
  visit: Visit;
  lines: readonly NotificationLine[];
  total: number;
  page: number;
}) {
  const { visit, lines, total } = props;
  const unread = visit.chrome.person?.unread ?? 0;
  return (
    <Layout chrome={visit.chrome} title={text.title()}>
      <PageHeading
        title={text.title()}
        acts={
          unread > 0 ? (
            <form method="post" action={visit.path('/notifications/readings')} data-controller="once">
              <SubmitButton look="outline" icon="check">
                {text.readAll()}
              </SubmitButton>
            </form>
          ) : undefined
        }
      />
      <Card padded={false}>
        {lines.length === 0 ? (
          <EmptyState icon="mail" title={text.none()}>
            {text.noneBody()}
          </EmptyState>
        ) : (
          <ul class="divide-y divide-base-300">
            {lines.map((line) => (
              <Line key={line.id} visit={visit} line={line} />
            ))}
          </ul>
        )}
      </Card>
      <Pagination
        page={props.page}
        pageSize={PAGE_SIZE}
        total={total}
        href={(page) => visit.path(`/notifications?page=${page}`)}
      />
    </Layout>
  );
}

function Line({ visit, line }: { visit: Visit; line: NotificationLine }) {
  return (
    <li>
      <form method="post" action={visit.path(`/notifications/${line.id}/readings`)}>
        <button
          type="submit"
          class="w-full text-left px-5 py-3.5 flex gap-3 items-start cursor-pointer hover:bg-base-200 focus-visible:bg-base-200"
        >
          <Icon name={ICONS[notificationTone(line.kind)]} class="mt-0.5 text-primary" />
          <span class="min-w-0 grow">
            <span class={line.isRead ? '' : 'font-semibold'}>
              {notificationSentence(line.kind, line.parameters)}
            </span>
            <span class="block text-sm font-normal text-base-content/75 num">
              {formatInstant(line.at, visit.agency.zone)}
            </span>
          </span>
          {line.isRead ? null : <span class="badge badge-primary badge-sm mt-1">{text.unread()}</span>}
        </button>
      </form>
    </li>
  );
}
