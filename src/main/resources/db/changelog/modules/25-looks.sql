--liquibase formatted sql

--changeset rakegate:25-open-pull-request
create table open_pull_request (
    repository text        not null,
    number     integer     not null,
    updated_at timestamptz not null,
    primary key (repository, number)
);
comment on table open_pull_request is 'Open pull requests as they were when the periodic look had them last, so that each is looked at once per update';
--rollback drop table open_pull_request
