package io.rakegate.sandbox.github.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rakegate.sandbox.github.InSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Cuts lists into pages as GitHub does, 30 elements each unless asked otherwise, 100 at most, with a Link header. */
@InSandbox
@Component("sandboxGitHubPaging")
class Paging {

    private static final int MOST = 100;
    private static final int USUAL = 30;

    private final Wire wire;

    Paging(Wire wire) {
        this.wire = wire;
    }

    /** Which page was asked for; nonsense counts as the first page and the usual size. */
    record Page(@Nullable String page, @Nullable String per_page) {

        int number() {
            return read(page, 1);
        }

        int size() {
            return Math.min(read(per_page, USUAL), MOST);
        }

        private static int read(@Nullable String number, int otherwise) {
            boolean sensible = number != null && number.matches("[1-9]\\d{0,8}");
            return sensible ? Integer.parseInt(number) : otherwise;
        }

        <T> List<T> of(List<T> all) {
            int from = (int) Math.min((long) (number() - 1) * size(), all.size());
            return all.subList(from, Math.min(from + size(), all.size()));
        }
    }

    <T> ResponseEntity<Object> answer(List<T> all, Page page, Function<T, ObjectNode> toJson) {
        return headed(all.size(), page).body(wire.array(page.of(all), toJson));
    }

    ResponseEntity.BodyBuilder headed(int total, Page page) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        String links = links(total, page);
        return links.isEmpty() ? answer : answer.header(HttpHeaders.LINK, links);
    }

    private static String links(int total, Page page) {
        int last = Math.max(1, (total + page.size() - 1) / page.size());
        int number = page.number();
        List<String> links = new ArrayList<>();
        if (number > 1) {
            links.add(link(Math.min(number - 1, last), "prev"));
        }
        if (number < last) {
            links.add(link(number + 1, "next"));
            links.add(link(last, "last"));
        }
        if (number > 1) {
            links.add(link(1, "first"));
        }
        return String.join(", ", links);
    }

    private static String link(int number, String relation) {
        String url = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", number)
                .build()
                .toUriString();
        return "<" + url + ">; rel=\"" + relation + "\"";
    }
}
