package io.rakegate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rakegate.pullrequest.ChangedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RakeFileTest {

    private static final String PATH = "rakelib/prod/claims.rake";

    @Test
    void aTaskIsReadWithNamespaceArgumentsDescriptionAndLine() {
        RakeFile file = RakeFile.read(PATH, """
                # frozen_string_literal: true

                namespace :claims do
                  namespace 'prod' do
                    desc 'Fills the claim type'
                    # the argument limits how many
                    task :backfill, %i[limit from] => :environment do |_task, args|
                      puts args[:limit]
                    end
                  end
                end
                """);

        assertThat(file.problem()).isNull();
        assertThat(file.tasks()).singleElement().satisfies(task -> {
            assertThat(task.name()).isEqualTo("claims:prod:backfill");
            assertThat(task.arguments()).containsExactly("limit", "from");
            assertThat(task.description()).isEqualTo("Fills the claim type");
            assertThat(task.line()).isEqualTo(7);
            assertThat(task.block()).isNotNull();
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "task :a do; end ~ a ~",
                "task a: :environment do; end ~ a ~",
                "task :a => :environment do; end ~ a ~",
                "task 'a' => %i[environment b] do; end ~ a ~",
                "task 'x:a' => :environment do; end ~ x:a ~",
                "task(:a) { work } ~ a ~",
                "task :a, [:p, :q] => :environment do; end ~ a ~ p/q",
                "task :a, %w[p q] => :environment do; end ~ a ~ p/q",
                "task :a, [:p] do |t, args|; end ~ a ~ p",
                "task :a, :p, :q do |t, args|; end ~ a ~ p/q",
                "task :a, [:p], needs: :environment do; end ~ a ~ p",
                "task :\"a-b\" do; end ~ a-b ~",
                "multitask :a do; end ~ a ~",
                "Rake::Task.define_task(:a) { work } ~ a ~",
                "task default: :spec ~ default ~",
            })
    void eachWayOfDefiningATaskIsRead(String ruby, String name, String arguments) {
        RakeFile file = RakeFile.read(PATH, ruby + "\n");

        assertThat(file.problem()).isNull();
        assertThat(file.tasks()).singleElement().satisfies(task -> {
            assertThat(task.name()).isEqualTo(name);
            assertThat(String.join("/", task.arguments())).isEqualTo(arguments == null ? "" : arguments);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task \"fill_#{kind}\" => :environment do; end",
                "%w[a b].each { |name| task name => :environment }",
                "namespace prefix do\n  task :a do; end\nend",
            })
    void aComputedNameIsNoName(String ruby) {
        RakeFile file = RakeFile.read(PATH, ruby + "\n");

        assertThat(file.tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.name()).isNull());
        assertThat(file.computesNames()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# task :a do",
                "puts 'task :a do'",
                "job.task(:a)",
                "<<~TEXT\n  task :a do\n  end\nTEXT",
                "",
                "\n\n",
                "__END__\ntask :a do"
            })
    void whatOnlyLooksLikeATaskIsNone(String ruby) {
        RakeFile file = RakeFile.read(PATH, ruby);

        assertThat(file.problem()).isNull();
        assertThat(file.tasks()).isEmpty();
    }

    @ParameterizedTest(name = "line {1}, column {2}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "task :a do|  puts 1| ~ 1",
                "task :a do|  x = (1|end| ~ 2",
                "task :a do|  puts 'é' )|end| ~ 2",
                "def f(|end| ~ 1",
                "}| ~ 1",
                "task :a do|end|end| ~ 3",
                "else|  x| ~ 1",
            })
    void whatDoesNotParseHasThePlace(String ruby, int line) {
        RakeFile file = RakeFile.read(PATH, ruby.replace('|', '\n'));

        assertThat(file.problem()).isNotNull().satisfies(problem -> {
            assertThat(problem.line()).isBetween(line, line + 2);
            assertThat(problem.column()).isPositive();
            assertThat(problem.sentence()).startsWith("The Ruby does not parse").endsWith(".");
        });
        assertThat(file.tasks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1..9).end",
                "x.class",
                "def end; end",
                "{ if: 1, end: 2 }",
                "f(in: x)",
                "x&.then { 1 }",
                ":end",
                "puts %w[do end]"
            })
    void aKeywordInThePlaceOfANameIsRuby(String ruby) {
        assertThat(RakeFile.read(PATH, ruby).problem()).isNull();
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkAreNoHindrance() {
        RakeFile file = RakeFile.read(PATH, "\uFEFFnamespace :a do\r\n  task :b do\r\n  end\r\nend\r\n");

        assertThat(file.problem()).isNull();
        assertThat(file.tasks()).extracting(RakeTask::name, RakeTask::line).containsExactly(tuple("a:b", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"task :a do\0 end", "\uFFFDPNG\r\n", "\u007fELF\0\0\0"})
    void whatIsNoTextIsAProblem(String content) {
        RakeFile file = RakeFile.read(PATH, content);

        assertThat(file.problem())
                .isNotNull()
                .satisfies(problem -> assertThat(problem.sentence()).contains("not text in UTF-8"));
    }

    @Test
    void anotherEncodingIsAProblem() {
        List<byte[]> stored = List.of(
                "task :a do; end".getBytes(StandardCharsets.UTF_16),
                "task :a do; end".getBytes(StandardCharsets.UTF_16LE),
                "task :a do; puts 'é' end".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(stored)
                .allSatisfy(bytes ->
                        assertThat(RakeFile.read(PATH, bytes).problem()).isNotNull());
    }

    @Test
    void aFileWhoseTextIsNotThereIsAProblemAndNotAnEmptyFile() {
        RakeFile file = RakeFile.read(new ChangedFile(PATH, ChangedFile.Change.ADDED, null, null));

        assertThat(file.problem()).isNotNull();
    }
}
