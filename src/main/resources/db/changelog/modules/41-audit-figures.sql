--liquibase formatted sql

--changeset rakegate:41-audit-completed
create index rakegate_completed on act_hi_actinst (end_time_) where act_id_ = 'End_Completed';
--rollback drop index rakegate_completed

--changeset rakegate:41-audit-tasks-done
create index rakegate_tasks_done on act_hi_taskinst (end_time_)
    where proc_def_key_ = 'ProdDbChange' and delete_reason_ = 'completed';
--rollback drop index rakegate_tasks_done

--changeset rakegate:41-audit-changes-newest
create index rakegate_changes_newest on act_hi_procinst (proc_def_key_, start_time_ desc, id_ desc);
--rollback drop index rakegate_changes_newest

--changeset rakegate:41-audit-variables-of-execution
create index rakegate_variables_of_execution on act_hi_varinst (execution_id_);
--rollback drop index rakegate_variables_of_execution

--changeset rakegate:41-audit-search
create index rakegate_changes_by_team on act_hi_varinst (text_, proc_inst_id_) where name_ = 'team';
create index rakegate_changes_by_title on act_hi_varinst (proc_inst_id_, lower(text_)) where name_ = 'pullRequestTitle';
--rollback drop index rakegate_changes_by_team; drop index rakegate_changes_by_title
