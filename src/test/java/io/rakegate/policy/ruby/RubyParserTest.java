package io.rakegate.policy.ruby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RubyParserTest {

    private static final String TASK = """
            namespace :claims do
              task :backfill, [:limit] => :environment do |_task, args|
                Claim.where(kind: nil).find_each { |claim| claim.update!(kind: "x#{args[:limit]}") }
              end
            end
            """;

    @Test
    void aMegabyteOfOrdinaryRubyIsRead() {
        String large = TASK.repeat(RubyParser.MAX_BYTES / TASK.length());

        RubyTree tree = RubyParser.parse(large);

        assertThat(tree.problem()).isNull();
        assertThat(tree.root()).isNotNull();
    }

    @Test
    void moreThanAMegabyteIsRefused() {
        String tooLarge = "é".repeat(RubyParser.MAX_BYTES / 2 + 1);

        assertThat(RubyParser.parse(tooLarge).problem())
                .isNotNull()
                .satisfies(problem -> assertThat(problem.sentence()).contains("larger than 1 MB"));
    }

    @ParameterizedTest(name = "{0}…")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "[ ~ ]",
                "( ~ )",
                "f { ~ }",
                "if a; ~ end;",
                "x do ~ end",
                "->{ ~ }",
                "def m; ~ end;",
                "!( ~ )",
            })
    void deeplyNestedRubyIsRefusedAndNotFollowed(String open, String close) {
        String deep = (open + " ").repeat(10_000) + (" " + close).repeat(10_000);

        RubyTree tree = RubyParser.parse(deep);

        assertThat(tree.problem()).isNotNull();
        assertThat(tree.root()).isNull();
    }

    @Test
    void aDepthThatPeopleWriteIsFollowed() {
        String deep = "f { ".repeat(60) + "x" + " }".repeat(60);

        assertThat(RubyParser.parse(deep).problem()).isNull();
    }

    @ParameterizedTest(name = "{0}…")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {"%w( ~ 20000", "<<A, ~ 5000", "\"#{ ~ 20000", "/ ~ 30001", "- ~ 20000"})
    void whatMakesAParserLabourEndsInAProblem(String piece, int times) {
        assertThat(RubyParser.parse(piece.repeat(times)).problem()).isNotNull();
    }

    @Test
    void mutilatedRubyEndsInATreeOrAProblem() {
        Random random = new Random(4242);
        String pieces = "\"'`#{}[]()|%<>~?:/\\\n end do =begin __END__ é";

        for (int i = 0; i < 800; i++) {
            StringBuilder text = new StringBuilder(TASK);
            for (int change = random.nextInt(6); change >= 0; change--) {
                int at = random.nextInt(text.length());
                text.replace(
                        at,
                        Math.min(text.length(), at + random.nextInt(4)),
                        "" + pieces.charAt(random.nextInt(pieces.length())));
            }

            RubyTree tree = RubyParser.parse(text.toString());

            assertThat((tree.root() == null) != (tree.problem() == null))
                    .as(text.toString())
                    .isTrue();
        }
    }

    @Test
    void linesAndColumnsCountCharacters() {
        RubyNode root = RubyParser.parse("a = 'é😀'\nb = 'é'; c\n").root();

        assertThat(root).isNotNull();
        assertThat(root.tree().filter(node -> node.is("identifier")).map(RubyNode::toString))
                .containsExactly("identifier@1:1", "identifier@2:1", "identifier@2:10");
    }
}
