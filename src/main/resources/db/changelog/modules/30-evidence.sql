--liquibase formatted sql

--changeset rakegate:30-evidence-tables
create table evidence (
    id                 uuid        primary key,
    ordinal            bigint      generated always as identity unique,
    change_key         text        not null,
    environment        text        not null
        check (environment in ('LOCAL', 'DEVELOPMENT', 'STAGING', 'PRODUCTION', 'BACKOUT')),
    head_sha           text        not null check (head_sha ~ '^[0-9a-f]{40}$'),
    command            text        not null,
    uploaded_by        text        not null,
    uploaded_at        timestamptz not null,
    started_at         timestamptz,
    ended_at           timestamptz,
    exit_status        integer,
    rows_before        bigint,
    rows_changed       bigint,
    rows_after         bigint,
    expected_remainder bigint,
    zero_rows_reason   text        not null,
    log_pointer        text        not null,
    summary            text        not null,
    file_name          text        not null,
    content_type       text        not null,
    size               bigint      not null check (size > 0),
    sha256             text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    scan               text        not null check (scan in ('CLEAN', 'REDACTED', 'DECLARED'))
);
comment on table evidence is 'One row per piece of evidence; append-only';

-- the bytes come first, because size and SHA-256 are known only when the last of them has passed
create table evidence_chunk (
    evidence_id uuid    not null references evidence (id) deferrable initially deferred,
    seq         integer not null check (seq >= 0),
    bytes       bytea   not null,
    primary key (evidence_id, seq)
);
comment on table evidence_chunk is 'The bytes of evidence in pieces, in order of seq from 0; append-only';
-- evidence is mostly text that is read back whole: what PostgreSQL could save is little against the time it takes
alter table evidence_chunk alter column bytes set storage external;

create index evidence_by_change on evidence (lower(change_key), environment, head_sha, ordinal);

--changeset rakegate:30-evidence-append-only splitStatements:false
create function evidence_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'Evidence is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end
$$;
create trigger evidence_append_only
    before update or delete or truncate on evidence
    for each statement execute function evidence_is_append_only();
create trigger evidence_chunk_append_only
    before update or delete or truncate on evidence_chunk
    for each statement execute function evidence_is_append_only();

--changeset rakegate:30-evidence-remainder-reason
alter table evidence add column remainder_reason text not null default '';
comment on column evidence.remainder_reason is 'Why the expected remainder is right; a change closes only with it unless nothing remains';
--rollback alter table evidence drop column remainder_reason

--changeset rakegate:30-evidence-quarantine
create table evidence_quarantine (
    id           uuid        primary key,
    ordinal      bigint      generated always as identity unique,
    change_key   text        not null,
    environment  text        not null
        check (environment in ('LOCAL', 'DEVELOPMENT', 'STAGING', 'PRODUCTION', 'BACKOUT')),
    head_sha     text        not null check (head_sha ~ '^[0-9a-f]{40}$'),
    fields       text        not null,
    uploaded_by  text        not null,
    uploaded_at  timestamptz not null,
    file_name    text        not null,
    content_type text        not null,
    size         bigint      not null check (size > 0),
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    found        text        not null,
    found_count  bigint      not null check (found_count > 0),
    reason       text        not null check (reason <> '')
);
comment on table evidence_quarantine is 'Files whose uploader calls what the scan found a false alarm; append-only';
comment on column evidence_quarantine.fields is 'What was typed with the file, as JSON';
comment on column evidence_quarantine.found is 'What the scan found, masked, as JSON';

create index evidence_quarantine_by_change on evidence_quarantine (lower(change_key), ordinal);
create index evidence_quarantine_by_time on evidence_quarantine (uploaded_at);

create table evidence_quarantine_chunk (
    quarantine_id uuid    not null references evidence_quarantine (id) deferrable initially deferred,
    seq           integer not null check (seq >= 0),
    bytes         bytea   not null,
    primary key (quarantine_id, seq)
);
comment on table evidence_quarantine_chunk is 'Their bytes, until somebody has decided or the time for it is over';
alter table evidence_quarantine_chunk alter column bytes set storage external;

create table evidence_override (
    quarantine_id uuid        primary key references evidence_quarantine (id),
    accepted      boolean     not null,
    decided_by    text        not null,
    decided_at    timestamptz not null,
    reason        text        not null check (reason <> ''),
    evidence_id   uuid        references evidence (id),
    check (accepted = (evidence_id is not null))
);
comment on table evidence_override is 'What an approver decided about a file in quarantine, once; append-only';

create trigger evidence_quarantine_append_only
    before update or delete or truncate on evidence_quarantine
    for each statement execute function evidence_is_append_only();
create trigger evidence_override_append_only
    before update or delete or truncate on evidence_override
    for each statement execute function evidence_is_append_only();

alter table evidence drop constraint evidence_scan_check;
alter table evidence add constraint evidence_scan_check
    check (scan in ('CLEAN', 'REDACTED', 'DECLARED', 'OVERRIDDEN'));
--rollback not required

--changeset rakegate:30-evidence-quarantine-typed
create table evidence_quarantine_typed (
    quarantine_id uuid primary key references evidence_quarantine (id),
    typed         text not null
);
comment on table evidence_quarantine_typed is 'What was typed with them, word for word as JSON, as long as their bytes are kept';
comment on column evidence_quarantine.fields is 'What was typed with the file, as JSON, masked where the scan found something';
comment on column evidence_quarantine.file_name is 'Its name, masked where the scan found something';
--rollback drop table evidence_quarantine_typed
