import { Migration } from '@mikro-orm/migrations'

export class Migration20261121000000_auth extends Migration {
  override up(): void {
    this.addSql(`
      create table "users" (
        "id" uuid primary key,
        "tenant_id" uuid not null,
        "organization_id" uuid not null,
        "email" text not null,
        "name" text null,
        "password_hash" text not null,
        "is_confirmed" boolean not null default true,
        "last_login_at" timestamptz(3) null,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null,
        "deleted_at" timestamptz(3) null,
        constraint "users_email_unique" unique ("email"),
        constraint "users_email_lower" check ("email" = lower("email"))
      )`)
    this.addSql('create index "users_tenant_idx" on "users" ("tenant_id", "organization_id")')

    this.addSql(`
      create table "roles" (
        "id" uuid primary key,
        "tenant_id" uuid not null,
        "name" text not null,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null,
        constraint "roles_tenant_name_unique" unique ("tenant_id", "name")
      )`)

    this.addSql(`
      create table "user_roles" (
        "id" uuid primary key,
        "tenant_id" uuid not null,
        "user_id" uuid not null references "users" ("id") on delete cascade,
        "role_id" uuid not null references "roles" ("id") on delete cascade,
        "created_at" timestamptz(3) not null,
        constraint "user_roles_user_role_unique" unique ("user_id", "role_id")
      )`)
    this.addSql('create index "user_roles_role_idx" on "user_roles" ("role_id")')

    this.addSql(`
      create table "role_acls" (
        "id" uuid primary key,
        "tenant_id" uuid not null,
        "role_id" uuid not null references "roles" ("id") on delete cascade,
        "features_json" jsonb not null,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null,
        constraint "role_acls_role_unique" unique ("role_id")
      )`)

    this.addSql(`
      create table "sessions" (
        "id" uuid primary key,
        "tenant_id" uuid not null,
        "user_id" uuid not null references "users" ("id") on delete cascade,
        "token_hash" text not null,
        "created_at" timestamptz(3) not null,
        "last_seen_at" timestamptz(3) not null,
        "expires_at" timestamptz(3) not null,
        "absolute_expires_at" timestamptz(3) not null,
        "revoked_at" timestamptz(3) null,
        constraint "sessions_token_hash_unique" unique ("token_hash")
      )`)
    this.addSql('create index "sessions_user_idx" on "sessions" ("user_id")')
    this.addSql('create index "sessions_expires_idx" on "sessions" ("expires_at")')

    this.addSql(`
      create table "login_attempts" (
        "key" text primary key,
        "attempts" integer not null,
        "window_ends_at" timestamptz(3) not null
      )`)
    this.addSql('create index "login_attempts_window_idx" on "login_attempts" ("window_ends_at")')
  }

  override down(): void {
    for (const table of ['login_attempts', 'sessions', 'role_acls', 'user_roles', 'roles', 'users']) {
      this.addSql(`drop table "${table}"`)
    }
  }
}
