package io.rakegate.policy;

import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.ruby.RubyProblem;
import io.rakegate.policy.ruby.RubyTooIntricate;
import io.rakegate.policy.rule.CommandGivesTheTaskItsArguments;
import io.rakegate.policy.rule.CommandNamesARakeTask;
import io.rakegate.policy.rule.CommandRunsNothingElse;
import io.rakegate.policy.rule.EnvironmentGuardTellsStagingFromProduction;
import io.rakegate.policy.rule.FailureIsNotSwallowed;
import io.rakegate.policy.rule.LoopsAreBatched;
import io.rakegate.policy.rule.NoInterpolatedShellOrSql;
import io.rakegate.policy.rule.NoPersonalDataInOutput;
import io.rakegate.policy.rule.OneTaskPerFile;
import io.rakegate.policy.rule.PullRequestIsReadyForReview;
import io.rakegate.policy.rule.RakeFileIsReadable;
import io.rakegate.policy.rule.RakeTaskHasASpec;
import io.rakegate.policy.rule.RakeTaskIsInProductionFolder;
import io.rakegate.policy.rule.RequiredQuestionsAreAnswered;
import io.rakegate.policy.rule.TaskAsksForNoInput;
import io.rakegate.policy.rule.TaskCanRunAgain;
import io.rakegate.policy.rule.TaskHasADryRun;
import io.rakegate.policy.rule.TaskNameIsUnique;
import io.rakegate.policy.rule.TransactionDoesNotHideFailure;
import io.rakegate.policy.rule.WritesAreVisibleInThePullRequest;
import io.rakegate.policy.rule.WritesHappenInATransaction;
import io.rakegate.pullrequest.ChangedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All rules that a change is checked against, in the order in which people read the findings. */
public final class PolicyRules {

    private final RakeTaskIsInProductionFolder inProductionFolder;
    private final RakeFileIsReadable readable = new RakeFileIsReadable();
    private final List<Rule> aboutThePullRequest;
    private final List<CommandRule> aboutTheCommand;
    private final List<RakeFileRule> aboutEachRakeFile;

    /** The rules with the production rake task folder of the process document. */
    public PolicyRules() {
        this(RakeTaskIsInProductionFolder.DEFAULT_FOLDER);
    }

    /**
     * The rules with another production rake task folder.
     *
     * @param productionFolder path from the repository's root
     */
    public PolicyRules(String productionFolder) {
        inProductionFolder = new RakeTaskIsInProductionFolder(productionFolder);
        aboutTheCommand = List.of(
                new CommandNamesARakeTask(), new CommandRunsNothingElse(), new CommandGivesTheTaskItsArguments());
        aboutThePullRequest = List.of(readable, new RequiredQuestionsAreAnswered(), new PullRequestIsReadyForReview());
        aboutEachRakeFile = List.of(
                new WritesHappenInATransaction(),
                new TransactionDoesNotHideFailure(),
                new TaskCanRunAgain(),
                new FailureIsNotSwallowed(),
                new TaskHasADryRun(),
                new LoopsAreBatched(),
                new NoPersonalDataInOutput(),
                new WritesAreVisibleInThePullRequest(),
                new OneTaskPerFile(),
                new TaskNameIsUnique(),
                new TaskAsksForNoInput(),
                new EnvironmentGuardTellsStagingFromProduction(),
                new NoInterpolatedShellOrSql(),
                new RakeTaskHasASpec());
    }

    /** Names of all rules, in the order of checking; a finding's {@link Finding#rule()} is one of them. */
    public List<String> names() {
        return Stream.of(
                        Stream.of(inProductionFolder),
                        rules(aboutTheCommand),
                        rules(aboutThePullRequest),
                        rules(aboutEachRakeFile))
                .flatMap(rules -> rules)
                .map(rule -> rule.getClass().getSimpleName())
                .toList();
    }

    private static Stream<Object> rules(List<?> rules) {
        return rules.stream().map(rule -> rule);
    }

    /** Every finding about a change, in the order of the rules; empty if there is nothing to say. */
    public List<Finding> check(Submission submission) {
        List<RakeFile> files = submission.pullRequest().rakeFiles().stream()
                .map(RakeFile::read)
                .toList();
        List<Finding> findings = new ArrayList<>(inProductionFolder.check(submission));
        aboutTheCommand.forEach(rule -> findings.addAll(rule.check(submission.command(), files)));
        aboutThePullRequest.forEach(rule -> findings.addAll(rule.check(submission)));
        List<String> paths =
                submission.pullRequest().files().stream().map(ChangedFile::path).toList();
        Surroundings surroundings = new Surroundings(paths, files, submission.elsewhere());
        relevant(files).forEach(file -> findings.addAll(checkReadable(file, surroundings)));
        return Anchors.set(findings, files);
    }

    /** Every finding about a rake file on its own, before there is a pull request. */
    public List<Finding> check(RakeFile file) {
        return Anchors.set(
                readable.check(file).map(List::of).orElseGet(() -> checkReadable(file, Surroundings.NONE)),
                List.of(file));
    }

    /**
     * Every finding about a rake file on its own, its place in the repository included.
     *
     * @param command the command that is to run it; nothing is said about the command if it is blank
     */
    public List<Finding> check(RakeFile file, String command) {
        List<Finding> findings = new ArrayList<>(inProductionFolder.check(file));
        if (!command.isBlank()) {
            aboutTheCommand.forEach(rule -> findings.addAll(rule.check(command, List.of(file))));
        }
        findings.addAll(check(file));
        return Anchors.set(findings, List.of(file));
    }

    private List<Finding> checkReadable(RakeFile file, Surroundings surroundings) {
        try {
            RakeCode code = RakeCode.of(file);
            return code == null
                    ? List.of()
                    : aboutEachRakeFile.stream()
                            .flatMap(rule -> rule.check(code, surroundings).stream())
                            .toList();
        } catch (RubyTooIntricate tooIntricate) {
            return List.of(readable.finding(file, RubyProblem.of(tooIntricate)));
        }
    }

    /** The files of the production folder; all of them while there is none in it. */
    private List<RakeFile> relevant(List<RakeFile> files) {
        List<RakeFile> inFolder = files.stream()
                .filter(file -> inProductionFolder.contains(file.path()))
                .toList();
        return inFolder.isEmpty() ? files : inFolder;
    }
}
