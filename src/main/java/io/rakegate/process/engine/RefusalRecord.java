package io.rakegate.process.engine;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntryBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps refused acts in the operation log: who tried what, with the sentence they were told. The refused transaction
 * leaves nothing behind, so this happens in one of its own, once that one has ended.
 */
final class RefusalRecord {

    /** What the operation log calls it. */
    static final String OPERATION = "Refuse";

    /** The property whose new value is the sentence. */
    static final String PROPERTY = "refusal";

    private static final Logger LOG = LoggerFactory.getLogger(RefusalRecord.class);
    private static final int LONGEST = 2_000;

    private final ProcessEngineConfigurationImpl engine;
    private final AtMost atMost;

    RefusalRecord(ProcessEngineConfigurationImpl engine, int perMinute, Clock clock) {
        this.engine = engine;
        this.atMost = new AtMost(perMinute, clock);
    }

    /** Records that the acting person was refused a command. */
    void add(Command<?> command, String sentence) {
        Authentication acting = engine.getIdentityService().getCurrentAuthentication();
        if (acting == null || acting.getUserId() == null) {
            return;
        }
        LOG.info("Refused {} to {}: {}", command.getClass().getSimpleName(), acting.getUserId(), oneLine(sentence));
        if (!atMost.another(acting.getUserId())) {
            LOG.warn("{} is refused so often that the operation log leaves some out.", acting.getUserId());
            return;
        }
        CommandSubject subject = CommandSubject.of(command);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new Afterwards(acting, subject, sentence));
        } else {
            write(acting, subject, sentence);
        }
    }

    private void write(Authentication acting, CommandSubject subject, String sentence) {
        Authentication now = engine.getIdentityService().getCurrentAuthentication();
        engine.getIdentityService().setAuthentication(acting);
        try {
            engine.getCommandExecutorTxRequiresNew().execute(context -> insert(context, subject, sentence));
        } finally {
            engine.getIdentityService().setAuthentication(now);
        }
    }

    private static @Nullable Void insert(CommandContext context, CommandSubject subject, String sentence) {
        List<PropertyChange> what = List.of(new PropertyChange(PROPERTY, null, oneLine(sentence)));
        var entry = subject.task()
                .map(task -> UserOperationLogContextEntryBuilder.entry(OPERATION, EntityTypes.TASK)
                        .inContextOf(task, what))
                .or(() -> subject.execution()
                        .map(execution -> UserOperationLogContextEntryBuilder.entry(
                                        OPERATION, EntityTypes.PROCESS_INSTANCE)
                                .inContextOf(
                                        Optional.ofNullable(execution.getProcessInstance())
                                                .orElse(execution),
                                        what)))
                .orElseGet(() -> UserOperationLogContextEntryBuilder.entry(OPERATION, EntityTypes.PROCESS_INSTANCE)
                        .propertyChanges(what));
        UserOperationLogContext log = new UserOperationLogContext();
        log.addEntry(entry.category(UserOperationLogEntry.CATEGORY_TASK_WORKER).create());
        context.getOperationLogManager().logUserOperations(log);
        return null;
    }

    /** The sentence can hold what was sent, and that can hold what the database does not take, such as NUL. */
    private static String oneLine(String sentence) {
        String line = sentence.replaceAll("[\\s\\p{Cntrl}]+", " ");
        String shortened = line.length() <= LONGEST ? line : line.substring(0, LONGEST);
        return new String(shortened.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Waits for a transaction of Spring's that is around the command. */
    private final class Afterwards implements TransactionSynchronization {

        private final Authentication acting;
        private final CommandSubject subject;
        private final String sentence;

        Afterwards(Authentication acting, CommandSubject subject, String sentence) {
            this.acting = acting;
            this.subject = subject;
            this.sentence = sentence;
        }

        @Override
        public void afterCompletion(int status) {
            write(acting, subject, sentence);
        }
    }
}
