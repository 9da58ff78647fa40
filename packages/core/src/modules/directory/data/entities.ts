import { randomUUIDv7 } from 'node:crypto'
import { defineEntity, p } from '@mikro-orm/core'

/** One customer of the platform; its data key encrypts everything that belongs to it. */
const TenantSchema = defineEntity({
  name: 'Tenant',
  tableName: 'tenants',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => randomUUIDv7()),
    name: p.text(),
    isActive: p.boolean().default(true),
    createdAt: p.datetime(3).onCreate(() => new Date()),
    updatedAt: p
      .datetime(3)
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
})

export class Tenant extends TenantSchema.class {}
TenantSchema.setClass(Tenant)

/** A company or branch inside a tenant; `slug` names it in addresses and is unique in the installation. */
const OrganizationSchema = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => randomUUIDv7()),
    tenant: () => p.manyToOne(Tenant),
    name: p.text(),
    slug: p.text(),
    isActive: p.boolean().default(true),
    createdAt: p.datetime(3).onCreate(() => new Date()),
    updatedAt: p
      .datetime(3)
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
})

export class Organization extends OrganizationSchema.class {}
OrganizationSchema.setClass(Organization)
