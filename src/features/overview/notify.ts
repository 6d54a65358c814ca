export { type Notification, type NotificationKind, notify } from '#features/people/index.ts';
