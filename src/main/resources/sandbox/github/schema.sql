-- The sandbox's GitHub. Created by the sandbox itself at its start; a production database has none of this.
create table if not exists sandbox.github_account (
    id    bigint primary key,
    login text not null,
    bot   boolean not null
);
create unique index if not exists github_account_login on sandbox.github_account (lower(login));

create table if not exists sandbox.github_team_member (
    organisation text not null,
    team         text not null,
    account_id   bigint not null references sandbox.github_account,
    primary key (organisation, team, account_id)
);

create table if not exists sandbox.github_repository (
    id             bigint generated always as identity primary key,
    owner          text not null,
    name           text not null,
    default_branch text not null,
    last_number    int not null default 0,
    created_at     timestamptz not null
);
create unique index if not exists github_repository_name on sandbox.github_repository (lower(owner), lower(name));

create table if not exists sandbox.github_blob (
    sha     text primary key,
    content bytea not null
);

create table if not exists sandbox.github_commit (
    position        bigint generated always as identity,
    repository_id   bigint not null references sandbox.github_repository,
    sha             text not null,
    parents         text[] not null,
    message         text not null,
    author_name     text not null,
    author_email    text not null,
    author_id       bigint references sandbox.github_account,
    authored_at     timestamptz not null,
    committer_name  text not null,
    committer_email text not null,
    committer_id    bigint references sandbox.github_account,
    committed_at    timestamptz not null,
    tree            jsonb not null,
    primary key (repository_id, sha)
);

create table if not exists sandbox.github_branch (
    repository_id bigint not null references sandbox.github_repository,
    name          text not null,
    sha           text not null,
    primary key (repository_id, name)
);

create table if not exists sandbox.github_pull (
    id            bigint generated always as identity primary key,
    repository_id bigint not null references sandbox.github_repository,
    number        int not null,
    title         text not null,
    body          text not null,
    author_id     bigint not null references sandbox.github_account,
    open          boolean not null,
    draft         boolean not null,
    labels        text[] not null,
    head_branch   text not null,
    head_sha      text not null,
    base_branch   text not null,
    base_sha      text not null,
    merge_sha     text,
    merged_by     bigint references sandbox.github_account,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    closed_at     timestamptz,
    unique (repository_id, number)
);

create table if not exists sandbox.github_review (
    id           bigint generated always as identity primary key,
    pull_id      bigint not null references sandbox.github_pull,
    author_id    bigint not null references sandbox.github_account,
    state        text not null,
    body         text not null,
    commit_sha   text not null,
    submitted_at timestamptz not null
);
create index if not exists github_review_pull on sandbox.github_review (pull_id);

create table if not exists sandbox.github_comment (
    id         bigint generated always as identity primary key,
    pull_id    bigint not null references sandbox.github_pull,
    author_id  bigint not null references sandbox.github_account,
    body       text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index if not exists github_comment_pull on sandbox.github_comment (pull_id);

create table if not exists sandbox.github_status (
    id            bigint generated always as identity primary key,
    repository_id bigint not null references sandbox.github_repository,
    sha           text not null,
    context       text not null,
    state         text not null,
    description   text,
    target_url    text,
    creator_id    bigint not null references sandbox.github_account,
    created_at    timestamptz not null
);
create index if not exists github_status_commit on sandbox.github_status (repository_id, sha);

create table if not exists sandbox.github_check_run (
    id            bigint generated always as identity primary key,
    repository_id bigint not null references sandbox.github_repository,
    head_sha      text not null,
    name          text not null,
    status        text not null,
    conclusion    text,
    details_url   text,
    external_id   text,
    title         text,
    summary       text,
    started_at    timestamptz not null,
    completed_at  timestamptz
);
create index if not exists github_check_run_commit on sandbox.github_check_run (repository_id, head_sha);

create table if not exists sandbox.github_outage (
    only_row     boolean primary key default true check (only_row),
    calls        int not null,
    status       int not null,
    delay_millis bigint not null
);
