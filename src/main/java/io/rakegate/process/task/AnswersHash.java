package io.rakegate.process.task;

import io.rakegate.policy.Answers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A hash of the four answers as they were read, so that a later change of the text shows. */
final class AnswersHash {

    private AnswersHash() {}

    /** SHA-256 over the four answers, each with its length before it, so that text cannot move between them. */
    static String of(Answers answers) {
        StringBuilder all = new StringBuilder();
        for (String answer : new String[] {
            answers.whatCouldHappen(), answers.mitigation(), answers.backoutPlan(), answers.logPointer()
        }) {
            all.append(answer.length()).append(':').append(answer);
        }
        return Sha256.of(new ByteArrayInputStream(all.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
