package io.rakegate.process;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks at a pull request that were asked for and have not begun. Each reads everything afresh when it begins, and so sees
 * what has happened by now; but it acts on one piece of news, and the one after it takes up the reviews. Where two wait,
 * whoever hears of something new need not ask for a third.
 */
@Component
class PendingLooks {

    /** One that a node has taken up may have read already; one that failed waits for its next attempt. */
    private static final String PENDING = """
            select count(*) >= 2 from act_ru_job job join act_ru_jobdef its on its.id_ = job.job_def_id_
            where job.process_instance_id_ = ? and its.act_id_ in ('Start_PullRequestChanged', 'Task_CheckPullRequestAgain')
            and job.lock_owner_ is null and job.duedate_ is null and job.retries_ > 0 and job.suspension_state_ = 1""";

    private final JdbcTemplate jdbc;

    PendingLooks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether as many wait to begin in this change as can be of use. */
    boolean areEnough(String processInstanceId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(PENDING, Boolean.class, processInstanceId));
    }
}
