import * as lucide from 'lucide-static';

const icons = {
  alert: lucide.TriangleAlert,
  arrowLeft: lucide.ArrowLeft,
  arrowRight: lucide.ArrowRight,
  calculator: lucide.Calculator,
  calendar: lucide.CalendarDays,
  chart: lucide.ChartColumn,
  check: lucide.Check,
  checkCircle: lucide.CircleCheck,
  chevronDown: lucide.ChevronDown,
  clipboard: lucide.ClipboardList,
  clock: lucide.Clock,
  close: lucide.X,
  copy: lucide.Copy,
  download: lucide.Download,
  edit: lucide.Pencil,
  file: lucide.FileText,
  flag: lucide.Flag,
  graduation: lucide.GraduationCap,
  handshake: lucide.Handshake,
  history: lucide.History,
  home: lucide.House,
  info: lucide.Info,
  key: lucide.KeyRound,
  link: lucide.Link,
  list: lucide.List,
  lock: lucide.Lock,
  logOut: lucide.LogOut,
  mail: lucide.Mail,
  menu: lucide.Menu,
  message: lucide.MessageSquareText,
  plus: lucide.Plus,
  print: lucide.Printer,
  rotate: lucide.RotateCcw,
  scale: lucide.Scale,
  search: lucide.Search,
  send: lucide.Send,
  settings: lucide.Settings,
  shield: lucide.ShieldCheck,
  target: lucide.Target,
  trash: lucide.Trash2,
  trending: lucide.TrendingUp,
  upload: lucide.Upload,
  user: lucide.User,
  users: lucide.Users,
} as const;

export type IconName = keyof typeof icons;

const bodies = Object.fromEntries(
  Object.entries(icons).map(([name, svg]) => [
    name,
    svg
      .replace(/^[\s\S]*?<svg[\s\S]*?>/, '')
      .replace(/<\/svg>\s*$/, '')
      .replace(/\s+/g, ' '),
  ]),
) as Record<IconName, string>;

/** An icon is decoration beside a word; the word says what is meant. */
export function Icon({
  name,
  size = 18,
  class: extra = '',
}: {
  name: IconName;
  size?: number;
  class?: string;
}) {
  return (
    <svg
      class={`inline-block shrink-0 ${extra}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: bodies[name] }}
    />
  );
}
