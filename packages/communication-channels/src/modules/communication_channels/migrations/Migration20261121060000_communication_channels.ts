import { Migration } from '@mikro-orm/migrations'

export class Migration20261121060000_communication_channels extends Migration {
  override up(): void {
    // User ids are valid within it. Unknown until the provider says so: then they are keyed by account.
    this.addSql('alter table cc_communication_channels add column portfolio_identifier text')

    // What was merged stays, and says where it went.
    this.addSql('alter table cc_external_contacts add column merged_into_id uuid')
    this.addSql(`create index cc_external_contacts_merged
      on cc_external_contacts (merged_into_id) where merged_into_id is not null`)
    this.addSql('alter table cc_external_conversations add column merged_into_id uuid')
    this.addSql(`create index cc_external_conversations_merged
      on cc_external_conversations (merged_into_id) where merged_into_id is not null`)

    // Under which identity a message was filed, and until when it holds the window open: what a thread needs to be
    // worked out anew when identities move.
    this.addSql(`alter table cc_external_messages
      add column identity_id uuid, add column window_until timestamptz`)

    // A phone belongs to whoever holds it: contact_id is the last holder, since held_since; earlier ones are in
    // cc_phone_tenures.
    this.addSql(`alter table cc_contact_identities
      alter column contact_id drop not null,
      add column id uuid not null default gen_random_uuid(),
      add column wire text,
      add column first_seen_at timestamptz,
      add column held_since timestamptz not null default '-infinity',
      add column retired_at timestamptz,
      add column origin_contact_id uuid,
      add unique (id)`)
    this.addSql('update cc_contact_identities set first_seen_at = seen_at, origin_contact_id = contact_id')
    this.addSql('alter table cc_contact_identities alter column first_seen_at set not null')
    // What a contact showed is the value of the one that was seen last.
    this.addSql(`update cc_contact_identities i
      set wire = case i.kind when 'phone' then c.phone else c.user_id end
      from cc_external_contacts c
      where c.id = i.contact_id and not exists (
        select 1 from cc_contact_identities other
        where other.contact_id = i.contact_id and other.kind = i.kind and other.id <> i.id
          and other.seen_at >= i.seen_at)`)

    this.addSql(`
      create table cc_phone_tenures (
        phone_id uuid not null,
        from_at timestamptz not null,
        until_at timestamptz not null,
        contact_id uuid,
        primary key (phone_id, from_at)
      )`)
    this.addSql('create index cc_phone_tenures_contact on cc_phone_tenures (contact_id)')

    // The evidence: only ever added to. What follows from it is in the tables above.
    this.addSql(`
      create table cc_identity_claims (
        phone_id uuid not null,
        user_id uuid not null,
        first_at timestamptz not null,
        last_at timestamptz not null,
        primary key (phone_id, user_id)
      )`)
    this.addSql('create index cc_identity_claims_user on cc_identity_claims (user_id)')
    this.addSql(`insert into cc_identity_claims (phone_id, user_id, first_at, last_at)
      select p.id, u.id, least(p.seen_at, u.seen_at), least(p.seen_at, u.seen_at)
      from cc_contact_identities p
      join cc_contact_identities u on u.contact_id = p.contact_id and u.kind = 'user_id'
      where p.kind = 'phone'`)
    this.addSql(`
      create table cc_identity_successions (
        from_id uuid not null,
        to_id uuid not null,
        at timestamptz not null,
        delivery_id uuid,
        primary key (from_id, to_id)
      )`)
    this.addSql('create index cc_identity_successions_to on cc_identity_successions (to_id)')
    this.addSql(`
      create table cc_contact_names (
        identity_id uuid not null,
        kind text not null check (kind in ('display_name', 'username', 'saved_name', 'parent_user_id')),
        value_hash text not null,
        value text not null,
        first_at timestamptz not null,
        last_at timestamptz not null,
        primary key (identity_id, kind, value_hash)
      )`)
    for (const kind of ['display_name', 'username']) {
      this.addSql(`insert into cc_contact_names (identity_id, kind, value_hash, value, first_at, last_at)
        select i.id, '${kind}', 'kept', c.${kind}, c.${kind}_at, c.${kind}_at
        from cc_external_contacts c
        cross join lateral (
          select id from cc_contact_identities where contact_id = c.id order by kind desc, id limit 1) i
        where c.${kind} is not null and isfinite(c.${kind}_at)`)
    }
    this.addSql(`alter table cc_external_contacts
      drop column display_name_at, drop column phone_at, drop column user_id_at, drop column username_at`)

    // What people decided about people. Taken back, it stays on record.
    this.addSql(`
      create table cc_contact_decisions (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        provider_key text not null,
        kind text not null check (kind in ('together', 'apart')),
        reason text,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz not null,
        revoked_by uuid,
        revoked_by_name text,
        revoked_at timestamptz
      )`)
    this.addSql(`
      create table cc_contact_decision_members (
        decision_id uuid not null references cc_contact_decisions (id),
        side text not null check (side in ('left', 'right')),
        identity_id uuid not null,
        at timestamptz,
        primary key (decision_id, side, identity_id)
      )`)
    this.addSql(
      'create index cc_contact_decision_members_identity on cc_contact_decision_members (identity_id)',
    )

    this.addSql(`
      create table cc_contact_events (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        contact_id uuid not null,
        kind text not null check (kind in
          ('merged', 'split', 'phone_changed', 'user_id_changed', 'username_changed')),
        reason text not null,
        at timestamptz not null,
        other_contact_id uuid,
        detail jsonb not null default '{}',
        delivery_id uuid,
        decision_id uuid,
        actor_id uuid,
        actor_name text,
        created_at timestamptz not null default now()
      )`)
    this.addSql('create index cc_contact_events_contact on cc_contact_events (contact_id, id desc)')
    this.addSql('create index cc_contact_events_other on cc_contact_events (other_contact_id)')

    // What was filed before is filed under the only identity that it can have come by; the rest stays where it is.
    this.addSql(`update cc_external_messages m set identity_id = i.id
      from cc_external_conversations v
      join cc_communication_channels ch on ch.id = v.channel_id
      cross join lateral (
        select min(id::text)::uuid as id from cc_contact_identities
        where contact_id = v.contact_id
          and (kind = 'phone' or namespace = coalesce(ch.account_identifier, ch.id::text))
        group by kind having count(*) = 1 order by kind desc limit 1) i
      where m.conversation_id = v.id`)
    this.addSql(`update cc_external_messages m set window_until = v.conversation_window_expires_at
      from cc_external_conversations v
      cross join lateral (
        select id from cc_external_messages
        where conversation_id = v.id and direction = 'inbound' and origin = 'live'
        order by sent_at desc, id desc limit 1) latest
      where m.id = latest.id and v.conversation_window_expires_at is not null`)
  }
}
