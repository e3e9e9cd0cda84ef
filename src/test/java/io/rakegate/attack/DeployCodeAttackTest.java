package io.rakegate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.identity.Deployments;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A process owner, or somebody who is none, tries to get code onto the server with a deployment. */
class DeployCodeAttackTest extends AttackTestBase {

    private static final String DIAGRAM = "processes/prod-db-change.bpmn";

    @Autowired
    private RepositoryService repository;

    @Tried(
            value =
                    "Deploy a class, a bean, a script, an expression, an entity, an outside worker, or approvals for another group",
            outcome = "400 with a sentence for each place; nothing is deployed")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camunda:delegateExpression=\"${findOperator}\"|camunda:class=\"java.lang.Runtime\"",
                "camunda:delegateExpression=\"${findOperator}\"|camunda:delegateExpression=\"${dataSource}\"",
                "camunda:delegateExpression=\"${findOperator}\"|camunda:type=\"external\" camunda:topic=\"x\"",
                "${leadDecision == 'approve'}|${''.getClass().forName('java.lang.Runtime')}",
                "</bpmn:laneSet>|</bpmn:laneSet><bpmn:scriptTask id='X' scriptFormat='juel'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:definitions|<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><bpmn:definitions",
                "camunda:candidateGroups=\"${leadsGroup}\"|camunda:candidateGroups=\"${teamGroup}\""
            })
    void aDiagramWithCodeOrWithoutARuleIsNotDeployed(String part, String instead) throws IOException {
        String diagram = Files.readString(Path.of(DIAGRAM));
        assertThat(diagram).contains(part);
        long before = repository.createDeploymentQuery().count();

        HttpResponse<String> answer =
                Deployments.deploy(targets.port(), "owner", DIAGRAM, diagram.replace(part, instead));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Targets.sentence(answer)).contains("Nothing was deployed.");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Tried(
            value = "Draw the opening of the merge gate, or another step of a change, into a process beside it",
            outcome = "400 with a sentence for each place; nothing is deployed")
    @ParameterizedTest
    @CsvSource({
        "processes/record-evidence.bpmn,ReportEvidence,reportEvidence,OpenMergeGate,openMergeGate",
        "processes/record-evidence.bpmn,VerifyEvidence,verifyEvidence,ReportCompletion,reportCompletion",
        "processes/open-change-by-itself.bpmn,SayHowToStart,sayHowToStart,OpenMergeGate,openMergeGate"
    })
    void aStepOfAChangeIsNotDrawnBesideIt(String file, String name, String bean, String another, String itsBean)
            throws IOException {
        String diagram = Files.readString(Path.of(file))
                .replace("Task_" + name, "Task_" + another)
                .replace("${" + bean + "}", "${" + itsBean + "}");
        assertThat(diagram).contains("id=\"Task_" + another + "\"", "${" + itsBean + "}");

        HttpResponse<String> answer = Deployments.deploy(targets.port(), "owner", file, diagram);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Targets.sentence(answer)).contains("Nothing was deployed.", "has no such step", "ProdDbChange");
    }

    @Tried(
            value = "Deploy archives, scripts, decision tables, pages",
            outcome = "400 with a sentence; nothing is deployed")
    @ParameterizedTest
    @CsvSource({
        "run.groovy,1",
        "run.js,1",
        "all.zip,PK",
        "all.bar,PK",
        "rules.dmn,<definitions/>",
        "case.cmmn,<definitions/>",
        "page.html,<script>1</script>"
    })
    void otherFilesAreNotDeployed(String file, String content) {
        HttpResponse<String> answer = Deployments.deploy(targets.port(), "owner", file, content);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Targets.sentence(answer)).contains("Nothing was deployed.");
    }

    @Tried(value = "Deploy without being a process owner", outcome = "403")
    @ParameterizedTest
    @CsvSource({"creator", "lead", "console", "operator", "auditor", "admin", "platform"})
    void whoIsNoProcessOwnerDeploysNothingAndChecksNothing(String person) throws IOException {
        String diagram = Files.readString(Path.of(DIAGRAM));

        assertThat(Deployments.deploy(targets.port(), person, DIAGRAM, diagram).statusCode())
                .isEqualTo(403);
        assertThat(check(person, diagram).statusCode()).isEqualTo(403);
    }

    @Test
    void aProcessOwnerIsToldWhatIsWrongBeforeDeploying() throws IOException {
        String diagram = Files.readString(Path.of(DIAGRAM));

        HttpResponse<String> fine = check("owner", diagram);
        HttpResponse<String> wrong = check("owner", diagram.replace("${findOperator}", "${dataSource}"));

        assertThat(fine.statusCode()).as(fine.body()).isEqualTo(200);
        assertThat(fine.body()).isEqualTo("{\"deployable\":true,\"findings\":[]}");
        assertThat(wrong.body()).contains("\"deployable\":false", "Task_FindOperator", "${findOperator}");
    }

    private HttpResponse<String> check(String person, String diagram) throws IOException {
        String credentials = Base64.getEncoder()
                .encodeToString((person + ":" + person).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://localhost:" + targets.port() + "/api/diagram-checks"))
                                    .header("Authorization", "Basic " + credentials)
                                    .header("Content-Type", "application/xml")
                                    .POST(BodyPublishers.ofString(diagram))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
