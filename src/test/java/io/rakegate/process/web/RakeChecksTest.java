package io.rakegate.process.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rakegate.policy.PolicyRules;
import io.rakegate.policy.PullRequestTemplate;
import io.rakegate.policy.ruby.RubyParser;
import io.rakegate.process.ProcessProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What a team gets for a rake file before it opens a pull request, and what anything else gets. */
class RakeChecksTest {

    private static final String CLEAN = """
            namespace :claims do
              desc 'Deletes expired sessions'
              task :expire, [:live] => :environment do |_task, args|
                if args[:live] == 'true'
                  Session.where(expired: true).delete_all
                else
                  puts Session.where(expired: true).count
                end
              end
            end
            """;

    private static final String FLAWED = """
            task backfill: :environment do
              Claim.all.each do |claim|
                claim.update!(kind: 'b')
                Mailer.sent(claim.id).deliver_later
              end
            end
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final ProcessProperties properties = new ProcessProperties(
            Duration.ofMinutes(5), Duration.ofHours(4), Duration.ofDays(2), Map.of(), "rakelib/prod", List.of());
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new RakeChecksController(new PolicyRules(), json, properties), new PullRequestTemplateController())
            .setControllerAdvice(new RakeCheckProblems())
            .build();

    @Test
    void aCleanFileHasItsTasksNamedAndNothingToFix() throws Exception {
        sent(CLEAN)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.path").value("rakelib/prod/checked.rake"))
                .andExpect(jsonPath("$.tasks[0].name").value("claims:expire"))
                .andExpect(jsonPath("$.tasks[0].arguments[0]").value("live"))
                .andExpect(jsonPath("$.tasks[0].description").value("Deletes expired sessions"))
                .andExpect(jsonPath("$.tasks[0].line").value(3))
                .andExpect(jsonPath("$.blocking").value(0));
    }

    @Test
    void aFindingSaysWhereWhyAndHowToAnswerIt() throws Exception {
        sent(FLAWED)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.toAnswer").value(greaterThan(2)))
                .andExpect(jsonPath("$.findings[*].rule").value(hasItem("LoopsAreBatched")))
                .andExpect(jsonPath("$.findings[0].file").value("rakelib/prod/checked.rake"))
                .andExpect(jsonPath("$.findings[0].line").value(greaterThan(0)))
                .andExpect(jsonPath("$.findings[0].requirement").isNotEmpty())
                .andExpect(jsonPath("$.findings[0].why").isNotEmpty())
                .andExpect(jsonPath("$.findings[0].howToAnswer").isNotEmpty())
                .andExpect(jsonPath("$.findings[0].id").value(containsString("-")));
    }

    @Test
    void theCommandIsCheckedAgainstTheFile() throws Exception {
        mvc.perform(post("/api/rake-checks")
                        .contentType(MediaType.TEXT_PLAIN)
                        .param("path", "rakelib/prod/claims.rake")
                        .param("command", "bundle exec rake claims:expired")
                        .content(CLEAN))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.blocking").value(1))
                .andExpect(jsonPath("$.findings[0].rule").value("CommandNamesARakeTask"))
                .andExpect(jsonPath("$.findings[0].howToAnswer").value(containsString("claims:expire (line 3)")));
    }

    @Test
    void thePlaceInTheRepositoryIsCheckedWhenItIsGiven() throws Exception {
        mvc.perform(post("/api/rake-checks")
                        .contentType(MediaType.TEXT_PLAIN)
                        .param("path", "lib/tasks/claims.rake")
                        .content(CLEAN))
                .andExpect(jsonPath("$.findings[0].rule").value("RakeTaskIsInProductionFolder"))
                .andExpect(jsonPath("$.findings[0].blocking").value(true));
    }

    @Test
    void rubyWithoutATaskIsNoRakeFile() throws Exception {
        sent("puts 'no task here'\n")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.tasks").value(empty()))
                .andExpect(jsonPath("$.blocking").value(1))
                .andExpect(jsonPath("$.findings[0].sentence").value("The file defines no rake task."));
    }

    @Test
    void aFormAndJsonAreTakenToo() throws Exception {
        mvc.perform(multipart("/api/rake-checks")
                        .file(new MockMultipartFile("file", "a.rake", "text/plain", bytes(FLAWED)))
                        .param("command", "rake backfill"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.blocking").value(0))
                .andExpect(jsonPath("$.tasks[0].name").value("backfill"));
        asJson(Map.of("content", FLAWED, "path", "rakelib/prod/b.rake", "command", "rake other"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.path").value("rakelib/prod/b.rake"))
                .andExpect(jsonPath("$.blocking").value(1));
    }

    @Test
    void whatDoesNotParseIsAnsweredWithTheParsersPlace() throws Exception {
        unprocessable(sent("task :a do\n  foo(1,\nend\n"))
                .andExpect(jsonPath("$.line").value(greaterThan(0)))
                .andExpect(jsonPath("$.column").value(greaterThan(0)));
    }

    @Test
    void aBinaryNamedRakeIsRefused() throws Exception {
        byte[] binary = new byte[20_000];
        new Random(5).nextBytes(binary);

        unprocessable(mvc.perform(multipart("/api/rake-checks")
                        .file(new MockMultipartFile("file", "a.rake", "application/octet-stream", binary))))
                .andExpect(jsonPath("$.detail").value(containsString("binary")));
    }

    @Test
    void anotherCharsetIsRefusedWithItsName() throws Exception {
        unprocessable(mvc.perform(post("/api/rake-checks")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(CLEAN.getBytes(StandardCharsets.UTF_16))))
                .andExpect(jsonPath("$.detail").value(containsString("UTF-8")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "a {", "if a\n", "begin\n", "b(", "->{", "!"})
    void deeplyNestedRubyHasAnOutcome(String opening) throws Exception {
        unprocessable(sent("task :a do\n" + opening.repeat(60_000) + "\nend\n"));
    }

    @Test
    void deeplyNestedRubyThatIsWellFormedIsAnsweredWithThePlaceWhereItIsTooDeep() throws Exception {
        unprocessable(sent("task :a do\n" + "[".repeat(5_000) + "]".repeat(5_000) + "\nend\n"))
                .andExpect(jsonPath("$.detail").value(containsString("levels deep")))
                .andExpect(jsonPath("$.line").value(2));
    }

    @Test
    void aMegabyteOfOrdinaryRubyHasAnOutcome() throws Exception {
        String task = "task a%05d: :environment do\n  Claim.where(kind: nil).update_all(kind: 'a')\nend\n";
        StringBuilder ruby = new StringBuilder();
        for (int i = 0; ruby.length() + 100 < RubyParser.MAX_BYTES; i++) {
            ruby.append(task.formatted(i));
        }

        unprocessable(sent(ruby.toString())).andExpect(jsonPath("$.detail").value(containsString("be checked")));
    }

    @Test
    void aMegabyteOfDataInAFileIsChecked() throws Exception {
        String ids = "    1234567890\n".repeat((RubyParser.MAX_BYTES - 1_000) / 15);

        sent("task a: :environment do\n  ids = %w[\n" + ids + "  ]\n  Claim.where(id: ids).delete_all\nend\n")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.findings[*].rule").value(hasItem("TaskHasADryRun")));
    }

    @Test
    void moreThanAMegabyteIsTooLarge() throws Exception {
        String large = "# a comment\n".repeat(RubyParser.MAX_BYTES / 12 + 1);

        tooLarge(sent(large));
        tooLarge(asJson(Map.of("content", large)));
        tooLarge(asJson(Map.of("content", "\u0001".repeat(7 * RubyParser.MAX_BYTES / 6))));
        tooLarge(mvc.perform(multipart("/api/rake-checks")
                .file(new MockMultipartFile("file", "a.rake", "text/plain", bytes(large)))));
    }

    @Test
    void whatIsNoFileIsRefusedByTheFieldItLacks() throws Exception {
        unprocessable(sent("")).andExpect(jsonPath("$.detail").value(containsString("no file")));
        unprocessable(mvc.perform(multipart("/api/rake-checks").param("path", "a.rake")));
        asJson(Map.of("path", "a.rake"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("content"));
        mvc.perform(post("/api/rake-checks")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"content\": "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("content"));
        mvc.perform(post("/api/rake-checks")
                        .contentType(MediaType.TEXT_PLAIN)
                        .param("path", "a".repeat(1_001))
                        .content(CLEAN))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("path"));
        mvc.perform(post("/api/rake-checks")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("a=b"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void theTemplateIsServedAsMarkdownToCopy() throws Exception {
        mvc.perform(get("/api/pull-request-template"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/markdown;charset=UTF-8"))
                .andExpect(content().string(is(PullRequestTemplate.markdown())));
    }

    private ResultActions sent(String ruby) throws Exception {
        return mvc.perform(
                post("/api/rake-checks").contentType(MediaType.TEXT_PLAIN).content(bytes(ruby)));
    }

    private ResultActions asJson(Map<String, String> body) throws Exception {
        return mvc.perform(
                post("/api/rake-checks").contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(body)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ResultActions unprocessable(ResultActions answer) throws Exception {
        return answer.andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.field").value("file"));
    }

    private static void tooLarge(ResultActions answer) throws Exception {
        answer.andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.detail").value(containsString("1 MB")));
    }
}
