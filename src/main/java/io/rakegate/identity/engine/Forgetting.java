package io.rakegate.identity.engine;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What this node remembers of the database, and changes itself. */
final class Forgetting {

    private Forgetting() {}

    /**
     * Has it forgotten at once, and again when the transaction of the caller has ended if there is one: until then the
     * others read, and remember, what was there before.
     */
    static void nowAndAfterwards(Runnable forget) {
        forget.run();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget.run();
                }
            });
        }
    }
}
