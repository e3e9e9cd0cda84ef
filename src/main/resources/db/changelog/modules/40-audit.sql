--liquibase formatted sql

--changeset rakegate:40-audit-event
create table audit_event (
    instance_id text   not null,
    sequence    bigint not null check (sequence > 0),
    record      text   not null,
    hash        text   not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (instance_id, sequence)
);
comment on table audit_event is 'One row per history event of a change, chained by hash; append-only';
comment on column audit_event.instance_id is 'Root process instance: the change';
comment on column audit_event.sequence is 'From 1, without a gap';
comment on column audit_event.record is 'Canonical JSON: time, person, event, and the hash of the record before';
comment on column audit_event.hash is 'SHA-256 of the bytes of record in UTF-8';

--changeset rakegate:40-audit-append-only splitStatements:false
create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end
$$;
create trigger audit_event_append_only
    before update or delete or truncate on audit_event
    for each statement execute function audit_event_is_append_only();
-- also where triggers are switched off for a replication session
alter table audit_event enable always trigger audit_event_append_only;
