--liquibase formatted sql

--changeset rakegate:52-tasks-seen
--validCheckSum: 9:f83d6c5aa8aec5d9c28bb9e031b8af64
-- what counting somebody's open tasks reads of them: a task is twenty times as wide
create index rakegate_tasks_seen on act_ru_task (id_) include (suspension_state_, tenant_id_, assignee_);
--rollback drop index rakegate_tasks_seen
