package io.rakegate.identity.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.query.Query;

/**
 * Which queries for jobs can be asked at all. The engine forgets the "and" before some of their conditions, so that two of
 * these are no SQL and the answer a server error.
 */
final class JobQueries {

    private static final List<String> ONE_OF =
            List.of("id", "ids", "jobDefinitionId", "activityId", "processInstanceIds");
    private static final List<String> NOT_WITH_PROCESS_INSTANCES =
            List.of("processInstanceId", "rootProcessInstanceId");

    private JobQueries() {}

    /** Refuses a query for jobs that the engine cannot write down. */
    static void check(Query<?, ?> query) {
        if (query instanceof JobQueryImpl jobs) {
            long asked = ONE_OF.stream()
                    .filter(name -> AskedFields.isAsked(jobs, name))
                    .count();
            boolean instancesTwice = AskedFields.isAsked(jobs, "processInstanceIds")
                    && NOT_WITH_PROCESS_INSTANCES.stream().anyMatch(name -> AskedFields.isAsked(jobs, name));
            if (asked > 1 || instancesTwice) {
                throw new BadUserRequestException(
                        "A query for jobs takes one of: their id, several ids, a job definition,"
                                + " an activity, or process instances. Ask for one of these, and look through the answer.");
            }
        }
    }
}
