package io.rakegate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RakeCommandTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "rake claims:backfill ~ claims:backfill ~",
                "bundle exec rake claims:backfill ~ claims:backfill ~",
                "bin/rake claims:backfill ~ claims:backfill ~",
                "./bin/rails claims:backfill ~ claims:backfill ~",
                "bundle exec rails 'claims:backfill[7]' ~ claims:backfill ~ 7",
                "sudo -E bundle exec rake claims:backfill ~ claims:backfill ~",
                "env DRY_RUN=true rake claims:backfill ~ claims:backfill ~",
                "rake 'claims:backfill[1,2]' ~ claims:backfill ~ 1/2",
                "rake 'claims:backfill[ 1 , 2 ]' ~ claims:backfill ~ 1/2",
                "rake claims:backfill\\[1,2\\] ~ claims:backfill ~ 1/2",
                "rake \"claims:backfill[a b]\" ~ claims:backfill ~ a b",
                "rake 'claims:backfill[a\\,b,c]' ~ claims:backfill ~ a,b/c",
                "rake 'claims:backfill[,2]' ~ claims:backfill ~ /2",
                "rake 'claims:backfill[]' ~ claims:backfill ~",
                "rake --trace claims:backfill ~ claims:backfill ~",
                "rake -f Other.rake claims:backfill ~ claims:backfill ~",
                "rake claims:backfill LIMIT=5 ~ claims:backfill ~",
                "bundle exec rake claims:backfill # first run ~ claims:backfill ~",
            })
    void aPlainCallIsReadWithItsArgumentsAndNeedsNoCaution(String command, String task, String arguments) {
        RakeCommand read = RakeCommand.parse(command);

        assertThat(read.tasks()).hasSize(1);
        assertThat(read.firstTask().task()).isEqualTo(task);
        assertThat(String.join("/", read.firstTask().arguments())).isEqualTo(arguments == null ? "" : arguments);
        assertThat(read.cautions()).isEmpty();
    }

    @Test
    void assignmentsBeforeAndAfterTheTaskAreEnvironmentVariables() {
        RakeCommand read = RakeCommand.parse("DRY_RUN=true RAILS_ENV=production bundle exec rake a:b LIMIT='10 000'");

        assertThat(read.environment())
                .isEqualTo(Map.of("DRY_RUN", "true", "RAILS_ENV", "production", "LIMIT", "10 000"));
        assertThat(read.tasks()).containsExactly(new RakeCommand.Call("a:b", List.of()));
    }

    @ParameterizedTest(name = "{0} is cautioned: {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "rake a:b[1] ~ brackets outside quotes",
                "rake a:b; rm -rf tmp ~ The shell operator \";\"",
                "rake a:b; rm -rf tmp ~ also runs \"rm\"",
                "cd /app && rake a:b ~ also runs \"cd\"",
                "rake a:b | tee log.txt ~ also runs \"tee\"",
                "rake a:b & ~ The shell operator \"&\"",
                "rake a:b > log.txt ~ redirects with \">\"",
                "rake \"a:b[$(cat ids)]\" ~ runs another command first",
                "rake \"a:b[`cat ids`]\" ~ runs another command first",
                "rake \"a:b[$ID]\" ~ only the shell of the run knows",
                "rake \u2018a:b\u2019 ~ typographic quote",
                "rake a:* ~ file pattern",
                "rake a:b c:d ~ runs 2 tasks",
                "rake -n a:b ~ rake does not run the task",
                "rake -e 'puts 1' a:b ~ runs code from the command line",
                "rake --execute='puts 1' a:b ~ runs code from the command line",
                "rake -e'puts 1' a:b ~ runs code from the command line",
                "bundle exec rake -f /tmp/x a:b ~ loads other code",
                "bundle exec rake -r/tmp/x.rb a:b ~ loads other code",
                "bundle exec rake --require=/tmp/x.rb a:b ~ loads other code",
                "RUBYOPT=-r/tmp/x bundle exec rake a:b ~ The variable RUBYOPT",
                "LD_PRELOAD=/tmp/x.so rake a:b ~ The variable LD_PRELOAD",
                "bundle exec rake a:b BUNDLE_GEMFILE=/tmp/Gemfile ~ The variable BUNDLE_GEMFILE",
                "bundle exec /tmp/x/rake a:b ~ outside the repository",
                "/tmp/bundle exec rake a:b ~ outside the repository",
            })
    void whatElseTheCommandDoesIsSaid(String command, String caution) {
        assertThat(RakeCommand.parse(command).cautions())
                .anySatisfy(sentence -> assertThat(sentence).contains(caution).endsWith("."));
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "ls -la ~ not a rake command",
                "bundle install ~ not a rake command",
                "claims:backfill ~ not a rake command",
                "# rake a:b ~ not a rake command",
                "rake ~ without naming a task",
                "rake --trace ~ without naming a task",
                "rails console ~ \"rails console\" does not run a rake task",
                "bin/rails runner 'User.count' ~ \"rails runner\" does not run a rake task",
                "rake a:b[1, 2] ~ splits the word",
                "rake 'a:b[1 ~ never closes it",
                "rake 'a:b[1' ~ brackets do not match",
                "rake '[1]' ~ brackets do not match",
            })
    void whatRunsNoTaskIsRefusedInASentence(String command, String reason) {
        assertThatThrownBy(() -> RakeCommand.parse(command))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void nothingIsRefused(String command) {
        assertThatThrownBy(() -> RakeCommand.parse(command)).hasMessageStartingWith("No command is given.");
    }

    @Test
    void anyTextIsReadOrRefusedWithASentence() {
        Random random = new Random(20260302);
        String alphabet = "rake :ab[],'\"\\$`();&|<>#=*? \n-\u2018\uD83D\uDE00";

        for (int i = 0; i < 20_000; i++) {
            StringBuilder command = new StringBuilder(i % 2 == 0 ? "rake " : "");
            random.ints(random.nextInt(30), 0, alphabet.length()).forEach(at -> command.append(alphabet.charAt(at)));
            assertReadOrRefused(command.toString());
        }
    }

    private static void assertReadOrRefused(String command) {
        try {
            assertThat(RakeCommand.parse(command).tasks()).as(command).isNotEmpty();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).as(command).hasMessageEndingWith(".");
        }
    }

    @Test
    void aQuotedTaskWithArgumentsComesOutAsItWentIn() {
        Random random = new Random(7);
        String alphabet = "ab1 ,\\[]\"$`*;é";

        for (int i = 0; i < 5_000; i++) {
            StringBuilder argument = new StringBuilder("x");
            random.ints(random.nextInt(12), 0, alphabet.length()).forEach(at -> argument.append(alphabet.charAt(at)));
            String wanted = argument.append('y').toString();
            String escaped = wanted.replace("\\", "\\\\").replace(",", "\\,");

            RakeCommand read = RakeCommand.parse("rake 'a:b[" + escaped + ",z]'");

            assertThat(read.firstTask().arguments()).containsExactly(wanted, "z");
            assertThat(read.cautions()).isEmpty();
        }
    }
}
