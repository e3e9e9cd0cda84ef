--liquibase formatted sql

--changeset rakegate:51-ended-login
create table ended_login (
    issuer     text        not null,
    token_id   text        not null,
    subject    text,
    session_id text,
    ended_at   timestamptz not null,
    primary key (issuer, token_id)
);
comment on table ended_login is 'Logins that the identity provider has ended; the sessions of all nodes are held to it';

create index ended_login_subject on ended_login (issuer, subject);
create index ended_login_session on ended_login (issuer, session_id);
create index ended_login_ended_at on ended_login (ended_at);
--rollback drop table ended_login
