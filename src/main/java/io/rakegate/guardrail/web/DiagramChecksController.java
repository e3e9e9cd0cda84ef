package io.rakegate.guardrail.web;

import io.rakegate.guardrail.DeploymentCheck;
import io.rakegate.guardrail.Finding;
import io.rakegate.identity.Acting;
import io.rakegate.identity.Groups;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/diagram-checks}: what a process owner asks before deploying. Nothing is kept. */
@RestController
@RequestMapping("/api/diagram-checks")
@Tag(name = "Diagram checks")
class DiagramChecksController {

    private final DeploymentCheck check;
    private final Acting acting;
    private final Groups groups;

    DiagramChecksController(DeploymentCheck check, Acting acting, Groups groups) {
        this.check = check;
        this.acting = acting;
        this.groups = groups;
    }

    /** Checks the file in the body; its name says what kind of file it is. */
    @PostMapping
    @Operation(
            summary = "Check a diagram or form",
            description = "For process owners, before they deploy it. Keeps nothing.")
    @ApiResponse(responseCode = "200", description = "What would keep it from being deployed, empty if nothing does")
    Checked check(
            @Parameter(description = "Name of the file, whose ending says what it is")
                    @RequestParam(defaultValue = "diagram.bpmn")
                    String file,
            InputStream body)
            throws IOException {
        boolean owner = acting.now()
                .filter(person -> person.groups().contains(groups.processOwners()))
                .isPresent();
        if (!owner) {
            throw new ErrorResponseException(HttpStatus.FORBIDDEN);
        }
        List<Finding> findings = check.check(file, body.readNBytes(DeploymentCheck.MOST + 1));
        return new Checked(findings.isEmpty(), findings);
    }

    /**
     * What came of it.
     *
     * @param deployable whether the file could be deployed as it is
     * @param findings what keeps it from that
     */
    record Checked(boolean deployable, List<Finding> findings) {}
}
