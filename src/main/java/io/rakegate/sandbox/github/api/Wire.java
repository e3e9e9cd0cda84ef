package io.rakegate.sandbox.github.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.InSandbox;
import io.rakegate.sandbox.github.PublicAddress;
import io.rakegate.sandbox.github.Repository;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What every answer is made of: objects, times, node ids and addresses as GitHub writes them. */
@InSandbox
@Component("sandboxGitHubWire")
class Wire {

    static final String ROOT = "/sandbox/github/api/v3";

    private static final List<String> REACTIONS =
            List.of("+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes");

    private final PublicAddress pages;

    Wire(PublicAddress pages) {
        this.pages = pages;
    }

    ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    <T> ArrayNode array(Collection<T> values, Function<T, ObjectNode> toJson) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(toJson.apply(value)));
        return array;
    }

    @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    String nodeId(String kind, long id) {
        return Base64.getEncoder().encodeToString(("0" + kind.length() + ":" + kind + id).getBytes(UTF_8));
    }

    /** The reactions to what has this address: nobody here reacts with a picture. */
    ObjectNode reactions(String url) {
        ObjectNode reactions = object().put("url", url + "/reactions").put("total_count", 0);
        REACTIONS.forEach(reaction -> reactions.put(reaction, 0));
        return reactions;
    }

    /** An address of the interface, as the caller reaches it: a client follows it. */
    String api(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(ROOT).toUriString() + path;
    }

    String api(Repository repository, String path) {
        return api("/repos/" + repository.fullName() + path);
    }

    PublicAddress pages() {
        return pages;
    }
}
