package io.rakegate.policy.rule;

import io.rakegate.policy.Finding;
import io.rakegate.policy.ProcessDocument;
import io.rakegate.policy.RakeFileRule;
import io.rakegate.policy.Surroundings;
import io.rakegate.policy.code.RakeCode;
import io.rakegate.policy.code.TaskCode;
import io.rakegate.policy.code.Words;
import io.rakegate.policy.ruby.RubyNode;
import io.rakegate.policy.ruby.RubyText;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A task that asks where it runs asks for the deployment, not for the mode of Rails, which is the same in staging. */
public final class EnvironmentGuardTellsStagingFromProduction implements RakeFileRule {

    private static final Set<String> DEPLOYMENT = Words.setOf(
            "vsp_environment deploy_env deployment_environment deployment_env deploy_environment app_env hostname"
                    + " environment_name aws_environment dd_env DD_ENV DEPLOY_ENV APP_ENV VSP_ENVIRONMENT HOSTNAME");
    private static final Wording WORDING = new Wording(
            EnvironmentGuardTellsStagingFromProduction.class,
            ProcessDocument.LOWER_ENVIRONMENT,
            "Staging runs Rails in production mode too: the guard lets both pass, and a command has been run in the wrong"
                    + " one before.",
            "Ask for the deployment's own environment setting instead; or say how the operator makes sure where this runs.");

    @Override
    public List<Finding> check(RakeCode code, Surroundings surroundings) {
        return code.tasks().stream()
                .filter(task -> !asksForTheDeployment(task))
                .flatMap(task -> guards(task, code))
                .distinct()
                .toList();
    }

    private static boolean asksForTheDeployment(TaskCode task) {
        return task.nodes().flatMap(node -> Stream.ofNullable(Words.name(node))).anyMatch(DEPLOYMENT::contains);
    }

    private static Stream<Finding> guards(TaskCode task, RakeCode code) {
        return task.nodes()
                .filter(node -> isRailsMode(node))
                .map(node -> WORDING.toAnswer(
                        code,
                        node.line(),
                        "\"" + node.text() + "\" is true in staging as well: Rails runs in production mode there."));
    }

    private static boolean isRailsMode(RubyNode node) {
        if (node.is("call")) {
            return node.childText("method").equals("production?") && isRailsEnv(node.childText("receiver"));
        }
        RubyNode left = node.child("left");
        RubyNode right = node.child("right");
        return node.is("binary")
                && Set.of("==", "!=").contains(node.childText("operator"))
                && left != null
                && right != null
                && isRailsEnv(left.text())
                && "production".equals(RubyText.literal(right));
    }

    private static boolean isRailsEnv(String text) {
        return Set.of(
                        "Rails.env",
                        "ENV['RAILS_ENV']",
                        "ENV[\"RAILS_ENV\"]",
                        "ENV.fetch('RAILS_ENV')",
                        "Rails.env.to_s",
                        "::Rails.env")
                .contains(text);
    }
}
