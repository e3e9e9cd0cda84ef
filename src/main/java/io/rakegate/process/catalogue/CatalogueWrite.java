package io.rakegate.process.catalogue;

/**
 * Tells a write that goes through the catalogue, that is by our own code, from one that a caller brings along: in the
 * engine both look the same, since our listeners work in the transaction and in the name of whoever acts.
 */
public final class CatalogueWrite {

    private static final ThreadLocal<Boolean> GOING_ON = ThreadLocal.withInitial(() -> false);

    private CatalogueWrite() {}

    /** Whether a variable is being written through the catalogue in this thread now. */
    public static boolean isGoingOn() {
        return GOING_ON.get();
    }

    /** Writes variables for a room of the process that has decided that it is right, never what a caller chose freely. */
    public static void run(Runnable write) {
        boolean before = GOING_ON.get();
        GOING_ON.set(true);
        try {
            write.run();
        } finally {
            if (before) {
                GOING_ON.set(true);
            } else {
                GOING_ON.remove();
            }
        }
    }
}
