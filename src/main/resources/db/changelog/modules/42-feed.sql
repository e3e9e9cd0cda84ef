--liquibase formatted sql

--changeset rakegate:42-feed-tables
create table feed_subscription (
    name text primary key
);
comment on table feed_subscription is 'The receivers of the outgoing feed that are configured now';

create table feed_cursor (
    subscription    text        not null,
    instance_id     text        not null,
    head            bigint      not null,
    sent            bigint      not null default 0,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default '-infinity',
    leased_until    timestamptz not null default '-infinity',
    lease           uuid,
    primary key (subscription, instance_id)
);
comment on table feed_cursor is 'How far each receiver was told about each change';
comment on column feed_cursor.head is 'Sequence number of the newest event of the change';
comment on column feed_cursor.sent is 'Sequence number of the last event that the receiver has taken';

create index feed_cursor_to_tell on feed_cursor (next_attempt_at) where head > sent;
--rollback drop table feed_cursor; drop table feed_subscription

--changeset rakegate:42-feed-note splitStatements:false
-- in the transaction that writes the chain: what is not noted here did not happen
create function feed_note_events() returns trigger language plpgsql as $$
begin
    insert into feed_cursor (subscription, instance_id, head)
    select s.name, n.instance_id, max(n.sequence)
    from new_events n cross join feed_subscription s
    group by s.name, n.instance_id
    order by s.name, n.instance_id
    on conflict (subscription, instance_id) do update set head = greatest(feed_cursor.head, excluded.head);
    return null;
end
$$;
create trigger audit_event_feed
    after insert on audit_event
    referencing new table as new_events
    for each statement execute function feed_note_events();
--rollback drop trigger audit_event_feed on audit_event; drop function feed_note_events()
