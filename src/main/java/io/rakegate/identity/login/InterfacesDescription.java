package io.rakegate.identity.login;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Adds to the description of the interfaces what holds for all of them: how a program says who it is, what the door
 * answers before an interface is reached, the parts of every address, and that each refusal is a problem (RFC 9457).
 */
@Component
class InterfacesDescription implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";
    private static final String CHANGE = "/{owner}/{repository}/{number}";

    private static final String ABOUT = """
            The approval process for production database changes. Tasks are completed at /engine-rest; \
            which variables each asks for is in processes/README.md. \
            Refusals are problem JSON (RFC 9457): a sentence in detail, and in field what it is about.""";

    private static final Map<String, String> DOOR = Map.of(
            "401", "Not logged in, or the token is not valid or no longer",
            "403", "Logged in, but not allowed to do this",
            "429", "More requests than one person may send in a minute");

    /** Open to anybody, or checked by a signature of its own. */
    private static final Map<String, String> DOOR_OF_OPEN = Map.of("429", "More requests than one address may send");

    private static final Map<String, String> PARTS = Map.of(
            "owner", "Owner of the repository",
            "repository", "Name of the repository, without its owner",
            "number", "Number of the pull request that opened the change",
            "environment", "Where it ran: local, development, staging, production or backout",
            "id", "Its id, as the list gives it");

    private static final Map<String, String> PROBLEM_FIELDS = Map.of(
            "type", "Kind of problem, about:blank where the status says it",
            "title", "The status in words",
            "detail", "What is wrong and what to do, in a sentence",
            "instance", "The path that was asked for",
            "field", "Name of the field that it is about, if it is about one");

    @Override
    public void customise(OpenAPI description) {
        description.setInfo(new Info().title("Rakegate").version("1").description(ABOUT));
        description.schema(PROBLEM, problem());
        description.getComponents().addSecuritySchemes(TOKEN, bearer());
        if (description.getPaths() != null) {
            description.getPaths().forEach(InterfacesDescription::complete);
        }
    }

    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema().description("Why nothing was done");
        new TreeMap<>(PROBLEM_FIELDS)
                .forEach((name, about) -> problem.addProperty(name, new StringSchema().description(about)));
        problem.addProperty("status", new Schema<Integer>().type("integer").description("The status"));
        return problem;
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A token made at /tokens, which acts in the name of whoever made it");
    }

    private static void complete(String path, PathItem item) {
        boolean open = path.startsWith("/webhooks/") || path.equals("/api/audit/keys");
        item.readOperations().forEach(operation -> {
            if (!open) {
                operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
            }
            answers(operation, open ? DOOR_OF_OPEN : DOOR);
            if (path.contains(CHANGE)) {
                answers(operation, Map.of("404", "No such change, or not one that you may see"));
            }
            parts(operation);
        });
    }

    private static void answers(Operation operation, Map<String, String> more) {
        ApiResponses answers = operation.getResponses();
        new TreeMap<>(more)
                .forEach((status, about) -> answers.putIfAbsent(status, new ApiResponse().description(about)));
        answers.forEach((status, answer) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                answer.setContent(new Content().addMediaType("application/problem+json", reference()));
            }
        });
    }

    private static MediaType reference() {
        return new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
    }

    private static void parts(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(part -> part.getDescription() == null && PARTS.containsKey(part.getName()))
                    .forEach(part -> part.setDescription(PARTS.get(part.getName())));
        }
    }
}
