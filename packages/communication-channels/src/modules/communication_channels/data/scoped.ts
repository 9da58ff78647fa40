import { p } from '@mikro-orm/core'

/** Columns that every row of the hub begins with. */
export const scoped = {
  id: p.uuid().primary(),
  tenantId: p.uuid(),
  organizationId: p.uuid(),
}

/**
 * On for every query of the unit of work. Its arguments come from `scopedEm`; a query without them throws,
 * so that forgetting whose data is meant cannot show somebody else's.
 */
export const scopeFilter = {
  scope: {
    name: 'scope',
    cond: (args: { tenantId: string; organizationId: string }) => ({
      tenantId: args.tenantId,
      organizationId: args.organizationId,
    }),
    default: true,
  },
}
