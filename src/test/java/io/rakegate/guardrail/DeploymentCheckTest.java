package io.rakegate.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.process.Delegates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;

class DeploymentCheckTest {

    private static final Path DIAGRAM = Path.of("processes/prod-db-change.bpmn");

    private final DeploymentCheck check = new DeploymentCheck(delegates(), new PathMatchingResourcePatternResolver());

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().matches(".*\\.(bpmn|form|html)")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatComesWithRakegateIsFine(Path file) throws IOException {
        assertThat(check.check(file.toString(), Files.readAllBytes(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</bpmn:laneSet>|</bpmn:laneSet><bpmn:scriptTask id='X' scriptFormat='juel'><bpmn:script>1</bpmn:script></bpmn:scriptTask>|<bpmn:scriptTask> is not something",
                "</bpmn:laneSet>|</bpmn:laneSet><bpmn:businessRuleTask id='X'/>|<bpmn:businessRuleTask> is not something",
                "camunda:delegateExpression=\"${findOperator}\"|camunda:class=\"java.lang.Runtime\"|camunda:class is not allowed",
                "camunda:delegateExpression=\"${findOperator}\"|camunda:expression=\"${findOperator}\"|camunda:expression is not allowed",
                "camunda:delegateExpression=\"${findOperator}\"|camunda:type=\"external\" camunda:topic=\"x\"|camunda:type is not allowed",
                "camunda:delegateExpression=\"${findOperator}\"|camunda:delegateExpression=\"${dataSource}\"|names the bean of its own id",
                "camunda:delegateExpression=\"${findOperator}\"|camunda:delegateExpression=\"${openMergeGate}\"|names the bean of its own id",
                "${leadDecision == 'approve'}|${execution.processEngineServices.identityService.newUser('x')}|does more than read one variable",
                "${leadDecision == 'approve'}|${''.getClass().forName('java.lang.Runtime')}|does more than read one variable",
                "${leadDecision == 'approve'}|${leadDecision == 'approve' or true}|does more than read one variable",
                "<camunda:in source=\"localEvidence\" target=\"evidence\" />|<camunda:in sourceExpression=\"${x}\" target=\"evidence\" />|sourceExpression is not allowed",
                "<camunda:in source=\"localEvidence\" target=\"evidence\" />|<camunda:executionListener class=\"X\" event=\"start\" />|<camunda:executionListener> is not something",
                "<camunda:in source=\"localEvidence\" target=\"evidence\" />|<camunda:connector/>|<camunda:connector> is not something",
                "<camunda:in source=\"localEvidence\" target=\"evidence\" />|<camunda:inputOutput/>|<camunda:inputOutput> is not something",
                "camunda:formKey=\"embedded:deployment:processes/forms/upload-evidence.html\"|camunda:formKey=\"embedded:app:https://example.org/x.html\"|A form stands in processes/forms",
                "camunda:candidateGroups=\"${leadsGroup}\"|camunda:candidateGroups=\"${teamGroup}\"|is for ${leadsGroup} and nobody else",
                "camunda:candidateGroups=\"${prodOperatorsGroup}\"|camunda:candidateUsers=\"${creator}\"|camunda:candidateUsers is not allowed",
                "Task_RunInProduction|Task_JustDoIt|This task is missing",
                "End_Completed|End_Done|This end event is missing",
                "<bpmn:process id=\"ProdDbChange\"|<bpmn:process id=\"Other\"|this one has another id",
                "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${findOperator}\"|camunda:delegateExpression=\"${findOperator}\"|Set camunda:asyncBefore"
            })
    void whatADiagramMustNotContainIsSaidInASentence(String part, String instead, String sentence) throws IOException {
        String diagram = Files.readString(DIAGRAM);
        assertThat(diagram).contains(part);

        List<Finding> findings = checked(diagram.replace(part, instead));

        assertThat(findings)
                .anySatisfy(finding -> assertThat(finding.sentence()).contains(sentence));
    }

    @ParameterizedTest
    @CsvSource({
        "Gateway_LeadReviewFound,Gateway_BothApproved,Gateway_AskBothSides,Gateway_BothApproved,"
                + "Task_ApproveAsEngineeringLead",
        "Gateway_LeadReviewFound,Gateway_BothApproved,Gateway_LeadDecision,Gateway_BothApproved,"
                + "Task_VerifyEngineeringLeadReview",
        "Gateway_ApprovalDocumentsComplete,SubProcess_ObtainApprovals,Gateway_ApprovalDocumentsComplete,"
                + "Gateway_MergedAsApproved,Task_ApproveAsConsoleServices",
        "Gateway_AnythingToFix,Task_UploadLocalEvidence,Gateway_AnythingToFix,SubProcess_ObtainApprovals,"
                + "Task_CheckApprovalDocuments",
        "Task_CheckSchedulingDocuments,Gateway_SchedulingDocumentsComplete,Gateway_PassedInStaging,"
                + "Gateway_SchedulingDocumentsComplete,Task_CheckSchedulingDocuments",
        "Gateway_ReadyToRun,Task_AnnounceProductionRun,Gateway_ReadyToRun,Task_RunInProduction,"
                + "Task_AnnounceProductionRun"
    })
    void aWayAroundAGateIsFound(String source, String target, String otherSource, String otherTarget, String gate)
            throws IOException {
        String flow = "sourceRef=\"%s\" targetRef=\"%s\"";
        String diagram = Files.readString(DIAGRAM);
        assertThat(diagram).contains(flow.formatted(source, target));

        List<Finding> findings =
                checked(diagram.replace(flow.formatted(source, target), flow.formatted(otherSource, otherTarget)));

        assertThat(findings)
                .anySatisfy(finding -> assertThat(finding.sentence()).contains("come through " + gate));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions>&e;</definitions>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><definitions>&b;</definitions>",
                "no xml at all",
                ""
            })
    void entitiesAndWhatIsNoXmlAreRefused(String text) {
        assertThat(checked(text))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("no diagram"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.zip", "x.bar", "x.jar", "x.js", "x.groovy", "x.dmn", "x.cmmn", "x.bpmn.exe", "x"})
    void otherFilesAreRefused(String file) {
        assertThat(check.check(file, new byte[] {1}))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("Only diagrams"));
    }

    @Test
    void aFormInHtmlThatIsNotOursIsRefused() {
        assertThat(check.check("a.html", "<form><script>1</script></form>".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("runs code in the browser"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"components\":[{\"type\":\"html\",\"id\":\"a\"}]}|is not allowed",
                "{\"components\":[{\"type\":\"iframe\",\"id\":\"a\"}]}|is not allowed",
                "{\"components\":[{\"type\":\"group\",\"components\":[{\"type\":\"textfield\",\"key\":\"sidesTaken\"}]}]}|no variable that people enter",
                "{|no JSON"
            })
    void aFormAsksForWhatCanBeEntered(String form, String sentence) {
        assertThat(check.check("a.form", form.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains(sentence));
    }

    private List<Finding> checked(String diagram) {
        return check.check("prod-db-change.bpmn", diagram.getBytes(StandardCharsets.UTF_8));
    }

    /** The definitions of the real beans, without any of them. */
    private static DefaultListableBeanFactory delegates() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(org.camunda.bpm.engine.delegate.JavaDelegate.class));
        scanner.scan("io.rakegate.process.task");
        beans.registerSingleton(Delegates.TIMERS, new Object());
        return beans;
    }
}
