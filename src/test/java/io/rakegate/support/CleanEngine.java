package io.rakegate.support;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Takes away what the test before left in the engine, but not the deployed diagrams, users and groups. */
final class CleanEngine implements TestExecutionListener {

    private static final String RUN_AND_HISTORY = """
            select table_name from information_schema.tables
            where table_schema = current_schema()
              and (table_name like 'act\\_ru\\_%' or table_name like 'act\\_hi\\_%')
              and table_name not in ('act_ru_authorization', 'act_ru_filter', 'act_ru_jobdef')""";

    @Override
    public void beforeTestMethod(TestContext context) {
        ClockUtil.reset();
        clean(context.getApplicationContext().getBean(JdbcTemplate.class));
        BpmnAwareTests.init(context.getApplicationContext().getBean(ProcessEngine.class));
    }

    @Override
    public void afterTestMethod(TestContext context) {
        ClockUtil.reset();
        BpmnAwareTests.reset();
    }

    private static void clean(JdbcTemplate jdbc) {
        List<String> tables = jdbc.queryForList(RUN_AND_HISTORY, String.class);
        StringBuilder deletes = new StringBuilder("set local session_replication_role = replica;");
        tables.forEach(table -> deletes.append("delete from ").append(table).append(';'));
        deletes.append("delete from act_ge_bytearray where deployment_id_ is null;");
        jdbc.execute("begin;" + deletes + "commit;");
    }
}
