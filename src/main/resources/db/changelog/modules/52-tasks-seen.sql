--liquibase formatted sql

--changeset rakegate:52-tasks-seen
-- what counting somebody's open tasks reads of them: a whole task is many times as wide
create index rakegate_tasks_seen on act_ru_task (id_) include (suspension_state_, tenant_id_, assignee_);
--rollback drop index rakegate_tasks_seen
