--liquibase formatted sql

--changeset rakegate:50-access-token
create table access_token (
    id           text        primary key,
    user_id      text        not null,
    name         text        not null,
    scope        text        not null,
    secret_hash  text        not null,
    created_by   text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
comment on table access_token is 'Tokens by which programs act for somebody; of the secret only its hash';

create index access_token_user on access_token (user_id);
--rollback drop table access_token
