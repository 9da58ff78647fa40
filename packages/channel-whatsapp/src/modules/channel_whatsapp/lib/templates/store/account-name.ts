import { sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'

/** What a connection `c` is called where several stand side by side: the first has no name but Meta's. */
export const accountName = sql<string>`case when c.is_default then coalesce(c.account_name, c.name) else c.name end`
