package io.rakegate.sandbox.sample;

import io.rakegate.sandbox.github.InSandbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Ends the sandbox's start log with what a newcomer needs: where, as whom, and what first. */
@InSandbox
@Component("sandboxStartTable")
class StartTable {

    private static final Logger log = LoggerFactory.getLogger(StartTable.class);
    private static final String TABLE = """


            Rakegate is ready, with its sandbox.

              Tasklist         %1$s/camunda/app/tasklist/default/
              Cockpit          %1$s/camunda/app/cockpit/default/          as admin
              Changes          %1$s/changes
              Sandbox GitHub   %1$s/sandbox/github/sandbox/vets-api
              Sandbox Slack    %1$s/sandbox/slack
              Interface        %1$s/swagger-ui/index.html

              User             Password is the name
              creator          writes rake tasks in the team Benefits: steps 1-4, 6, 7 and 9
              creator2         the same in the team Claims, which has no operator
              lead             engineering lead of both teams: approves in step 5
              console          Console Services: approves in step 5; so does console2
              operator         DevOps engineer with production access: step 8
              platform         Platform leadership: arranges an operator
              owner, auditor, admin    edits the diagrams, reads everything, looks after people and failed jobs

              Try first        Log in to Tasklist as creator, press "Start process", and give
                               %1$s/sandbox/github/sandbox/vets-api/pull/1
                               team benefits, command bundle exec rake 'claims:backfill_regional_office[2000,live]'
                               Or take up a sample change that waits for somebody: the filters "Approvals" (lead,
                               console), "My team's tasks" (platform) and "Production runs" (operator) show them.
            """;

    private final Environment environment;

    StartTable(Environment environment) {
        this.environment = environment;
    }

    /** Ready for requests is what a server says last, after all that starts when the application is ready. */
    @EventListener
    @Order(0)
    void print(AvailabilityChangeEvent<ReadinessState> event) {
        String port = environment.getProperty("local.server.port");
        if (port != null && event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            String path = environment.getProperty("server.servlet.context-path", "");
            log.info(TABLE.formatted("http://localhost:" + port + path));
        }
    }
}
