--liquibase formatted sql

--changeset rakegate:31-evidence-quarantine-typed
create table evidence_quarantine_typed (
    quarantine_id uuid primary key references evidence_quarantine (id),
    typed         text not null
);
comment on table evidence_quarantine_typed is 'What was typed with them, word for word as JSON, as long as their bytes are kept';
comment on column evidence_quarantine.fields is 'What was typed with the file, as JSON, masked where the scan found something';
comment on column evidence_quarantine.file_name is 'Its name, masked where the scan found something';
--rollback drop table evidence_quarantine_typed
