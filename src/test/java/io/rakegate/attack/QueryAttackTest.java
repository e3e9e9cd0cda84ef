package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody tries to get SQL or code into a query. */
class QueryAttackTest extends AttackTestBase {

    private static final String SQL = "NAME_%3Bdrop%20table%20x--";

    @Tried(value = "Sort a query by SQL, in each of 30 queries", outcome = "400; no SQL in the answer")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task",
                "/process-instance",
                "/process-definition",
                "/deployment",
                "/job",
                "/job-definition",
                "/execution",
                "/variable-instance",
                "/incident",
                "/external-task",
                "/batch",
                "/user",
                "/group",
                "/tenant",
                "/filter",
                "/authorization",
                "/decision-definition",
                "/event-subscription",
                "/history/process-instance",
                "/history/activity-instance",
                "/history/task",
                "/history/detail",
                "/history/variable-instance",
                "/history/user-operation",
                "/history/incident",
                "/history/job-log",
                "/history/decision-instance",
                "/history/batch",
                "/history/external-task-log",
                "/history/identity-link-log"
            })
    void nothingIsSortedBySql(String query) {
        HttpResponse<String> by = targets.rest("auditor", "GET", query + "?sortBy=" + SQL + "&sortOrder=asc", "");
        HttpResponse<String> order = targets.rest("auditor", "GET", query + "?sortBy=id&sortOrder=" + SQL, "");

        assertThat(by.statusCode()).as(by.body()).isEqualTo(400);
        assertThat(order.statusCode()).as(order.body()).isEqualTo(400);
        assertThat(by.body() + order.body()).doesNotContain("act_ru_", "org.postgresql", "SELECT");
    }

    @Tried(
            value = "Put SQL or an expression into the body of a query, at any depth",
            outcome = "400; no SQL in the answer")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/task|{\"sorting\":[{\"sortBy\":\"NAME_;drop table x\",\"sortOrder\":\"asc\"}]}",
                "/task|{\"sorting\":[{\"sortBy\":\"name\",\"sortOrder\":\"asc;drop table x\"}]}",
                "/task|{\"orQueries\":[{\"assigneeExpression\":\"${''.getClass()}\"}]}",
                "/task|{\"orQueries\":[{\"assignee\":\"x\"},{\"candidateGroupExpression\":\"#{1+1}\"}]}",
                "/task/count|{\"orQueries\":[{\"dueAfterExpression\":\"${now().getClass()}\"}]}",
                "/history/task|{\"taskAssigneeExpression\":\"${''.getClass()}\"}",
                "/history/process-instance|{\"orQueries\":[{\"processInstanceBusinessKeyExpression\":\"${1+1}\"}]}",
                "/job|{\"dueDatesExpression\":\"${1+1}\"}",
                "/process-instance|{\"orQueries\":[{\"businessKeyExpression\":\"${1+1}\"}]}"
            })
    void neitherSqlNorAnExpressionComesInByABody(String query, String body) {
        HttpResponse<String> answer = targets.rest("auditor", "POST", query, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("act_ru_", "org.postgresql", "SELECT");
    }
}
