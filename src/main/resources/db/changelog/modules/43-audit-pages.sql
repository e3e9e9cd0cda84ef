--liquibase formatted sql

--changeset rakegate:43-audit-pages
create index rakegate_variables_of_change on act_hi_varinst (proc_inst_id_, name_);
create index rakegate_ends on act_hi_actinst (act_id_, proc_inst_id_)
    where act_id_ in ('End_Completed', 'End_BackedOut', 'End_Rejected', 'End_Withdrawn', 'End_PullRequestClosed');
create index rakegate_changes_running on act_hi_procinst (proc_def_key_, start_time_ desc, id_ desc)
    where end_time_ is null;
create index rakegate_changes_deleted on act_hi_procinst (proc_def_key_, start_time_ desc, id_ desc)
    where state_ = 'EXTERNALLY_TERMINATED';
create index rakegate_changes_of_starter on act_hi_procinst (proc_def_key_, start_user_id_, start_time_ desc, id_ desc);
--rollback drop index rakegate_variables_of_change, rakegate_ends, rakegate_changes_running, rakegate_changes_deleted, rakegate_changes_of_starter
