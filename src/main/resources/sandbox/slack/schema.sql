create table if not exists sandbox.slack_channel (
  id text primary key,
  name text not null unique,
  purpose text not null,
  created bigint not null
);

create table if not exists sandbox.slack_message (
  channel text not null references sandbox.slack_channel,
  -- microseconds since 1970: Slack's identity of a message within its channel
  time bigint not null,
  text text not null,
  metadata jsonb,
  edited bigint,
  primary key (channel, time)
);

create table if not exists sandbox.slack_outage (
  id bigint generated always as identity primary key,
  -- null: any method
  method text,
  mishap text not null,
  calls integer not null check (calls > 0),
  retry_after integer not null
);

insert into sandbox.slack_channel (id, name, purpose, created) values
  ('C0PLATARCH', 'platform-architecture', 'Production database changes are announced here: scheduled, completed, backed out.', 1767225600),
  ('C0REMINDER', 'rakegate-reminders', 'Whose turn it is: reminders of what is due, and escalations of what is overdue.', 1767225600)
on conflict do nothing;
