import {
  BookOpen,
  Boxes,
  CircleDot,
  CircleHelp,
  CreditCard,
  Database,
  HardDrive,
  Inbox,
  Layers,
  Lock,
  type LucideIcon,
  type LucideProps,
  Mail,
  MessageCircle,
  MessageSquare,
  MessagesSquare,
  PackageOpen,
  Phone,
  Plug,
  Puzzle,
  ScrollText,
  Settings,
  ShieldCheck,
  Truck,
  Users,
  Webhook,
} from 'lucide-react'

/** Named one by one so that the shell carries these and not all of lucide's icons. */
const icons: Record<string, LucideIcon> = {
  'book-open': BookOpen,
  boxes: Boxes,
  'circle-help': CircleHelp,
  'credit-card': CreditCard,
  database: Database,
  'hard-drive': HardDrive,
  inbox: Inbox,
  layers: Layers,
  lock: Lock,
  mail: Mail,
  'message-circle': MessageCircle,
  'message-square': MessageSquare,
  'messages-square': MessagesSquare,
  'package-open': PackageOpen,
  phone: Phone,
  plug: Plug,
  puzzle: Puzzle,
  'scroll-text': ScrollText,
  settings: Settings,
  'shield-check': ShieldCheck,
  truck: Truck,
  users: Users,
  webhook: Webhook,
}

/** The icon a module's metadata names (lucide's kebab-case names); a plain dot for one we do not carry. */
export function NamedIcon({ name, ...props }: Omit<LucideProps, 'name'> & { name: unknown }) {
  const Icon = (typeof name === 'string' ? icons[name] : undefined) ?? CircleDot
  return <Icon aria-hidden="true" {...props} />
}
