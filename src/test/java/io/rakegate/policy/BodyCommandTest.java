package io.rakegate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Command: `bundle exec rake data:backfill`",
                "Text.\r\n\r\n**Command to run in production:** `bundle exec rake data:backfill`\r\n",
                "- Command to run: `bundle exec rake data:backfill`",
                "### Command\n```sh\nbundle exec rake data:backfill\n```\n",
                "| Command | `bundle exec rake data:backfill` |",
                "<!-- Command: `bundle exec rake other:task` -->\nCommand: `bundle exec rake data:backfill`",
                "Command: `bundle exec rake data:backfill`\n\nCommand again: `bundle exec rake data:backfill`"
            })
    void theCommandIsFoundWhereTheTemplateAsksForIt(String body) {
        assertThat(BodyCommand.find(body)).contains("bundle exec rake data:backfill");
    }

    @Test
    void argumentsStayAsTheyAreWritten() {
        assertThat(BodyCommand.find("Command: `DRY_RUN=false bundle exec rake 'data:backfill[2000,live]'`"))
                .contains("DRY_RUN=false bundle exec rake 'data:backfill[2000,live]'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Nothing here.",
                "Command to run in production: `bundle exec rake 'namespace:task[first,second]'`",
                "Command: `rm -rf /`",
                "Command: `bundle exec rake a:b`\nCommand: `bundle exec rake c:d`",
                "We undo it with `bundle exec rake data:undo`.",
                "<!-- Command: `bundle exec rake data:backfill`"
            })
    void whatIsMissingOrOpenIsNotGuessed(String body) {
        assertThat(BodyCommand.find(body)).isEmpty();
    }

    @Test
    void aLongBodyIsReadInTime() {
        assertThat(BodyCommand.find("command ".repeat(8_000) + "`".repeat(100) + "<!--".repeat(1_000)))
                .isEmpty();
    }
}
