package io.rakegate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullRequestBodyTest {

    private static final Answers FOUR = new Answers(
            "Claims without a kind stay as they are.",
            "A run with `LIMIT=10` first.",
            "Run `rake claims:restore`.",
            "Search for `claims:backfill` in the log system.");

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("headings", """
                        # Backfill

                        ## What could happen if this script does not go as expected?
                        Claims without a kind stay as they are.

                        ## What mitigating tasks will you perform to reduce the risk?

                        A run with `LIMIT=10` first.
                        ## What is your backout plan?
                        Run `rake claims:restore`.
                        ## Pointer to where in the logs the changes can be retrieved for audit purposes
                        Search for `claims:backfill` in the log system.
                        """),
                Arguments.of("headings of several levels in another order, short", """
                        ### Log pointer
                        Search for `claims:backfill` in the log system.

                        # 3. Back-out plan
                        Run `rake claims:restore`.

                        ##### Risk mitigation
                        A run with `LIMIT=10` first.

                        What could go wrong
                        -------------------
                        Claims without a kind stay as they are.

                        ## Screenshots
                        none
                        """),
                Arguments.of("bold questions", """
                        **What could happen if this script does not go as expected?** Claims without a kind stay as they are.

                        **What mitigating tasks will you perform to reduce the risk?**
                        A run with `LIMIT=10` first.

                        __What is your backout plan?__

                        Run `rake claims:restore`.

                        **Pointer to where in the logs the changes can be retrieved for audit purposes**:
                        Search for `claims:backfill` in the log system.

                        **Anything else**

                        No.
                        """),
                Arguments.of("a list as in the process document, its examples left in", """
                        - In the Rake Task PR:
                            - Must answer the following in PR:
                                - What could happen if this script does not go as expected?
                                    - Claims without a kind stay as they are.
                                - What mitigating tasks will you perform to reduce the risk?
                                    - For example:
                                    - running a smaller subset of the larger task and validating results
                                    - ghost run the task so that any changes aren’t applied but can be validated
                                    - A run with `LIMIT=10` first.
                                - What is your backout plan? Run `rake claims:restore`.
                                    - Link to rake tasks, scripts, or add commands to reverse changes
                            - Pointer to where in the logs the changes can be retrieved for audit purposes
                              Search for `claims:backfill` in the log system.
                        """),
                Arguments.of("a checklist", """
                        - [x] **What could happen if this script does not go as expected?**
                          Claims without a kind stay as they are.
                        - [x] **Mitigation:** A run with `LIMIT=10` first.
                        - [ ] **Backout plan** Run `rake claims:restore`.
                        - [x] **Log pointer** - Search for `claims:backfill` in the log system.
                        """),
                Arguments.of("a table", """
                        | Question | Answer |
                        |---|---|
                        | What could happen if this script does not go as expected? | Claims without a kind stay as they are. |
                        | Mitigation | A run with `LIMIT=10` first. |
                        | Backout plan | Run `rake claims:restore`. |
                        | Log pointer | Search for `claims:backfill` in the log system. |
                        """),
                Arguments.of("quoted questions and plain answers", """
                        > What could happen if this script does not go as expected?

                        Claims without a kind stay as they are.

                        > What mitigating tasks will you perform to reduce the risk?

                        A run with `LIMIT=10` first.

                        > What is your backout plan?

                        Run `rake claims:restore`.

                        > Pointer to where in the logs the changes can be retrieved for audit purposes

                        Search for `claims:backfill` in the log system.
                        """),
                Arguments.of("comments between, before and in answers", """
                        <!-- ## What is your backout plan? none -->
                        ## What could happen if this script does not go as expected?
                        <!-- Say
                        who would notice. -->
                        Claims without a kind <!-- all of them? -->stay as they are.
                        ## Mitigation
                        A run with `LIMIT=10` first.
                        <!-- ## Backout plan -->
                        ## Backout plan
                        Run `rake claims:restore`.
                        ## Log pointer
                        Search for `claims:backfill` in the log system.
                        <!--
                        never closed
                        """),
                Arguments.of(
                        "the template left in below the answers",
                        "### What could happen\n\nClaims without a kind stay as they are.\n\n"
                                + "### Mitigation\n\nA run with `LIMIT=10` first.\n\n"
                                + "### Backout plan\n\nRun `rake claims:restore`.\n\n"
                                + "### Log pointer\n\nSearch for `claims:backfill` in the log system.\n\n"
                                + PullRequestTemplate.markdown()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void theFourAnswersAreFound(String form, String body) {
        assertThat(bare(PullRequestBody.answers(body))).as(form).isEqualTo(FOUR);
    }

    @ParameterizedTest(name = "{0}, with Windows line ends")
    @MethodSource("bodies")
    void lineEndsMakeNoDifference(String form, String body) {
        assertThat(PullRequestBody.answers(body.replace("\n", "\r\n")))
                .as(form)
                .isEqualTo(PullRequestBody.answers(body));
    }

    private static Answers bare(Answers answers) {
        return new Answers(
                bare(answers.whatCouldHappen()),
                bare(answers.mitigation()),
                bare(answers.backoutPlan()),
                bare(answers.logPointer()));
    }

    /** An answer given as a list item is read with its bullet. */
    private static String bare(String answer) {
        return answer.startsWith("- ") ? answer.substring(2) : answer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "Backfills claims.",
                "## Description\n\nIt is mitigated elsewhere.",
                "```\n## Backout plan\nx\n```"
            })
    void whereNothingIsAskedNothingIsAnswered(String body) {
        assertThat(PullRequestBody.answers(body)).isEqualTo(Answers.NONE);
    }

    @Test
    void theTemplateItselfAnswersNothing() {
        assertThat(PullRequestBody.answers(PullRequestTemplate.markdown())).isEqualTo(Answers.NONE);
        assertThat(PullRequestTemplate.markdown())
                .contains(Stream.of(Question.values()).map(Question::text).toList());
    }

    @Test
    void anAnswerKeepsItsMarkdown() {
        String body = """
                ## Backout plan

                1. Stop the task
                2. Run:

                ```sh
                # restores
                rake claims:restore
                ```

                #### If that fails

                Ask [the team](https://example.com).

                ## Evidence
                local
                """;

        assertThat(PullRequestBody.answers(body).backoutPlan())
                .startsWith("1. Stop the task\n2. Run:\n\n```sh\n# restores")
                .endsWith("#### If that fails\n\nAsk [the team](https://example.com).");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void answersWrittenBackReplaceTheOldOnes(String form, String body) {
        Answers changed = new Answers("One two three four.", "Five six\n\nseven.", "- eight\n- nine", "`ten`");

        String written = PullRequestBody.withAnswers(body, changed);

        assertThat(PullRequestBody.answers(written)).as(written).isEqualTo(changed);
        assertThat(written).doesNotContain("rake claims:restore");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void answersThatAreThereChangeNothing(String form, String body) {
        assertThat(PullRequestBody.withAnswers(body, PullRequestBody.answers(body)))
                .as(form)
                .isEqualTo(body);
        assertThat(PullRequestBody.withAnswers(body, Answers.NONE)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Backfills claims.",
                "```\nnever closed",
                "<!-- never closed",
                "> quoted",
                "- item",
                "| a | b |\n|---|---|",
                "text\n==="
            })
    void aBodyWithoutQuestionsGetsASection(String body) {
        String written = PullRequestBody.withAnswers(body, FOUR);

        assertThat(PullRequestBody.answers(written)).as(written).isEqualTo(FOUR);
        assertThat(written).contains(body).contains("### What is your backout plan?");
    }

    @Test
    void theRestOfTheTemplateStaysAsItIs() {
        String written = PullRequestBody.withAnswers(PullRequestTemplate.markdown(), FOUR);

        assertThat(PullRequestBody.answers(written)).isEqualTo(FOUR);
        assertThat(written)
                .contains("### Evidence\n\n<!-- Upload it in Rakegate")
                .contains("- [ ] It can run again")
                .contains("### What is your backout plan?\n\n> Run `rake claims:restore`.\n\n### Pointer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# A heading\n\ntext after it",
                "---\nrule",
                "<!-- a comment --> stays",
                "<!-- never closed",
                "```\nnever closed",
                "> quoted already\n> twice",
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "- a list\n    - nested\n\n\n\nafter empty lines",
                "    indented code",
                "For example: like this one.",
                "**Backout plan** is what?",
                "<script>alert('x')</script> \"quotes\" 'and' \uD83D\uDE00 émoji & <b>",
                "one\r\ntwo\rthree",
            })
    void whateverIsAnsweredIsReadBackTheSame(String answer) {
        Answers answers = new Answers(answer, "mitigated", answer, "logs");
        Stream<String> bodies = Stream.concat(
                bodies().map(body -> (String) body.get()[1]), Stream.of("", PullRequestTemplate.markdown()));

        assertThat(bodies).allSatisfy(body -> {
            String written = PullRequestBody.withAnswers(body, answers);
            String expected = answer.replace("\r\n", "\n").replace('\r', '\n').strip();
            assertThat(PullRequestBody.answers(written))
                    .as(written)
                    .isEqualTo(new Answers(expected, "mitigated", expected, "logs"));
        });
    }

    @Test
    void aLongAnswerIsKeptWhole() {
        String long10000 = "Zeile ü \uD83D\uDE00\n".repeat(1000).strip();

        String written = PullRequestBody.withAnswers("", new Answers(long10000, "m", "b", "l"));

        assertThat(PullRequestBody.answers(written).whatCouldHappen()).isEqualTo(long10000);
    }

    @Test
    void anyMarkdownIsReadAndTakesAnswers() {
        Random random = new Random(99);
        String[] pieces = {
            "# ",
            "## Backout plan\n",
            "**Mitigation:** ",
            "- ",
            "  ",
            "\n",
            "\n\n",
            "> ",
            "<!--",
            "-->",
            "```\n",
            "|",
            "|---|---|\n",
            "What is your backout plan?",
            "x",
            "1. ",
            "---\n",
            "    ",
            "[ ] ",
            "\t",
            "*",
            "<b>",
            "é"
        };

        for (int i = 0; i < 2_000; i++) {
            StringBuilder body = new StringBuilder();
            random.ints(random.nextInt(25), 0, pieces.length).forEach(at -> body.append(pieces[at]));

            String written = PullRequestBody.withAnswers(body.toString(), FOUR);

            assertThat(PullRequestBody.answers(written))
                    .as(body + "\n=====\n" + written)
                    .isEqualTo(FOUR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "* - ", "[", "*a ", "<!--", "|a", "`", "![[", "<a "})
    void aBodyMadeToTireTheReaderIsRead(String piece) {
        String body = piece.repeat(60_000 / piece.length());

        assertThat(PullRequestBody.answers(body)).isEqualTo(Answers.NONE);
    }
}
