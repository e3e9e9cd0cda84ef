--liquibase formatted sql

--changeset rakegate:20-github-delivery
create table github_delivery (
    id          text        primary key,
    received_at timestamptz not null
);
comment on table github_delivery is 'Deliveries of webhooks that were taken, so that a repetition is recognised';

create index github_delivery_received_at on github_delivery (received_at);
--rollback drop table github_delivery
