package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of attacks in docs/security.md is made of what the attack tests try. To make it anew:
 * {@code ./mvnw test -Dtest=AttackTableTest -Dattack.table.write=true}.
 */
class AttackTableTest {

    private static final Path FILE = Path.of("docs/security.md");
    private static final String BEGIN = "<!-- attacks: made by AttackTableTest -->\n";
    private static final String END = "<!-- end of attacks -->\n";

    @Test
    void theTableInTheDocumentIsWhatTheTestsTry() throws IOException {
        String document = Files.readString(FILE);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        assertThat(end).as("the marks around the table in %s", FILE).isGreaterThanOrEqualTo(begin);

        if (Boolean.getBoolean("attack.table.write")) {
            Files.writeString(FILE, document.substring(0, begin) + table() + document.substring(end));
        } else {
            assertThat(document.substring(begin, end)).isEqualTo(table());
        }
    }

    private static String table() {
        return "| attack | surface | outcome | test |\n|---|---|---|---|\n"
                + Stream.concat(Stream.of(Attack.values()).map(AttackTableTest::row), otherRows())
                        .collect(Collectors.joining());
    }

    private static String row(Attack attack) {
        String outcome = attack.status == 403
                ? "403 with a sentence; nothing changes; in the operation log"
                : attack.status + " with a sentence; nothing changes";
        return "| %s: %s | `%s %s` at `/engine-rest` and in Tasklist and Cockpit | %s | `%s` |\n"
                .formatted(
                        attack.kind.words,
                        attack.tries,
                        attack.method,
                        attack.path,
                        outcome,
                        attack.kind.test.getSimpleName());
    }

    private static Stream<String> otherRows() {
        return Stream.of(
                        BecomeSomebodyElseAttackTest.class,
                        ChangeAsAuditorAttackTest.class,
                        DeployCodeAttackTest.class,
                        HoldTwoSidesAttackTest.class,
                        QueryAttackTest.class,
                        SeeAnotherTeamAttackTest.class,
                        SideDoorsAttackTest.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Tried.class))
                        .sorted(Comparator.comparing(Method::getName))
                        .map(method -> row(type, method)));
    }

    private static String row(Class<?> type, Method method) {
        Tried tried = method.getAnnotation(Tried.class);
        return "| %s | %s | %s | `%s.%s` |\n"
                .formatted(tried.value(), tried.surface(), tried.outcome(), type.getSimpleName(), method.getName());
    }
}
