package io.rakegate.process.task;

import io.rakegate.evidence.PersonalData;
import io.rakegate.evidence.PersonalDataHit;
import io.rakegate.policy.Answers;
import io.rakegate.policy.Finding;
import io.rakegate.pullrequest.PullRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Personal data in the text of a pull request or in the answers blocks: it must not be on GitHub at all. */
@Component
class PersonalDataFindings {

    private static final String RULE = "NoPersonalDataInThePullRequest";

    private final PersonalData personalData;

    PersonalDataFindings(PersonalData personalData) {
        this.personalData = personalData;
    }

    List<Finding> in(PullRequest pullRequest, Answers answers) {
        String text = String.join(
                "\n",
                pullRequest.title(),
                pullRequest.body(),
                answers.whatCouldHappen(),
                answers.mitigation(),
                answers.backoutPlan(),
                answers.logPointer());
        return personalData.scan(text).stream()
                .limit(10)
                .map(PersonalDataFindings::finding)
                .toList();
    }

    private static Finding finding(PersonalDataHit hit) {
        return new Finding(
                RULE,
                Finding.Severity.BLOCKING,
                "The pull request's text or an answer shows personal data: " + hit.kind() + ", here masked as "
                        + hit.masked() + ".",
                null,
                0,
                "Document results of tests with proof of data output in PR",
                "A pull request is read by many and kept for ever; personal data must not be on GitHub at all.",
                "Take it out of the text, here and on GitHub, where an edit keeps the older text: ask an administrator"
                        + " of the repository to delete that too.");
    }
}
