package io.rakegate.audit;

import io.rakegate.audit.ApprovalGiven.Standing;
import io.rakegate.process.ApprovalVariables;
import io.rakegate.process.catalogue.Act;
import io.rakegate.process.catalogue.ChangeVariables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every decision of step 5 that was ever made about a change, withdrawn ones included. */
@Component
class ApprovalsGiven {

    private final VariableHistory variables;
    private final WhatWasSeen seen;

    ApprovalsGiven(VariableHistory variables, WhatWasSeen seen) {
        this.variables = variables;
        this.seen = seen;
    }

    List<ApprovalGiven> of(String processInstanceId, Kept kept) {
        List<ApprovalGiven> given = new ArrayList<>();
        given.addAll(of(processInstanceId, kept, ApprovalVariables.LEAD, "Engineering lead"));
        given.addAll(of(processInstanceId, kept, ApprovalVariables.CONSOLE_SERVICES, "Console Services"));
        given.sort(Comparator.comparing(one -> one.act().at()));
        return given;
    }

    private List<ApprovalGiven> of(String processInstanceId, Kept kept, ApprovalVariables side, String name) {
        List<HistoricVariableUpdate> acts = variables.of(processInstanceId, side.act());
        List<HistoricVariableUpdate> decisions = variables.of(processInstanceId, side.decision());
        List<HistoricVariableUpdate> reasons = variables.of(processInstanceId, side.reason());
        List<HistoricVariableUpdate> confirmed = variables.of(processInstanceId, side.confirmsDocuments());
        List<HistoricVariableUpdate> found = variables.of(processInstanceId, side.reviewFound());
        List<ApprovalGiven> given = new ArrayList<>();
        for (int index = 0; index < acts.size(); index++) {
            Act act = side.act().read(acts.get(index).getValue());
            if (act == null) {
                continue;
            }
            HistoricVariableUpdate update = acts.get(index);
            String decision = VariableHistory.at(decisions, side.decision(), update.getTime())
                    .orElse("");
            @Nullable Date next = index + 1 < acts.size() ? acts.get(index + 1).getTime() : null;
            boolean hadItsReview = next == null
                    || VariableHistory.at(found, side.reviewFound(), next).orElse(true);
            Standing standing = standing(kept, side, act, decision, hadItsReview);
            given.add(new ApprovalGiven(
                    name,
                    act,
                    decision,
                    decision.equals("approve")
                            ? ""
                            : VariableHistory.at(reasons, side.reason(), update.getTime())
                                    .orElse(""),
                    VariableHistory.at(confirmed, side.confirmsDocuments(), update.getTime())
                            .orElse(false),
                    seen.of(processInstanceId, side.task(), act),
                    standing,
                    standing == Standing.WITHDRAWN && next != null ? next.toInstant() : null));
        }
        return given;
    }

    private static Standing standing(
            Kept kept, ApprovalVariables side, Act act, String decision, boolean hadItsReview) {
        if (!decision.equals("approve")) {
            return decision.equals("reject") ? Standing.REJECTED : Standing.SENT_BACK;
        }
        if (!hadItsReview) {
            return Standing.NO_REVIEW;
        }
        boolean last = kept.find(side.act()).filter(act::equals).isPresent();
        boolean forTheHead = kept.find(ChangeVariables.HEAD_SHA)
                .filter(sha -> sha.equals(act.headSha()))
                .isPresent();
        if (!last || !forTheHead) {
            return Standing.WITHDRAWN;
        }
        return kept.find(side.reviewFound())
                .map(found -> found ? Standing.STANDS : Standing.NO_REVIEW)
                .orElse(Standing.UNVERIFIED);
    }
}
