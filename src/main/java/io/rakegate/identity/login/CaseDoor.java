package io.rakegate.identity.login;

import io.rakegate.identity.Person;
import io.rakegate.identity.engine.SeenCases;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UrlPathHelper;

/**
 * Shut where the address names a task, a case or a part of one that the person may not see, as for one that does not
 * exist. The engine itself would not let them see it either, but answers in words that tell the two apart.
 */
class CaseDoor {

    /** Every id has a digit in it, and none of the words that stand in the same place has one. */
    private static final Pattern ONE = Pattern.compile(
            "/(?:engine-rest(?:/engine/[^/]+)?|camunda/api/engine/engine/[^/]+)"
                    + "/(?<kind>task|process-instance|execution|job|history/process-instance)/(?<id>[^/]*\\d[^/]*)(?:/.*)?");

    private final SeenCases cases;
    private final Problems problems;

    CaseDoor(SeenCases cases, Problems problems) {
        this.cases = cases;
        this.problems = problems;
    }

    boolean isShut(HttpServletRequest request, Person person) {
        Matcher one = ONE.matcher(UrlPathHelper.defaultInstance.getPathWithinApplication(request));
        return one.matches() && !cases.isSeen(person, one.group("kind"), one.group("id"));
    }

    void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.send(request, response, HttpStatus.NOT_FOUND, "There is nothing of this id that you may see.");
    }
}
