--liquibase formatted sql

--changeset rakegate:45-audit-archive
create table audit_archive (
    instance_id text        primary key,
    change_key  text        not null,
    round       integer     not null check (round > 0),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size        bigint      not null check (size > 0),
    events      bigint      not null check (events >= 0),
    record_head text        not null check (record_head ~ '^[0-9a-f]{64}$'),
    key_id      text        not null,
    location    text        not null,
    archived_at timestamptz not null
);
comment on table audit_archive is 'One row per change whose bundle is in the archive and was read back; append-only';
comment on column audit_archive.round is 'Which change of the pull request, from 1';
comment on column audit_archive.sha256 is 'SHA-256 of the zip';

create table audit_publication (
    instance_id  text        primary key,
    record_head  text        not null check (record_head ~ '^[0-9a-f]{64}$'),
    comment_url  text        not null,
    published_at timestamptz not null
);
comment on table audit_publication is 'One row per change whose head was published on its pull request; append-only';

--changeset rakegate:45-audit-archive-append-only splitStatements:false
create function audit_archive_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The archive''s list is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end
$$;
create trigger audit_archive_append_only
    before update or delete or truncate on audit_archive
    for each statement execute function audit_archive_is_append_only();
create trigger audit_publication_append_only
    before update or delete or truncate on audit_publication
    for each statement execute function audit_archive_is_append_only();
alter table audit_archive enable always trigger audit_archive_append_only;
alter table audit_publication enable always trigger audit_publication_append_only;
-- also where triggers are switched off for a replication session
alter table evidence enable always trigger evidence_append_only;
alter table evidence_chunk enable always trigger evidence_chunk_append_only;

--changeset rakegate:45-history-is-kept splitStatements:false
create function history_is_kept() returns trigger language plpgsql as $$
begin
    if exists (select 1 from audit_event where instance_id = old.root_proc_inst_id_)
            and not exists (select 1 from audit_archive where instance_id = old.root_proc_inst_id_) then
        raise exception 'History is kept: a row of % belongs to a change that is not archived yet', tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return old;
end
$$;
create trigger history_is_kept before delete on act_hi_procinst for each row execute function history_is_kept();
create trigger history_is_kept before delete on act_hi_actinst for each row execute function history_is_kept();
create trigger history_is_kept before delete on act_hi_taskinst for each row execute function history_is_kept();
create trigger history_is_kept before delete on act_hi_varinst for each row execute function history_is_kept();
create trigger history_is_kept before delete on act_hi_detail for each row execute function history_is_kept();
create trigger history_is_kept before delete on act_hi_op_log for each row execute function history_is_kept();
create trigger history_is_kept before delete on act_hi_comment for each row execute function history_is_kept();
create trigger history_is_kept before delete on act_hi_attachment for each row execute function history_is_kept();
create trigger history_is_kept before delete on act_hi_incident for each row execute function history_is_kept();
create trigger history_is_kept before delete on act_hi_job_log for each row execute function history_is_kept();
create trigger history_is_kept before delete on act_hi_identitylink for each row execute function history_is_kept();

--changeset rakegate:45-audit-check
create table audit_check (
    instance_id text        primary key,
    change_key  text        not null,
    checked_at  timestamptz not null,
    events      bigint      not null,
    differences text        not null
);
comment on table audit_check is 'What came of the last check of each change; written again by each check';
comment on column audit_check.differences is 'One sentence on each line; empty if there are none';
create index audit_check_with_differences on audit_check (instance_id) where differences <> '';
