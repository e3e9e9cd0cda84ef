package io.rakegate.sandbox.sample;

/**
 * A change that is made on the first start.
 *
 * @param name what the ledger knows it by
 * @param pull its pull request: one of those that are there, or one to open
 * @param creator who asks for it
 * @param team slug of the requesting team
 * @param command the rake command
 * @param goal how far it goes
 */
record SampleChange(String name, Pull pull, String creator, String team, String command, Goal goal) {

    /** Where the pull request comes from. */
    sealed interface Pull {}

    /** One that the sandbox's GitHub has from its start. */
    record Present(int number) implements Pull {}

    /**
     * One that is opened for the sample; its title is what it is found by afterwards.
     *
     * @param title its title
     * @param model the class whose rows change
     * @param table what the rows are, for people
     * @param column the column that is filled
     * @param value what it is filled with, in Ruby
     */
    record Opened(String title, String model, String table, String column, String value) implements Pull {

        /** Namespace and name of its rake task. */
        String task() {
            return table.replace(' ', '_') + ":fill_" + column;
        }
    }
}
