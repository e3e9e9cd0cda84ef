package io.rakegate.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a person typed with a file that waits for an approver, and how they named it.
 *
 * @param fields the typed fields
 * @param fileName name of the file, without path parts
 */
record Typed(EvidenceFields fields, String fileName) {

    /** The same with every text changed, but for the reason of who asks, in which nothing is found. */
    Typed with(UnaryOperator<String> change) {
        return new Typed(
                new EvidenceFields(
                        fields.sha(),
                        change.apply(fields.command()),
                        fields.startedAt(),
                        fields.endedAt(),
                        fields.exitStatus(),
                        fields.rowsBefore(),
                        fields.rowsChanged(),
                        fields.rowsAfter(),
                        fields.expectedRemainder(),
                        change.apply(fields.remainderReason()),
                        change.apply(fields.zeroRowsReason()),
                        change.apply(fields.logPointer()),
                        change.apply(fields.summary()),
                        fields.falseAlarmReason(),
                        fields.declaration(),
                        fields.useRedacted()),
                change.apply(fileName));
    }

    /** The texts for a person to read, one after the other. */
    String inWords() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Command", fields.command());
        texts.put("Summary", fields.summary());
        texts.put("Where in the logs", fields.logPointer());
        texts.put("Why rows remain", fields.remainderReason());
        texts.put("Why no rows changed", fields.zeroRowsReason());
        texts.put("Name of the file", fileName);
        return texts.entrySet().stream()
                .filter(text -> !text.getValue().isEmpty())
                .map(text -> text.getKey() + ":\n" + text.getValue() + "\n")
                .collect(Collectors.joining("\n"));
    }
}
