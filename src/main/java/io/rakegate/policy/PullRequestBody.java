package io.rakegate.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the four answers out of a pull request's description, and writes them into it. */
public final class PullRequestBody {

    /** Heading of the section that is added to a body without questions; it ends any answer before it. */
    static final String SECTION = "Answers for the production change";

    private static final String MOVED = "see below";

    private PullRequestBody() {}

    /**
     * The answers in a description: below headings of any level, after bold or plain questions, in list items, in
     * tables, in any order. Comments and what a template put there are left out. Of several answers to one question the
     * first that says something counts.
     */
    public static Answers answers(String markdown) {
        List<AnswerPlace> places = places(normalised(markdown));
        return new Answers(
                answer(places, Question.WHAT_COULD_HAPPEN),
                answer(places, Question.MITIGATION),
                answer(places, Question.BACKOUT_PLAN),
                answer(places, Question.LOG_POINTER));
    }

    /**
     * The description with these answers below their questions, as quotations so that nothing in them is taken for
     * structure; a question that is not there yet is added. An empty answer, and one that is there already, changes
     * nothing. What is written is read back the same by {@link #answers}, unless it says nothing and the body asks twice.
     */
    public static String withAnswers(String markdown, Answers answers) {
        String body = normalised(markdown);
        List<Question> missing = new ArrayList<>();
        for (Question question : Question.values()) {
            String answer = normalised(question.answerIn(answers)).strip();
            Optional<AnswerPlace> place = best(places(body), question);
            if (answer.isEmpty() || place.map(AnswerPlace::answer).orElse("").equals(answer)) {
                continue;
            }
            String written = place.isPresent() ? replaced(body, place.get(), answer) : body;
            if (answer(places(written), question).equals(answer)) {
                body = written;
            } else {
                body = place.isPresent() && place.get().kind() == BodyMark.Kind.CELL ? written : body;
                missing.add(question);
            }
        }
        return missing.isEmpty() ? body : withSection(body, missing, answers);
    }

    private static String replaced(String body, AnswerPlace place, String answer) {
        String before = body.substring(0, place.start());
        String after = body.substring(place.end());
        if (place.kind() == BodyMark.Kind.CELL) {
            return before + MOVED + after;
        }
        return before.stripTrailing() + "\n\n" + quoted(answer, " ".repeat(place.indent())) + "\n\n"
                + withoutBlankLines(after);
    }

    private static String withoutBlankLines(String text) {
        int at = text.length() - text.stripLeading().length();
        return text.substring(text.lastIndexOf('\n', at - 1) + 1);
    }

    private static String withSection(String body, List<Question> questions, Answers answers) {
        StringBuilder section = new StringBuilder("## ").append(SECTION);
        for (Question question : questions) {
            section.append("\n\n### ").append(question.text()).append("\n\n");
            section.append(quoted(normalised(question.answerIn(answers)).strip(), ""));
        }
        String below = body.isBlank() ? section + "\n" : body.stripTrailing() + "\n\n" + section + "\n";
        boolean legible = questions.stream()
                .allMatch(question -> answer(places(below), question)
                        .equals(normalised(question.answerIn(answers)).strip()));
        // a comment or code block that the body never closes would swallow what comes after it
        return legible ? below : section + "\n\n---\n\n" + body;
    }

    private static String quoted(String answer, String indent) {
        StringBuilder quoted = new StringBuilder();
        for (String line : answer.split("\n", -1)) {
            quoted.append(quoted.isEmpty() ? "" : "\n").append(indent).append(line.isEmpty() ? ">" : "> " + line);
        }
        return quoted.toString();
    }

    private static String answer(List<AnswerPlace> places, Question question) {
        return best(places, question).map(AnswerPlace::answer).orElse("");
    }

    /** A template may be left in beside the real answer: the best answer counts, and among equals the first. */
    private static Optional<AnswerPlace> best(List<AnswerPlace> places, Question question) {
        return places.stream()
                .filter(place -> place.question() == question)
                .min(Comparator.comparingInt(PullRequestBody::rank));
    }

    private static int rank(AnswerPlace place) {
        return switch (AnswerQuality.of(place.question(), place.answer())) {
            case ANSWERED -> 0;
            case TOO_SHORT -> 1;
            case PLACEHOLDER -> 2;
            case TEMPLATE -> 3;
            case MISSING -> 4;
        };
    }

    private static List<AnswerPlace> places(String body) {
        BodyOutline outline = BodyOutline.of(body);
        List<BodyMark> marks = outline.marks();
        List<AnswerPlace> places = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            BodyMark mark = marks.get(i);
            Question question = mark.question();
            if (question != null) {
                places.add(
                        AnswerPlace.of(mark, question, end(mark, marks.subList(i + 1, marks.size())), outline, body));
            }
        }
        return places;
    }

    private static int end(BodyMark mark, List<BodyMark> later) {
        int next = later.stream()
                .filter(other -> other.start() >= mark.end() && other.ends(mark))
                .mapToInt(BodyMark::start)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        return Math.max(mark.end(), Math.min(next, mark.limit()));
    }

    private static String normalised(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
